import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type AstroInlineConfig, build, preview } from 'astro';
import { Stop } from '../command.ts';
import { configFor, modulesFolder } from '../integration.ts';
import type { Scratch } from './scratch.ts';

/** A site that is being served. */
export interface Served {
  address: string;
  /** Settles when serving ends. */
  closed: Promise<unknown>;
}

/**
 * Builds the site of a scratch folder. Astro wants a site's folder where its packages are found, and none of its pages'
 * code elsewhere; so the site is made under `node_modules/.cache`, whatever folder the command runs in.
 */
export async function buildScratch({ folder, content }: Scratch): Promise<AstroInlineConfig> {
  const root = workshopFor(folder);
  await makeWorkshop(root, configFor(content));
  const config = {
    root,
    configFile: 'astro.config.mjs',
    outDir: join(root, 'dist'),
    cacheDir: join(root, 'cache'),
    logLevel: 'warn',
  } as const;
  // Astro runs what makes the pages in the folder that the command runs in, unless the output lies within that one.
  const here = process.cwd();
  process.chdir(root);
  try {
    await build(config);
  } finally {
    process.chdir(here);
  }
  return config;
}

async function makeWorkshop(root: string, config: string): Promise<void> {
  try {
    await mkdir(root, { recursive: true });
    await writeFile(join(root, 'astro.config.mjs'), config);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const remedy = 'Milepost lies where you may not write: run it with npx.';
    throw new Stop(`${root}: could not be written (${why}). ${remedy}`, 1, { cause: error });
  }
}

/** Where the site of a scratch folder is made: a place of its own. */
export function workshopFor(folder: string): string {
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return join(modulesFolder(), 'node_modules/.cache/milepost', `${basename(folder)}-${mark}`);
}

/** Serves what was built until it is stopped. */
export async function serveScratch(config: AstroInlineConfig, port: number): Promise<Served> {
  const server = await preview({ ...config, server: { port } });
  return { address: `http://localhost:${server.port}/`, closed: server.closed() };
}
