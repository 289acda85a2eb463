import { expect, test } from 'vitest';
import { everyFault } from './faults.ts';
import { makeHistory } from './history.ts';
import { tell } from './model.ts';
import { naive } from './naive.ts';
import { milepost } from './run.ts';
import { shrink } from './shrink.ts';

const seeds = (count: number): number[] => Array.from({ length: count }, (_, rank) => rank + 1);

test('two dozen random histories, with faults and kills in them, end where a fresh sync ends', async () => {
  for (const seed of seeds(24)) {
    const { story, broken } = await tell(makeHistory(seed), milepost);
    expect(broken, [`seed ${seed}`, ...story].join('\n')).toEqual([]);
  }
});

test('a history in which every sync is a process of its own ends there too', async () => {
  const steps = makeHistory(7, 1).filter((step, rank) => step.do !== 'sync' || rank < 30);
  const { story, broken } = await tell(steps, milepost);
  expect(broken, story.join('\n')).toEqual([]);
});

test('no fault of GitHub or of the disk loses an item or tears a file, and the next sync mends the rest', async () => {
  const { tried, broken } = await everyFault({ scenes: ['first', 'next'], every: 8, processes: 60 });
  expect(broken).toEqual([]);
  expect(tried).toBeGreaterThan(50);
});

test('a naive sync loses items and tears files, and the same trials notice', async () => {
  const { counts, broken, tried } = await everyFault({ sync: naive, scenes: ['next'] });
  expect(tried).toBeGreaterThan(broken.length);
  expect(counts.lost).toBeGreaterThan(10);
  expect(counts.torn).toBeGreaterThan(2);
});

test('a naive sync does not get through random histories either', async () => {
  const broken = [];
  for (const seed of seeds(10)) broken.push(...(await tell(makeHistory(seed), naive)).broken);
  expect(broken.length).toBeGreaterThan(5);
  expect(new Set(broken.map(({ kind }) => kind))).toContain('people');
});

test('a story is the same whenever it is told, and is shortened to what makes it fail', async () => {
  expect(makeHistory(3)).toEqual(makeHistory(3));
  expect(makeHistory(3)).not.toEqual(makeHistory(4));
  const digits = Array.from({ length: 40 }, (_, rank) => rank);
  const fails = async (some: readonly number[]): Promise<boolean> => some.includes(7) && some.includes(31);
  expect(await shrink(digits, fails)).toEqual([7, 31]);
});
