import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';

const { own, badDay } = inject('sites');

/** What one answer brings over the first round trip of a slow connection. */
const ROUND_TRIP = 14 * 1024;

const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length;
const read = (path: string, outDir = own.outDir): Promise<string> => readFile(join(outDir, path), 'utf8');

it.each([
  '',
  'roadmap/',
  'roadmap/horizon/',
  'roadmap/timeline/',
  'changes/',
  'changelog/',
  'mission/',
  'insights/',
  'suggest/',
  'tags/',
  'status/planned/',
  'feedback/threads-told-once-when-it-ships/',
])('the HTML of /%s is at most 14 kB compressed', async (path) => {
  expect(gzipped(await read(`${path}index.html`))).toBeLessThanOrEqual(ROUND_TRIP);
});

it('fifty rows of the board are at most 6 kB compressed', async () => {
  const html = await read('index.html');
  const first = html.indexOf('<li class="row"', html.indexOf('class="static'));
  const rows = html.slice(first, html.indexOf('</ol>', first));
  const count = rows.split('class="row"').length - 1;
  expect(count).toBeGreaterThan(40);
  expect(gzipped(rows) * (50 / count)).toBeLessThanOrEqual(6 * 1024);
});

it.each(['roadmap/', 'changelog/', 'mission/', 'insights/', 'changes/', 'feedback/1/'])(
  '/%s brings no script at all',
  async (path) => {
    const html = await read(`${path}index.html`, badDay.outDir);
    const data = /<script type="application\/ld\+json">.*?<\/script>|\scontent="[^"]*"/gs;
    expect(html.replaceAll(data, '')).not.toMatch(/<script|\.js"/);
  },
);

it('all of the board’s script, Fuse included, is at most 12 kB compressed', async () => {
  const { scripts, size } = await scriptsOf('index.html');
  expect(scripts.some((name) => name.startsWith('worker'))).toBe(true);
  expect(size).toBeLessThanOrEqual(12_000);
});

it('the fonts of a Latin page are at most 50 kB', async () => {
  const html = await read('index.html');
  const fonts = new Set(Array.from(html.matchAll(/[\w.-]+\.woff2/g), ([name]) => name));
  const sizes = await Promise.all([...fonts].map((name) => stat(join(own.outDir, '_astro/fonts', name))));
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(50_000);
});

/** Scripts that a page may fetch: those that it names, those that these name, and so on; and their size compressed. */
async function scriptsOf(path: string): Promise<{ scripts: string[]; size: number }> {
  const found = new Map<string, string>();
  const follow = async (text: string): Promise<void> => {
    for (const [name] of text.matchAll(/[\w.-]+\.js(?=["'`])/g)) {
      if (found.has(name)) continue;
      found.set(name, await read(join('_astro', name)));
      await follow(found.get(name) ?? '');
    }
  };
  await follow(await read(path));
  const size = [...found.values()].reduce((sum, text) => sum + gzipped(text), 0);
  return { scripts: [...found.keys()], size };
}
