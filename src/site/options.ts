import { z } from 'astro/zod';
import { SettingsError } from '../content/read.ts';
import { explain } from '../model/explain.ts';
import { components, stylesheets } from '../model/overrides.ts';

const options = z.strictObject({
  /** The content folder, from the project's root. Default: `MILEPOST_CONTENT`, else `content`. */
  content: z.string().default(() => process.env['MILEPOST_CONTENT'] ?? 'content'),
  /** Components in place of Milepost's: `{ Footer: './src/Footer.astro' }`. Default: none. */
  components: components.prefault({}),
  /** Stylesheets that come after Milepost's and win: `['./src/tokens.css']`. Default: none. */
  css: stylesheets.default([]),
});
export type Options = z.output<typeof options>;
export type UserOptions = z.input<typeof options>;

/** Where options stand, as people know it. */
export const OPTIONS_FILE = 'astro.config.mjs';

/** Reads what `milepost({ … })` was given. @throws SettingsError when an option is unknown or wrong. */
export function readOptions(given: unknown): Options {
  const { data, error } = options.safeParse(given);
  if (data) return data;
  const found = explain(options, error, given, { file: OPTIONS_FILE, lineOf: () => 0 });
  throw new SettingsError(
    found.map(({ field, level, expected, got, remedy }) => ({
      file: OPTIONS_FILE,
      field,
      level,
      expected,
      got,
      remedy,
    })),
  );
}
