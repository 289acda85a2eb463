import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordTime, tellsOtherTime, tellTime, withTime } from '../../src/site/synced.ts';

const LATER = { at: '2026-01-03T03:04:05Z', words: 'January 3, 2026 at 3:04 AM UTC' };
const EARLIER = '2026-01-02T03:04:05Z';
const footer = (at: string, words: string): string =>
  `<p>&lt;time data-synced datetime="x"&gt; </p><time datetime="2020-01-01">then</time><footer><time data-synced datetime="${at}" data-a>${words}</time></footer>`;

test('a page tells another time in its footer, and nowhere else', () => {
  expect(withTime(footer(EARLIER, 'January 2'), LATER)).toBe(footer(LATER.at, LATER.words));
});

test('a page without a time stays as it is', () => {
  expect(withTime('<p>Nobody synced.</p>', LATER)).toBe('<p>Nobody synced.</p>');
});

test('a page on disk tells the time', async () => {
  const page = join(await mkdtemp(join(tmpdir(), 'milepost-synced-')), 'index.html');
  await writeFile(page, footer(EARLIER, 'January 2'));
  tellTime([page], LATER);
  expect(await readFile(page, 'utf8')).toBe(footer(LATER.at, LATER.words));
});

describe('pages of earlier builds', () => {
  let cache = '';
  beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), 'milepost-synced-'));
  });

  test('are none at first', () => {
    expect(tellsOtherTime(cache, EARLIER, false)).toBe(false);
  });

  test('tell the same time when nothing was synced', () => {
    recordTime(cache, EARLIER);
    expect(tellsOtherTime(cache, EARLIER, true)).toBe(false);
  });

  test('tell another after a sync', () => {
    recordTime(cache, EARLIER);
    expect(tellsOtherTime(cache, LATER.at, true)).toBe(true);
  });

  test('tell any time when they come from Astro’s cache', () => {
    recordTime(cache, EARLIER);
    expect(tellsOtherTime(cache, EARLIER, false)).toBe(true);
  });

  test('tell any time after a build that broke off, whatever the time is by then', () => {
    recordTime(cache, EARLIER);
    tellsOtherTime(cache, LATER.at, true);
    expect(tellsOtherTime(cache, LATER.at, true)).toBe(true);
    expect(tellsOtherTime(cache, EARLIER, true)).toBe(true);
  });
});
