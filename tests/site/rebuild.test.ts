import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite, filesOf } from './build.ts';
import { item, writeContentFolder } from './fixture.ts';
import { ORIGIN } from './global-setup.ts';

it('makes, after a change, exactly the site that a first build makes', async () => {
  const content = await writeContentFolder({
    'milepost.yml': 'title: Small\n',
    'feedback/1.md': item('Stays', 'as it is'),
    'feedback/2.md': item('Changes', 'before'),
    'feedback/3.md': item('Goes', 'canary-that-was-removed', 'tags: ["gone"]\n'),
    'ledger/sync.json': synced('2026-01-02T03:04:05Z'),
  });
  const site = ORIGIN;
  const { outDir } = await buildSite(content, { site });
  await writeFile(join(content, 'ledger/sync.json'), synced('2026-01-03T03:04:05Z'));
  await writeFile(join(content, 'feedback/2.md'), item('Changed', 'after'));
  await writeFile(join(content, 'feedback/4.md'), item('Comes', 'anew'));
  await rm(join(content, 'feedback/3.md'));
  const again = await buildSite(content, { outDir, site });
  const fresh = await buildSite(content, { site });

  const [rebuilt, first] = await Promise.all([filesOf(again.outDir), filesOf(fresh.outDir)]);
  expect([...rebuilt.keys()]).toEqual([...first.keys()]);
  expect([...rebuilt.keys()]).toEqual(
    expect.arrayContaining(['feedback/1/rss.xml', 'badge/1.svg', 'image/feedback/1.png', 'sitemap.xml']),
  );
  const different = [...first]
    .filter(([path, bytes]) => !rebuilt.get(path)?.equals(bytes))
    .map(([path]) => path);
  expect(different).toEqual([]);
  expect([...rebuilt.values()].some((bytes) => bytes.includes('canary-that-was-removed'))).toBe(false);
  expect(rebuilt.get('feedback/1/index.html')?.toString()).toContain('>January 3, 2026 at 3:04 AM UTC<');
});

it('tells the time of the last sync on pages that come from the cache', async () => {
  const content = await writeContentFolder({
    'feedback/1.md': item('Stays', 'as it is'),
    'ledger/sync.json': synced('2026-01-02T03:04:05Z'),
  });
  const { outDir } = await buildSite(content);
  await writeFile(join(content, 'ledger/sync.json'), synced('2026-01-03T03:04:05Z'));
  await buildSite(content, { outDir });
  await rm(outDir, { recursive: true });
  await buildSite(content, { outDir });
  const page = await readFile(join(outDir, 'feedback/1/index.html'), 'utf8');
  expect(page).toContain('>January 3, 2026 at 3:04 AM UTC<');
});

it('tells on pages that come from the cache that there is a sync now, and that there is none any more', async () => {
  const content = await writeContentFolder({ 'feedback/1.md': item('Stays', 'as it is') });
  const { outDir } = await buildSite(content);
  const footer = async (): Promise<string> => {
    await buildSite(content, { outDir });
    const page = await readFile(join(outDir, 'feedback/1/index.html'), 'utf8');
    return /<time data-synced[^>]*>[^<]*|Not synced with GitHub yet/.exec(page)?.[0] ?? page;
  };
  const never = await footer();
  await mkdir(join(content, 'ledger'), { recursive: true });
  await writeFile(join(content, 'ledger/sync.json'), synced('2026-01-02T03:04:05Z'));
  expect(await footer()).toContain('January 2, 2026 at 3:04 AM UTC');
  await rm(join(content, 'ledger/sync.json'));
  expect(await footer()).toBe(never);
});

const synced = (syncedAt: string): string => JSON.stringify({ syncedAt, watermarks: {} });

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
