import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Stop } from '../../scripts/command.ts';
import { connect } from '../../scripts/github/client.ts';
import { runSync } from '../../scripts/sync.ts';
import type { TestGitHub } from '../github/server.ts';
import { type DiskStep, Killed, type Strike, watchDisk } from './disk.ts';
import type { Orders } from './preload.ts';

/** One run of a sync. */
export interface Order {
  folder: string;
  github: Pick<TestGitHub, 'env'>;
  now: Date;
  isFull: boolean;
}

/** How a run ended: with a status, or not of its own will. `broken` is an error that no message was made of. */
export interface Ended {
  end: number | 'killed' | 'broken';
  text: string;
  /** It ran in another process than the harness. */
  elsewhere?: boolean;
}

/** A sync to put to the test: ours, or another. */
export type Syncer = (order: Order) => Promise<Ended>;

export const REPO = 'octo/app';

/** Ours, in this process, as `cli.ts` would call it. octokit repeats nothing, so that nothing waits. */
export async function milepost({ folder, github, now, isFull }: Order): Promise<Ended> {
  const world = { env: { ...github.env }, now: () => now, say: () => {}, progress: () => {} };
  const own = { full: isFull, 'allow-removals': true };
  const flags = { content: folder, dryRun: false, repo: REPO, own, rest: [] };
  const options = { retry: { enabled: false }, throttle: { enabled: false } };
  const clock = { now: () => now, sleep: async () => {} };
  try {
    const { status, text } = await runSync(flags, world, (to) => connect(to, options, clock));
    return { end: status, text };
  } catch (error) {
    return endOf(error);
  }
}

export function endOf(error: unknown): Ended {
  if (error instanceof Killed) return { end: 'killed', text: '' };
  if (error instanceof Stop && error.cause instanceof Killed) return { end: 'killed', text: '' };
  if (error instanceof Stop) return { end: error.status, text: error.message };
  return { end: 'broken', text: error instanceof Error ? String(error.stack) : String(error) };
}

/** What becomes of the disk: the process dies in the midst of a step, or the step finds it full. */
export interface Disk {
  act: 'die' | 'full';
  step: number;
  moment: Strike['moment'];
}

/** Runs on a disk that is watched; returns how it ended and how many steps it took. */
export async function runOn(
  disk: Disk | undefined,
  sync: Syncer,
  order: Order,
): Promise<Ended & { steps: number }> {
  const act = disk?.act === 'full' ? noSpace : (): void => watched.die();
  const moment = disk?.act === 'full' ? 'before' : (disk?.moment ?? 'before');
  const watched = watchDisk(order.folder, disk && { step: disk.step, moment, act });
  try {
    const ended = await sync(order);
    await watched.settled();
    return { ...ended, steps: watched.steps.length };
  } finally {
    watched.release();
  }
}

/** Taking away needs no space. */
function noSpace({ what }: DiskStep): void {
  if (what === 'unlink' || what === 'rm' || what === 'close') return;
  throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
}

const CLI = fileURLToPath(new URL('../../scripts/cli.ts', import.meta.url));
const PRELOAD = new URL('preload.ts', import.meta.url).href;

/** Ours, as the command in a process of its own; killed at a step of the disk where `strike` says so. */
export function milepostProcess(order: Order, strike?: Orders['strike']): Promise<Ended> {
  const { folder, github, now, isFull } = order;
  const orders: Orders = { folder, now: now.toISOString(), ...(strike && { strike }) };
  const args = ['--import', PRELOAD, CLI, 'sync', '--repo', REPO, '--content', folder];
  if (isFull) args.push('--full');
  const env = { PATH: process.env['PATH'], ...github.env, MILEPOST_SOAK: JSON.stringify(orders) };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, timeout: 60_000 }, (error, _stdout, stderr) => {
      const end = error?.signal ? 'killed' : typeof error?.code === 'number' ? error.code : 0;
      resolve({ end, text: stderr, elsewhere: true });
    });
  });
}
