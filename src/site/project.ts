import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { digest } from './digest.ts';
import type { Stand } from './files/place.ts';
import { findRasteriser, type Rasteriser } from './images/write.ts';
import type { Options } from './options.ts';
import { type Own, readOwn } from './own.ts';
import { ownAddresses, publicAddresses } from './own-pages.ts';

/** A roadmap in an Astro project: where its parts lie, and what the project brings of its own. */
export interface Project {
  /** The content folder. */
  folder: string;
  /** Where prepared content is kept. */
  cache: string;
  outDir: string;
  stand: Stand;
  /** Undefined where no pictures are made: they are for who reads an address elsewhere, and without an origin there is none to give. */
  rasteriser: Rasteriser | undefined;
  own: Own;
  /** Addresses that the project's own pages and files make: they win. */
  taken: ReadonlySet<string>;
}

/** @throws SettingsError when the settings are wrong, or an override is not there. */
export async function openProject(config: AstroConfig, options: Options): Promise<Project> {
  const root = fileURLToPath(config.root);
  const folder = resolve(root, options.content);
  const { base, site: origin } = config;
  const rasteriser = origin ? await findRasteriser() : undefined;
  return {
    folder,
    cache: join(fileURLToPath(config.cacheDir), 'milepost', digest(folder)),
    outDir: fileURLToPath(config.outDir),
    stand: { base, origin, pictures: rasteriser !== undefined },
    rasteriser,
    own: await readOwn(folder, options, root),
    taken: new Set([...ownAddresses(new URL('pages/', config.srcDir)), ...publicAddresses(config.publicDir)]),
  };
}
