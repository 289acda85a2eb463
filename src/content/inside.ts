import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { show } from '../model/problem.ts';
import { isMissing } from './files.ts';
import type { Fault } from './wording.ts';

/** What a file that settings name holds, and where it lies once links are followed; or why it cannot be had. */
export type Inside = { bytes: Buffer; at: string } | { fault: Fault };

/**
 * Reads a file that settings name, from the content folder. What lies outside that folder, once links are followed, is not
 * read. Never fails: what stands in the way comes back.
 */
export async function readInside(folder: string, path: string): Promise<Inside> {
  if (!isWithin(path)) return { fault: outside(show(path)) };
  try {
    const [home, real] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    if (real !== home && !real.startsWith(`${home}${sep}`))
      return { fault: outside(`${show(path)}, a link that leads out`) };
    if (!(await stat(real)).isFile())
      return { fault: { ...WANTED, got: show(path), remedy: 'It is no file.' } };
    return { bytes: await readFile(real), at: real };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const remedy = isMissing(error) ? 'There is no such file.' : `It cannot be read: ${why}.`;
    return { fault: { ...WANTED, got: show(path), remedy } };
  }
}

/** As people write it on any system: from the folder on, never up. */
const isWithin = (path: string): boolean =>
  !/^[/\\]|^[a-z]:|\0/i.test(path) && !path.split(/[/\\]/).includes('..');

const WANTED = { expected: 'a file, from the content folder' } as const;

const outside = (got: string): Fault => ({
  expected: 'a path within the content folder, such as logo.svg',
  got,
  remedy: 'Put the file into the content folder.',
});
