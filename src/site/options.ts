import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'astro/zod';
import { SettingsError } from '../content/read.ts';
import { explain } from '../model/explain.ts';
import { type Problem, show } from '../model/problem.ts';

/** A file from the project's root, `./src/Footer.astro`, or one of a package, `roadmap-theme/Footer.astro`. */
const file = z.string().regex(/\S/, { error: 'a file, such as "./src/Footer.astro"' });

/** What a site may replace. Each gets the props of the original, which it may import and wrap. */
const components = z.strictObject({
  /** Beside a request: votes, people, dates, tags. */
  Aside: file.optional(),
  /** What was heard elsewhere. */
  EvidenceList: file.optional(),
  /** The board's numbers. */
  Figures: file.optional(),
  /** The links to statuses and tags above a list. */
  Filters: file.optional(),
  /** The end of every page. */
  Footer: file.optional(),
  /** The top of every page: name and navigation. */
  Header: file.optional(),
  /** The page of a request, without its layout's frame. */
  Item: file.optional(),
  /** One column of the roadmap. */
  Lane: file.optional(),
  /** The mission's page. */
  Mission: file.optional(),
  /** One entry of the changelog. */
  NewsEntry: file.optional(),
  /** The way to the next and the previous page of a list. */
  Pager: file.optional(),
  /** The mission's goals, with the requests that serve them. */
  Pillars: file.optional(),
  /** The links that show how a request shipped. */
  ProofChain: file.optional(),
  /** Where a request stands on its way. */
  Road: file.optional(),
  /** One request in a list. */
  Row: file.optional(),
  /** The field that finds requests. */
  Search: file.optional(),
  /** Requests like this one. */
  Similar: file.optional(),
});

export const REPLACEABLE = components.keyof().options;
export type Replaceable = (typeof REPLACEABLE)[number];

const options = z.strictObject({
  /** The content folder, from the project's root. Default: `MILEPOST_CONTENT`, else `content`. */
  content: z.string().default(() => process.env['MILEPOST_CONTENT'] ?? 'content'),
  /** Components in place of Milepost's: `{ Footer: './src/Footer.astro' }`. Default: none. */
  components: components.prefault({}),
  /** Stylesheets that come after Milepost's and win: `['./src/tokens.css']`. Default: none. */
  css: z.array(file).default([]),
});
export type Options = z.output<typeof options>;
export type UserOptions = z.input<typeof options>;

const FILE = 'astro.config.mjs';

/** Reads what `milepost({ … })` was given. @throws SettingsError when an option is unknown or wrong. */
export function readOptions(given: unknown): Options {
  const { data, error } = options.safeParse(given);
  if (data) return data;
  const found = explain(options, error, given, { file: FILE, lineOf: () => 0 });
  throw new SettingsError(
    found.map(({ field, level, expected, got, remedy }) => ({
      file: FILE,
      field,
      level,
      expected,
      got,
      remedy,
    })),
  );
}

/** The user's files that are part of the site, as Vite imports them. */
export interface OwnFiles {
  components: Readonly<Partial<Record<Replaceable, string>>>;
  css: readonly string[];
}

/** Finds the files that options name, from the project's root. @throws SettingsError when one is not there. */
export function locate({ components, css }: Pick<Options, 'components' | 'css'>, root: string): OwnFiles {
  const problems: Problem[] = [];
  const find = (field: string, path: string): string => {
    if (!/^\.{0,2}\//.test(path)) return path;
    const found = resolve(root, path);
    if (!existsSync(found)) problems.push(absent(field, path, found));
    return found;
  };
  const own = {
    components: Object.fromEntries(
      REPLACEABLE.flatMap((name) => {
        const path = components[name];
        return path === undefined ? [] : [[name, find(`components.${name}`, path)]];
      }),
    ),
    css: css.map((path, place) => find(`css.${place}`, path)),
  };
  if (problems.length > 0) throw new SettingsError(problems);
  return own;
}

const absent = (field: string, path: string, found: string): Problem => ({
  file: FILE,
  field,
  level: 'error',
  expected: 'a file, from the project’s root',
  got: show(path),
  remedy: `There is no ${found}.`,
});
