import fs, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';

/** Where in a step something strikes; half-way through a write, half of it is on the disk. */
export type Moment = 'before' | 'halfway' | 'after';

export interface DiskStep {
  what: 'mkdir' | 'open' | 'write' | 'fsync' | 'close' | 'rename' | 'unlink' | 'rm';
  path: string;
}

export interface Strike {
  /** Counted from 1. */
  step: number;
  moment: Moment;
  /** Throws, or never comes back. */
  act: (step: DiskStep) => void;
}

export interface WatchedDisk {
  steps: DiskStep[];
  /** Waits until nothing is under way any more: where one write fails, others that began with it go on. */
  settled: () => Promise<void>;
  /** From now on every step fails, as if there were no process. */
  die: () => void;
  release: () => void;
}

/** What a process that was killed throws in place of dying. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * Stands between the code and everything that it changes below `folder`. This is the one place that replaces functions of
 * Node: what is put to the test is the code that calls them, so there is nothing above them that could be handed in.
 */
export function watchDisk(folder: string, strike?: Strike): WatchedDisk {
  const real = { ...fs };
  const root = resolve(folder) + sep;
  const steps: DiskStep[] = [];
  let isDead = false;
  let hasStruck = false;
  let busy = 0;

  async function around<Result>(
    what: DiskStep['what'],
    path: unknown,
    run: () => Promise<Result>,
    half: () => Promise<unknown> = run,
  ): Promise<Result> {
    const place = String(path);
    if (!`${resolve(place)}${sep}`.startsWith(root)) return run();
    if (isDead) throw new Killed();
    busy += 1;
    try {
      const step = { what, path: place };
      steps.push(step);
      const moment = steps.length === strike?.step ? strike.moment : undefined;
      hasStruck ||= moment !== undefined;
      if (moment === 'before') strike?.act(step);
      if (moment === 'halfway') await half();
      if (moment === 'halfway') strike?.act(step);
      const result = await run();
      if (moment === 'after') strike?.act(step);
      return result;
    } finally {
      busy -= 1;
    }
  }

  /** A process that is gone keeps no file open. */
  async function openOr(path: string, open: () => Promise<FileHandle>): Promise<FileHandle> {
    let file: FileHandle | undefined;
    try {
      return await around('open', path, async () => (file = await open()));
    } catch (error) {
      await file?.close();
      throw error;
    }
  }

  const watched = {
    mkdir: (path: string, options?: { recursive: true }) =>
      around('mkdir', path, () => real.mkdir(path, options)),
    rename: (from: string, to: string) => around('rename', to, () => real.rename(from, to)),
    unlink: (path: string) => around('unlink', path, () => real.unlink(path)),
    rm: (path: string, options?: { force?: boolean; recursive?: boolean }) =>
      around('rm', path, () => real.rm(path, options)),
    writeFile: (path: string, text: string, options?: 'utf8') =>
      around(
        'write',
        path,
        () => real.writeFile(path, text, options),
        () => real.writeFile(path, halfOf(text), options),
      ),
    async open(path: string, flags = 'r', mode?: number) {
      if (flags === 'r') return real.open(path, flags, mode);
      const file = await openOr(path, () => real.open(path, flags, mode));
      const [write, sync, close] = [file.writeFile.bind(file), file.sync.bind(file), file.close.bind(file)];
      return Object.assign(file, {
        writeFile: (text: string, encoding?: 'utf8') =>
          around(
            'write',
            path,
            () => write(text, encoding),
            () => write(halfOf(text), encoding),
          ),
        sync: () => around('fsync', path, sync),
        close: () => around('close', path, async () => {}).finally(close),
      });
    },
  };
  Object.assign(fs, watched);
  syncBuiltinESMExports();

  return {
    steps,
    async settled() {
      if (!hasStruck) return;
      // Who is dead does nothing more; who is not may still be reading what it will write.
      const enough = isDead ? 2 : 50;
      for (let quiet = 0, seen = -1; quiet < enough; seen = steps.length) {
        await new Promise((turn) => setTimeout(turn, 1));
        quiet = busy === 0 && steps.length === seen ? quiet + 1 : 0;
      }
    },
    die() {
      isDead = true;
      throw new Killed();
    },
    release() {
      Object.assign(fs, real);
      syncBuiltinESMExports();
    },
  };
}

const halfOf = (text: string): string => text.slice(0, Math.floor(text.length / 2));
