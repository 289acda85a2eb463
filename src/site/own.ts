import { join } from 'node:path';
import { locate, type Written } from '../content/overrides.ts';
import { placesInSettings, readSettings, readTheme } from '../content/read.ts';
import type { ThemeFont } from '../content/theme-font.ts';
import type { Overrides } from '../model/overrides.ts';
import { type Options, OPTIONS_FILE } from './options.ts';

/** What a project brings of its own that is known before its content is: it decides how the site is built. */
export interface Own {
  overrides: Overrides;
  /** Fonts that can be used. */
  fonts: readonly ThemeFont[];
  /** Files that would change how the site is built: fonts that cannot be used yet. Astro looks after those that can. */
  watched: readonly string[];
}

/**
 * Reads it from the settings of a content folder and from the integration's options, which win.
 * @throws SettingsError when the settings are wrong, or an override is not there.
 */
export async function readOwn(folder: string, options: Options, root: string): Promise<Own> {
  const settings = await readSettings(folder);
  const [placeOf, theme] = await Promise.all([placesInSettings(folder), readTheme(folder, settings)]);
  return {
    overrides: locate([{ ...settings, placeOf }, inOptions(options)], root),
    fonts: theme.value.fonts,
    watched: settings.theme.fonts
      .filter(({ file }) => !theme.value.fonts.some((font) => font.file === file))
      .map(({ file }) => join(folder, file)),
  };
}

/** What `milepost({ … })` was given, as it was written. */
export const inOptions = ({ components, css }: Overrides): Written => ({
  components,
  css,
  placeOf: () => ({ file: OPTIONS_FILE }),
});
