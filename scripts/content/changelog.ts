import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PLACES, readMarkdownFiles } from '../../src/content/files.ts';
import type { Entry } from '../../src/model/entry.ts';
import { parseEntry } from '../../src/model/parse.ts';
import { isSameRepo } from '../github/repositories.ts';

/** A changelog file, read; without an entry where it cannot be. */
export interface EntryFile {
  id: string;
  path: string;
  /** `null` when it is not UTF-8. */
  text: string | null;
  entry: Entry | undefined;
}

export async function readEntryFiles(folder: string): Promise<EntryFile[]> {
  const files = await readMarkdownFiles(join(folder, PLACES.changelog));
  return files.map(({ name, path, text }) => ({
    id: name,
    path,
    text: text ?? null,
    entry: text === undefined ? undefined : parseEntry(name, text, path).value,
  }));
}

/** The file that tells of a release, whatever its name: people may rename it, or write it themselves (then it has no `repo`). */
export const findEntry = (
  files: readonly EntryFile[],
  repo: string,
  version: string,
): EntryFile | undefined =>
  files.find(
    ({ entry }) => entry?.version === version && (entry.repo === undefined || isSameRepo(entry.repo, repo)),
  );

/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/** A file name for a tag that people can read: the tag in small letters; with a mark where that is taken or says too little. */
export function entryId(tag: string, prefix: string | undefined, isTaken: (id: string) => boolean): string {
  const plain = tag
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .slice(0, 80)
    .replace(/^[.-]+|[.-]+$/g, '');
  const id = [prefix, plain].filter(Boolean).join('-');
  if (plain !== '' && !RESERVED.test(id) && !isTaken(id)) return id;
  const mark = createHash('sha256').update(tag).digest('hex').slice(0, 8);
  return `${id || 'release'}-${mark}`;
}
