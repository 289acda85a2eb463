import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite, filesOf } from './build.ts';
import { item, writeContentFolder } from './fixture.ts';

it('makes, after a change, exactly the site that a first build makes', async () => {
  const content = await writeContentFolder({
    'milepost.yml': 'title: Small\n',
    'feedback/1.md': item('Stays', 'as it is'),
    'feedback/2.md': item('Changes', 'before'),
    'feedback/3.md': item('Goes', 'canary-that-was-removed', 'tags: ["gone"]\n'),
  });
  const { outDir } = await buildSite(content);
  await writeFile(join(content, 'feedback/2.md'), item('Changed', 'after'));
  await writeFile(join(content, 'feedback/4.md'), item('Comes', 'anew'));
  await rm(join(content, 'feedback/3.md'));
  const again = await buildSite(content, { outDir });
  const fresh = await buildSite(content);

  const [rebuilt, first] = await Promise.all([filesOf(again.outDir), filesOf(fresh.outDir)]);
  expect([...rebuilt.keys()]).toEqual([...first.keys()]);
  const different = [...first]
    .filter(([path, bytes]) => !rebuilt.get(path)?.equals(bytes))
    .map(([path]) => path);
  expect(different).toEqual([]);
  expect([...rebuilt.values()].some((bytes) => bytes.includes('canary-that-was-removed'))).toBe(false);
});

it('refuses settings that are wrong, with every problem and status 2', async () => {
  const content = await writeContentFolder({ 'milepost.yml': 'titel: x\nlocale: 3\n' });
  const { status, said } = await buildSite(content);
  expect(status).toBe(2);
  expect(said).toMatch(/milepost\.yml:1 titel: .*Did you mean "title"\?/);
  expect(said).toMatch(/milepost\.yml:2 locale: expected text; got 3\./);
});

it('is a site that makes sense when there is nothing in it', async () => {
  const { status, outDir } = await buildSite(await writeContentFolder({}));
  const files = await filesOf(outDir);
  expect(status).toBe(0);
  expect(files.get('index.html')?.toString()).toContain('Nothing here yet.');
  expect(files.get('mission/index.html')?.toString()).toContain('No mission has been written yet.');
});
