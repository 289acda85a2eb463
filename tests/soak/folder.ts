import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMissing } from '../../src/content/files.ts';

/** In memory where the system has such a place: thousands of small folders are written and flushed. */
const MEMORY = '/dev/shm';
const ROOT = existsSync(MEMORY) ? MEMORY : tmpdir();

/** An empty folder of its own; `root` for those that may grow large. */
export const newFolder = (root = ROOT): Promise<string> => mkdtemp(join(root, 'milepost-soak-'));

export async function copyOf(folder: string): Promise<string> {
  const copy = await newFolder();
  await cp(folder, copy, { recursive: true });
  return copy;
}

export const discard = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Every file below a folder, by its path, in order. Reads again where a temporary file went meanwhile. */
export async function readFolder(folder: string, patience = 20): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  try {
    const read = paths.map(
      async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const,
    );
    return new Map(await Promise.all(read));
  } catch (error) {
    if (!isMissing(error) || patience === 0) throw error;
    await new Promise((later) => setTimeout(later, 20));
    return readFolder(folder, patience - 1);
  }
}
