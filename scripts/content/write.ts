import { mkdir, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMissing } from '../../src/content/files.ts';
import { Stop } from '../command.ts';

/** Puts files in their places; a dry run has one that does nothing. */
export interface Writer {
  /** Writes whole or not at all: whoever reads meanwhile sees the old file or the new one. */
  write: (path: string, text: string) => Promise<void>;
  /** Takes a file away; one that is gone already is no failure. */
  remove: (path: string) => Promise<void>;
}

export const disk: Writer = { write: writeAtomically, remove: removeFile };
export const nowhere: Writer = { write: async () => {}, remove: async () => {} };

let counter = 0;

/** `.milepost-<process>-<n>.tmp`, beside the file that it will become. */
const temporaryName = (): string => `.milepost-${process.pid}-${(counter += 1)}.tmp`;
const TEMPORARY = /^\.milepost-(\d+)-\d+\.tmp$/;

async function writeAtomically(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName());
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const why = error instanceof Error ? error.message : String(error);
    throw new Stop(
      `${path}: could not be written (${why}). It stands as it was; mend that and run the command again.`,
      3,
      {
        cause: error,
      },
    );
  }
}

async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Takes away what a process that died left half-written in a folder. Files of a process that still runs stay. */
export async function sweepTemporary(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const stale = names.filter((name) => !isRunning(Number(TEMPORARY.exec(name)?.[1])));
  await Promise.all(
    stale.filter((name) => TEMPORARY.test(name)).map((name) => removeFile(join(folder, name))),
  );
}

function isRunning(pid: number): boolean {
  if (Number.isNaN(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
