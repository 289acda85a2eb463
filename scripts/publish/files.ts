import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isMissing } from '../../src/content/files.ts';
import { ask, type Git } from '../git/git.ts';

/** The folders that sync owns; settings and mission are people's alone. */
export const OWNED = ['feedback', 'changelog', 'ledger'] as const;

/** git's name of a file without content. On a data branch such a file says that the default branch's is gone. */
export const EMPTY = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

/** Blob names by path in the repository, of the owned folders as a commit has them; none without a commit. */
export async function blobsIn(
  git: Git,
  commit: string | undefined,
  prefix: string,
): Promise<Map<string, string>> {
  const folders = OWNED.map((name) => `${prefix}${name}/`);
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit ?? '', '--', ...folders];
  const out = commit === undefined ? '' : ((await ask(git, args)) ?? '');
  const rows = out.split('\0').flatMap((line) => {
    const [, , blob, path] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return blob && path && isPlain(path) ? [[path, blob] as const] : [];
  });
  return new Map(rows);
}

/** The same of the files on disk, read as they are. */
export async function blobsOnDisk(folder: string, prefix: string): Promise<Map<string, string>> {
  const paths = (await Promise.all(OWNED.map((name) => filesBelow(join(folder, name))))).flat();
  const rows: [string, string][] = [];
  for (const path of paths) {
    const name = `${prefix}${relative(folder, path).split(sep).join('/')}`;
    if (isPlain(name)) rows.push([name, blobOf(await readFile(path))]);
  }
  return new Map(rows);
}

/** Not of interest: hidden files, half-written ones among them, and names that take more than one line. */
const isPlain = (path: string): boolean => !/(?:^|\/)\.|\n/.test(path);

const blobOf = (bytes: Buffer): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
