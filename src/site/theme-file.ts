import type { ThemeFiles } from '../content/theme-files.ts';
import type { PictureKey, ThemePicture } from '../content/theme-picture.ts';

/** A picture of the theme as a file of the site. */
export interface ThemeFile extends ThemePicture {
  /** Its name on the site, without its ending: `logo-dark`. */
  name: string;
  /** Where it lies: `['theme', 'logo-dark.svg']`. */
  path: readonly string[];
  /** Its media type. */
  type: string;
}

/** A picture of a site's own, under a name that stays when the file is renamed; undefined where it has none. */
export function themeFile(files: ThemeFiles, key: PictureKey): ThemeFile | undefined {
  const picture = files[key];
  const name = NAMES[key];
  return (
    picture && { ...picture, name, path: ['theme', `${name}.${picture.kind}`], type: TYPES[picture.kind] }
  );
}

/** All that a site has. */
export const themeFilesOf = (files: ThemeFiles): ThemeFile[] =>
  KEYS.flatMap((key) => themeFile(files, key) ?? []);

const KEYS: readonly PictureKey[] = ['logo', 'logoDark', 'icon', 'image'];
const NAMES = { logo: 'logo', logoDark: 'logo-dark', icon: 'icon', image: 'image' } as const;
const TYPES = { svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp', jpg: 'image/jpeg' } as const;
