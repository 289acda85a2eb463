import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stop } from '../command.ts';

/** What is done under a lock takes milliseconds: one that is older was left by a process that died. */
const STALE = 15_000;
const PATIENCE = 2 * STALE;

/**
 * Does something that no other process on this machine does at the same time; a folder called `lock` is the sign.
 * @throws Stop (status 3) when it cannot be made, or others are at it for half a minute.
 */
export async function whileAlone<Value>(lock: string, task: () => Promise<Value>): Promise<Value> {
  await take(lock);
  try {
    return await task();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      await mkdir(dirname(lock), { recursive: true });
      return await mkdir(lock);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isTaken || Date.now() > end) throw refused(lock, error);
    }
    const made = await stat(lock).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > STALE) await rm(lock, { recursive: true, force: true });
    else await sleep(20 + Math.random() * 30);
  }
}

function refused(lock: string, cause: unknown): Stop {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Stop(`${lock}: could not be made (${why}). Nothing was changed; run the command again.`, 3, {
    cause,
  });
}
