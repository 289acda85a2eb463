import { createHash } from 'node:crypto';
import type { Problem } from '../model/problem.ts';
import type { ThemeSettings } from '../model/theme.ts';
import { readFont, type ThemeFont } from './theme-font.ts';
import { inKilobytes, type PictureKey, readPicture, type ThemePicture } from './theme-picture.ts';
import type { Fault } from './wording.ts';

/** What came of one file: a value unless it cannot be used, and what is to be told of it. */
export interface Told<Value> {
  value?: Value;
  bytes?: Buffer;
  faults: (Fault & Pick<Problem, 'level'>)[];
}

/** Files of a site's own look that can be used. */
export interface ThemeFiles extends Partial<Record<PictureKey, ThemePicture>> {
  fonts: ThemeFont[];
  /** Names the bytes of all of them; `""` when there is none. */
  digest: string;
}

/**
 * Reads the files that a theme names, from the content folder. One that cannot be used is told and left out: the site is
 * as if it were not named. `placeOf` says where in the settings a key stands.
 */
export async function readThemeFiles(
  folder: string,
  theme: ThemeSettings,
  placeOf: (path: readonly PropertyKey[]) => Pick<Problem, 'file' | 'line'>,
): Promise<{ value: ThemeFiles; problems: Problem[] }> {
  const hash = createHash('sha256');
  const problems: Problem[] = [];
  const take = <Value>(
    { value, bytes, faults }: Told<Value>,
    path: readonly PropertyKey[],
  ): Value | undefined => {
    const field = path.join('.');
    problems.push(...faults.map((fault) => ({ ...placeOf(path), field, ...fault })));
    hash.update(bytes ?? '');
    return value;
  };
  const value: ThemeFiles = { fonts: [], digest: '' };
  for (const key of PICTURES) {
    const file = theme[key];
    if (file === undefined) continue;
    const picture = take(await readPicture(folder, key, file), ['theme', key]);
    if (picture) value[key] = picture;
  }
  for (const [place, given] of theme.fonts.entries()) {
    const font = take(await readFont(folder, given), ['theme', 'fonts', place]);
    if (font) value.fonts.push(font);
  }
  const heavy = tooHeavy(value.fonts);
  if (heavy) take({ faults: [heavy] }, ['theme', 'fonts']);
  const isAny = value.fonts.length > 0 || PICTURES.some((key) => value[key]);
  return { value: { ...value, digest: isAny ? hash.digest('base64url').slice(0, 22) : '' }, problems };
}

const PICTURES: readonly PictureKey[] = ['logo', 'logoDark', 'icon', 'image'];

/** What fonts of a page in Latin letters may weigh, in bytes. */
const FONT_BUDGET = 50_000;
/** The font that Milepost comes with, which a site's own is beside where it has no Latin letters. */
export const OVERPASS = { file: 'Overpass', size: 39_380 } as const;

/** Told where a page in Latin letters loads more than its fonts may weigh. */
function tooHeavy(fonts: readonly ThemeFont[]): Told<never>['faults'][number] | undefined {
  if (fonts.length === 0) return undefined;
  const loaded = [
    ...fonts.filter(({ isLoaded }) => isLoaded),
    ...(fonts.some(({ isLatin }) => isLatin) ? [] : [OVERPASS]),
  ];
  const sum = loaded.reduce((all, { size }) => all + size, 0);
  if (sum <= FONT_BUDGET) return undefined;
  return {
    level: 'warning',
    expected: `fonts of at most ${inKilobytes(FONT_BUDGET)} on a page in Latin letters`,
    got: `${inKilobytes(sum)}: ${loaded.map(({ file, size }) => `${file} (${inKilobytes(size)})`).join(', ')}`,
    remedy:
      'Save subsets as woff2, each with its unicodeRange; one variable font weighs less than many weights.',
  };
}
