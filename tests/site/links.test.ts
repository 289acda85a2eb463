import { mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LinkChecker } from 'linkinator';
import { expect, inject, it } from 'vitest';
import { BASE } from './global-setup.ts';

const { own, badDay, arabic, dutch } = inject('sites');

/** Links and fragments of a built site that lead nowhere, served under a base path; other sites are not asked. */
async function brokenLinks(outDir: string, base: string): Promise<string[]> {
  const served = join(await mkdtemp(join(tmpdir(), 'milepost-links-')), 'root');
  const place = join(served, base);
  await mkdir(dirname(place.replace(/\/$/, '')), { recursive: true });
  await symlink(outDir, place.replace(/\/$/, ''));
  const { links } = await new LinkChecker().check({
    path: base === '/' ? '/' : base.slice(1),
    serverRoot: served,
    recurse: true,
    checkFragments: true,
    linksToSkip: ['^https?://(?!localhost|127\\.)'],
  });
  expect(links.length).toBeGreaterThan(50);
  return links
    .filter(({ state }) => state === 'BROKEN')
    .map(({ url, status, parent }) => `${parent} -> ${url} ${status}`);
}

it('has no broken link in this project’s own site', async () => {
  expect(await brokenLinks(own.outDir, '/')).toEqual([]);
});

it('has no broken link under a base path, with hostile content', async () => {
  expect(await brokenLinks(badDay.outDir, BASE)).toEqual([]);
});

it.each([
  ['in Arabic', arabic],
  ['in Dutch and English', dutch],
])('has no broken link under a base path, with colours of its own, %s', async (_, { outDir }) => {
  expect(await brokenLinks(outDir, BASE)).toEqual([]);
});
