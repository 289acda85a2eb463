import { mkdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whileAlone } from '../../scripts/content/lock.ts';
import { sandbox } from './sandbox.ts';

const lockIn = async (): Promise<string> => join((await sandbox()).folder, 'ledger/.lock');

test('what is done under one lock is done one after the other, also where one of them fails', async () => {
  const lock = await lockIn();
  let inside = 0;
  const most: number[] = [];
  const task = (fails: boolean) => async (): Promise<void> => {
    most.push((inside += 1));
    await new Promise((done) => setTimeout(done, 5));
    inside -= 1;
    if (fails) throw new Error('broke');
  };
  const runs = [false, true, false, true].map((fails) => whileAlone(lock, task(fails)));
  expect((await Promise.allSettled(runs)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ]);
  expect(most).toEqual([1, 1, 1, 1]);
});

test('a lock that a dead process left is no hindrance', async () => {
  const lock = await lockIn();
  await mkdir(lock, { recursive: true });
  const longAgo = new Date(Date.now() - 16_000);
  await utimes(lock, longAgo, longAgo);
  expect(await whileAlone(lock, async () => 'done')).toBe('done');
});
