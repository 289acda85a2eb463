import { expect, test } from 'vitest';
import { replay } from './replay.ts';

test('a hundred hourly syncs leave a small history, and no commit without news', async () => {
  const told = await replay({ hours: 100, issues: 300 });
  expect(told.needless).toBe(0);
  expect(told.quiet).toBeGreaterThanOrEqual(told.idle - told.late);
  expect(told.idle).toBeGreaterThan(20);
  expect(told.commits).toBe(told.hours - told.quiet);
  expect(told.commits).toBeGreaterThan(10);
  expect(told.git / told.content).toBeLessThan(3);
});
