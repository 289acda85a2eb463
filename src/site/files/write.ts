import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addressesUnder } from '../address.ts';
import { apiItemWhole } from '../api.ts';
import { feedFilesOf } from '../feed/feed-files.ts';
import type { Site } from '../site.ts';
import { badgesOf } from './badges.ts';
import { calendarOf } from './calendar.ts';
import { llmsOf } from './llms.ts';
import type { OutputFile } from './output-file.ts';
import { placeOf, type Stand } from './place.ts';
import { sitemapOf } from './sitemap.ts';
import { twinsOf } from './twins.ts';

/**
 * Every file that a build makes by hand and not as a route, since a route costs a request, a response and two files for
 * each of thousands.
 */
export function* filesOf(site: Site, stand: Stand): Generator<OutputFile> {
  const place = placeOf(stand);
  const addresses = addressesUnder(stand.base);
  for (const request of site.requests) {
    const path = `api/v1/items/${request.item.id}.json`;
    yield { path, text: JSON.stringify(apiItemWhole(site, request, addresses)) };
  }
  yield* feedFilesOf(site, stand);
  yield* twinsOf(site, place);
  yield* badgesOf(site);
  yield* calendarOf(site, place);
  yield* llmsOf(site, place);
  yield* sitemapOf(site, stand);
}

/** Those that the project does not make itself, by a page of its own or in its public folder: those win. */
export function* without(
  files: Iterable<OutputFile>,
  isOwn: (path: string) => boolean,
): Generator<OutputFile> {
  for (const file of files) if (!isOwn(file.path)) yield file;
}

/**
 * Writes files where they changed; answers the paths of all. `known` has the digest of each file's text as the last build
 * left it, by path: thousands of files are compared without being read. It is brought up to date. One after the other and
 * not at once: with files as small as these, handing each to another thread costs more than writing it.
 */
export function writeFiles(
  outDir: string,
  files: Iterable<OutputFile>,
  known: Map<string, string> = new Map(),
): string[] {
  const paths: string[] = [];
  const gone = new Set(known.keys());
  for (const { path, text } of files) {
    const file = join(outDir, path);
    const name = hash('sha256', text, 'base64url');
    paths.push(file);
    gone.delete(path);
    if (known.get(path) === name) continue;
    write(file, text);
    known.set(path, name);
  }
  for (const path of gone) known.delete(path);
  return paths;
}

/** Most folders are there already: asking for each file would cost as much again as writing it. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
