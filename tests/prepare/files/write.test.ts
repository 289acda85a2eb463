import { mkdtemp, readFile, rm, utimes, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFiles } from '../../../src/site/files/write.ts';

test('writes what changed, leaves the rest alone, and writes again what was gone meanwhile', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'milepost-files-'));
  const known = new Map<string, string>();
  const [one, two] = [join(outDir, 'a/1.txt'), join(outDir, 'a/2.txt')];
  const both = [
    { path: 'a/1.txt', text: 'one' },
    { path: 'a/2.txt', text: 'two' },
  ];
  expect(writeFiles(outDir, both, known)).toEqual([one, two]);
  await utimes(one, 0, 0);
  writeFiles(outDir, [{ path: 'a/1.txt', text: 'one' }], known);
  expect((await stat(one)).mtimeMs).toBe(0);
  await rm(two);
  writeFiles(outDir, both, known);
  expect(await readFile(two, 'utf8')).toBe('two');
});
