import { extname } from 'node:path';
import { show } from '../model/problem.ts';
import { THEME_KINDS } from '../model/theme.ts';
import { type Inside, readInside } from './inside.ts';
import type { Told } from './theme-files.ts';
import type { Fault } from './wording.ts';

export type PictureKey = Exclude<keyof typeof THEME_KINDS, 'fonts'>;

/** A picture of a site's own, which is what its ending says. */
export interface ThemePicture {
  /** Where it lies on this machine. */
  at: string;
  kind: 'svg' | 'png' | 'webp' | 'jpg';
  /** In pixels; of an SVG, what its size or its `viewBox` says. */
  width: number;
  height: number;
}

/** Most bytes that do visitors no harm: a logo is on every page, a social picture is fetched by machines. */
const MOST = { logo: 200_000, logoDark: 200_000, icon: 200_000, image: 5_000_000 } as const;

/** Reads a picture that the theme names; it is left out where it is not one. */
export async function readPicture(
  folder: string,
  key: PictureKey,
  file: string,
): Promise<Told<ThemePicture>> {
  const read = await readInside(folder, file);
  if ('fault' in read) return { faults: [{ level: 'error', ...read.fault }] };
  const size = await sizeOf(read, file);
  const kind = KINDS[extname(file).toLowerCase()];
  const isWanted = kind !== undefined && THEME_KINDS[key].some((ending) => KINDS[`.${ending}`] === kind);
  if (!isWanted || size?.kind !== kind)
    return { faults: [{ level: 'error', ...otherKind(key, file, size?.kind) }] };
  const value = { at: read.at, ...size };
  const isLarge = read.bytes.length > MOST[key];
  return {
    value,
    bytes: read.bytes,
    faults: isLarge ? [{ level: 'warning', ...tooLarge(key, file, read.bytes.length) }] : [],
  };
}

const KINDS: Readonly<Record<string, ThemePicture['kind']>> = {
  '.svg': 'svg',
  '.png': 'png',
  '.webp': 'webp',
  '.jpg': 'jpg',
  '.jpeg': 'jpg',
};

type Size = Omit<ThemePicture, 'at'>;

/** What a picture is, by its bytes; undefined where they are no picture. Loaded late: few sites have any. */
async function sizeOf(
  { bytes }: Extract<Inside, { bytes: Buffer }>,
  file: string,
): Promise<Size | undefined> {
  const { imageMetadata } = await import('astro/assets/utils');
  try {
    const { width, height, format } = await imageMetadata(bytes, file);
    const kind = KINDS[`.${format}`];
    return kind && width > 0 && height > 0 ? { kind, width, height } : undefined;
  } catch {
    return undefined;
  }
}

const NAMES = { svg: 'an SVG', png: 'a PNG', webp: 'a WebP', jpg: 'a JPEG' } as const;

function otherKind(key: PictureKey, file: string, is: ThemePicture['kind'] | undefined): Fault {
  const wanted = [...new Set(THEME_KINDS[key].map((ending) => NAMES[KINDS[`.${ending}`] ?? 'png']))];
  const but = is ? `which is ${NAMES[is]}` : 'whose bytes are no picture with a size';
  return {
    expected: `${wanted.slice(0, -1).join(', ')} or ${wanted.at(-1)}, named as what it is`,
    got: `${show(file)}, ${but}`,
    remedy: `Save it as one of these${wanted.includes(NAMES.svg) ? '; an SVG needs a viewBox' : ''}.`,
  };
}

const tooLarge = (key: PictureKey, file: string, size: number): Fault => ({
  expected: `at most ${inKilobytes(MOST[key])}`,
  got: `${inKilobytes(size)} of ${show(file)}`,
  remedy:
    key === 'image' ? 'Save it smaller: 1200 by 630 is enough.' : 'Save it smaller: every page shows it.',
});

/** `73 kB`, as people count bytes of files. */
export const inKilobytes = (bytes: number): string =>
  `${Math.ceil(bytes / 1000).toLocaleString('en', { useGrouping: true })} kB`;
