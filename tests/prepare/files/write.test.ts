import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { without, writeFiles } from '../../../src/site/files/write.ts';
import { publicAddresses } from '../../../src/site/own-pages.ts';

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

test('says what is in the way when a file cannot be written', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'milepost-files-'));
  await mkdir(join(outDir, 'a/1.txt'), { recursive: true });
  expect(() => writeFiles(outDir, [{ path: 'a/1.txt', text: 'one' }])).toThrow(/EISDIR.*1\.txt/);
});

test('leaves out what the project makes itself', () => {
  const [one, two] = [
    { path: 'llms.txt', text: '' },
    { path: 'feed.xml', text: '' },
  ];
  expect([...without([one, two], (path) => path === 'llms.txt')]).toEqual([two]);
});

test('what lies in the public folder has the address of its place, folders have none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-public-'));
  await mkdir(join(folder, 'mission/deep'), { recursive: true });
  await writeFile(join(folder, 'llms.txt'), '');
  await writeFile(join(folder, 'mission/deep/a.png'), '');
  const found = publicAddresses(pathToFileURL(`${folder}/`));
  expect(found.toSorted()).toEqual(['/llms.txt', '/mission/deep/a.png']);
  expect(publicAddresses(pathToFileURL(`${folder}/none/`))).toEqual([]);
});
