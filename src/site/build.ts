import { join, relative } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import { messagesFor } from '../i18n/messages.ts';
import { formatProblem } from '../model/problem.ts';
import { readKnown, saveKnown } from './files/known.ts';
import { filesOf, without, writeFiles } from './files/write.ts';
import { footprintFiles } from './footprint/footprint.ts';
import { handed } from './handed.ts';
import { picturesOf } from './images/pictures.ts';
import { writePictures } from './images/write.ts';
import { closeOutput } from './output.ts';
import { prepare } from './prepare.ts';
import type { Project } from './project.ts';
import { type Site, siteFrom } from './site.ts';
import { recordTime, tellsOtherTime, tellTime } from './synced.ts';

/** A build under way. */
export interface Build {
  site: Site;
  /** Files that the last build left in the output folder; undefined where that is empty. */
  before: readonly string[] | undefined;
  /** Whether pages that are not made again tell another time of the last sync. */
  hasOtherTime: boolean;
}

/** Prepares content and hands it to the pages. */
export async function beginBuild(
  { folder, cache, stand, own }: Project,
  before: readonly string[] | undefined,
  logger: AstroIntegrationLogger,
): Promise<Build> {
  const { prepared, problems, rendered, reused } = await prepare(folder, cache);
  const { syncedAt = '' } = prepared.state;
  // Where a component is the project's own, nobody knows what it makes of the time of the last sync; else all that pages say
  // but for the time is whether there was one.
  const hasOwn = Object.keys(own.overrides.components).length > 0;
  const told = hasOwn ? syncedAt : String(syncedAt !== '');
  const around = [stand.base, stand.origin, String(stand.pictures), told];
  const site = siteFrom(prepared, around);
  handed.set(cache, { site, words: prepared.words });
  for (const problem of problems) logger.warn(formatProblem(problem));
  logger.info(`${rendered} texts rendered, ${reused} as they were`);
  return { site, before, hasOtherTime: tellsOtherTime(cache, syncedAt, before !== undefined) };
}

/** Makes everything that is no page, and takes away what the last build left and this one did not make. `pages` are absolute paths. */
export async function finishBuild(
  { cache, outDir, stand, rasteriser, taken }: Project,
  { site, before, hasOtherTime }: Build,
  pages: readonly string[],
  logger: AstroIntegrationLogger,
): Promise<void> {
  handed.delete(cache);
  const messages = messagesFor(site.settings.locale);
  if (site.syncedAt && hasOtherTime) {
    tellTime(pages, { at: site.syncedAt, words: messages.minute(site.syncedAt) });
    recordTime(cache, site.syncedAt);
  }
  // Files that were taken away with the folder are not there to be left alone.
  const known = before ? await readKnown(cache) : new Map<string, string>();
  const made = new Set(pages);
  const isOwn = (path: string): boolean => taken.has(`/${path}`) || made.has(join(outDir, path));
  const files = writeFiles(outDir, without(filesOf(site, stand), isOwn), known);
  await saveKnown(cache, known);
  const { fonts } = site.themeFiles;
  const pictures = rasteriser
    ? await writePictures({ outDir, cache, rasteriser, fonts }, picturesOf(site))
    : { paths: [], drawn: 0 };
  if (pictures.drawn > 0) logger.info(`${pictures.drawn} pictures drawn`);
  const within = pages.map((page) => relative(outDir, page).replaceAll('\\', '/'));
  const weighed = footprintFiles({ outDir, pages: within, base: stand.base, messages });
  const footprint = writeFiles(outDir, weighed);
  await closeOutput(outDir, cache, [...pages, ...files, ...pictures.paths, ...footprint], before ?? []);
}
