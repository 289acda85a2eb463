import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ThemeFont } from '../../content/theme-font.ts';
import { digest } from '../digest.ts';
import { drawCard } from './card.ts';
import { letteringIn } from './lettering.ts';
import type { Picture } from './pictures.ts';

/** Makes a PNG of an SVG. */
export type Rasterise = (svg: string) => Promise<Uint8Array>;

export interface Rasteriser {
  /** Names it with its version: another one draws everything anew. */
  name: string;
  rasterise: Rasterise;
}

/** Where pictures are made, and with what. */
export interface Studio {
  outDir: string;
  cache: string;
  rasteriser: Rasteriser;
  /** The site's own, which come before Milepost's. */
  fonts: readonly ThemeFont[];
}

/** The rasteriser that Astro brings along; undefined on machines that it does not run on. */
export async function findRasteriser(): Promise<Rasteriser | undefined> {
  try {
    const { default: sharp } = await import('sharp');
    return {
      name: `sharp ${sharp.versions.sharp} ${sharp.versions.vips}`,
      rasterise: (svg) => sharp(Buffer.from(svg)).png({ palette: true, effort: 3 }).toBuffer(),
    };
  } catch {
    return undefined;
  }
}

/**
 * Writes pictures into the output folder; one that says the same as at an earlier build comes from the cache, which forgets
 * what no page shows any more. Answers the paths of all, and how many were drawn.
 */
export async function writePictures(
  { outDir, cache, rasteriser, fonts }: Studio,
  pictures: Iterable<Picture>,
): Promise<{ paths: string[]; drawn: number }> {
  const shelf = join(cache, 'images');
  await mkdir(shelf, { recursive: true });
  const kept = new Set(await readdir(shelf));
  const shown = new Set<string>();
  const paths: string[] = [];
  const lettering = letteringIn(fonts);
  let drawn = 0;
  for (const { path, card } of pictures) {
    const svg = drawCard(card, lettering);
    const name = `${digest([rasteriser.name, svg])}.png`;
    if (!kept.has(name)) {
      await write(join(shelf, name), await rasteriser.rasterise(svg));
      kept.add(name);
      drawn += 1;
    }
    shown.add(name);
    paths.push(await place(join(shelf, name), join(outDir, path)));
  }
  for (const name of kept) if (!shown.has(name)) await rm(join(shelf, name), { force: true });
  return { paths, drawn };
}

/** Whole or not at all: a build may be broken off. */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
}

/** Puts a picture where it goes, unless the same one lies there. */
async function place(from: string, to: string): Promise<string> {
  const [bytes, there] = await Promise.all([readFile(from), readFile(to).catch(() => undefined)]);
  if (there?.equals(bytes)) return to;
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
  return to;
}
