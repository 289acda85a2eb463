import { readFile } from 'node:fs/promises';
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
  const first = html.indexOf('<li class="row"');
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
