import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { ThemeFiles } from '../../../src/content/theme-files.ts';
import { type Card, drawCard } from '../../../src/site/images/card.ts';
import { letteringIn } from '../../../src/site/images/lettering.ts';
import { pictureOf, picturedRequests } from '../../../src/site/images/pictured.ts';
import { picturesOf } from '../../../src/site/images/pictures.ts';
import { unlettered } from '../../../src/site/images/unlettered.ts';
import { findRasteriser, type Rasteriser, writePictures } from '../../../src/site/images/write.ts';
import { fromPackages, OWN } from '../../markdown/payloads.ts';
import { entry, item } from '../../derive/facts.ts';
import { siteOf } from '../files/site.ts';
import { readXml } from '../files/xml.ts';
import { tinyFont } from './tiny-font.ts';

const lettering = letteringIn([]);
const card = (title: string): Card => ({ head: 'App', title, foot: 'Planned · 3 people', colour: '#0b6b3a' });
/** Lines of the title: each is a group, as are head and foot. */
const linesOf = (title: string): number => drawCard(card(title), lettering).split('<g transform').length - 3;

describe('lettering', () => {
  test.each([
    ['Dark mode', 'Dark mode'],
    ['  Dark \n mode 😀', 'Dark mode'],
    ['Žluťoučký kůň', 'Žluťoučký kůň'],
    ['Тёмная тема', 'Тёмная тема'],
    ['e\u0301', 'é'],
    ['ダークモード', undefined],
    ['Dark 模式', undefined],
    ['الوضع الداكن', undefined],
    ['😀', undefined],
    ['I ❤\uFE0F this', 'I this'],
    ['x\u0303', undefined],
  ])('of "%s" writes %s', (words, written) => expect(lettering.writable(words)).toBe(written));

  test.each([
    ['ダークモード', 'ダークモード'],
    ['Dark モード', 'Dark モード'],
    ['ダークモード設定', undefined],
    ['الوضع الداكن', undefined],
    ['מצב כהה', undefined],
    ['ไทย', undefined],
    ['हिन्दी', undefined],
  ])('in a font of one’s own writes of "%s" %s', async (words, written) => {
    const own = await fontFile('ダークモード الوضعادكن מצבכה ไทย हिन्दी');
    expect(letteringIn([own]).writable(words)).toBe(written);
  });

  test('is in the site’s own font before Overpass, but for what that is for', async () => {
    const own = await fontFile('ab');
    const square = 'M0 0L0.5 0L0.5 0.5L0 0.5Z';
    expect(letteringIn([own]).pathsOf('a')).toContain(square);
    expect(letteringIn([{ ...own, style: 'italic' }]).pathsOf('a')).toBe(lettering.pathsOf('a'));
    const ranged = letteringIn([{ ...own, unicodeRange: ['U+0062'] }]);
    expect([ranged.pathsOf('a'), ranged.pathsOf('b')]).toEqual([
      lettering.pathsOf('a'),
      `<path transform="translate(0 0)" d="${square}"/>`,
    ]);
  });
});

/** A font of squares in a folder of its own, as settings would name it. */
async function fontFile(letters: string): Promise<Parameters<typeof letteringIn>[0][number]> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-font-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const at = join(folder, 'own.ttf');
  await writeFile(at, tinyFont(letters));
  return { at, style: 'normal', unicodeRange: undefined };
}

test('a page whose title no font can letter keeps the site’s picture', async () => {
  const content = {
    items: [
      item('1', { title: 'Dark mode' }),
      item('2', { title: 'الوضع الداكن' }),
      item('3', { title: 'ダークモード' }),
    ],
    entries: [entry('v1', { title: '最初の版' }), entry('v2', { title: 'Žluťoučký — “kůň” 😀' })],
  };
  const own = {
    ...(await fontFile('ダークモード')),
    file: '',
    weight: '400',
    isLatin: false,
    isLoaded: true,
    size: 0,
  };
  const places = (fonts: ThemeFiles['fonts']): string[] =>
    unlettered({ ...content, themeFiles: { fonts, digest: '' } });
  expect(places([])).toEqual(['feedback/2', 'feedback/3', 'changelog/v1']);
  expect(places([own])).toEqual(['feedback/2', 'changelog/v1']);

  const site = siteOf({
    items: { '1': {}, '2': {} },
    entries: { v1: {}, v2: {} },
    unlettered: ['feedback/2', 'changelog/v1'],
  });
  expect([...picturedRequests(site)]).toEqual(['1']);
  expect(
    picturesOf(site)
      .map(({ path }) => path)
      .toArray(),
  ).toEqual(['image/site.png', 'image/changelog/v2.png', 'image/feedback/1.png']);
});

test('a picture of the site’s own takes the place of the drawn one, and of all where none can be drawn', () => {
  const image = { at: '/content/share.jpg', kind: 'jpg', width: 1600, height: 840 } as const;
  const site = siteOf({ items: { '1': {} }, themeFiles: { image } });
  expect(
    picturesOf(site)
      .map(({ path }) => path)
      .toArray(),
  ).toEqual(['image/feedback/1.png']);
  const own = { path: ['theme', 'image.jpg'], width: 1600, height: 840 };
  const drawn = { path: ['image', 'feedback', '1.png'], width: 1200, height: 630 };
  expect(pictureOf(site, undefined, true)).toMatchObject(own);
  expect(pictureOf(site, ['feedback', '1'], true)).toEqual(drawn);
  expect(pictureOf(site, ['feedback', '1'], false)).toMatchObject(own);
  expect(pictureOf(siteOf({}), undefined, true)).toEqual({ ...drawn, path: ['image', 'site.png'] });
  expect(pictureOf(siteOf({}), undefined, false)).toBeUndefined();
});

describe('a picture', () => {
  test('holds outlines alone, whatever the words', () => {
    const names = new Set(
      [...OWN, ...fromPackages()].flatMap((words) =>
        readXml(drawCard(card(words), lettering)).elements.map(({ name }) => name),
      ),
    );
    expect([...names].sort()).toEqual(['g', 'path', 'rect', 'svg']);
  });

  test('says nothing in the place of a title that its letters cannot write', () => {
    expect(linesOf('ダークモード')).toBe(0);
  });

  test.each([
    ['Short', 1],
    ['Merge duplicates without losing a vote', 2],
    ['w'.repeat(100), 5],
    ['word '.repeat(500), 5],
  ])('writes "%s" in %i lines', (words, lines) => expect(linesOf(words)).toBe(lines));

  test('breaks Chinese and Japanese between letters, not before a small one nor after an opening bracket', async () => {
    const words = 'あ'.repeat(16) + 'ゃ「いabc'.normalize();
    const own = letteringIn([await fontFile(words)]);
    const shown = drawCard(card(words), own);
    const [, ...groups] = shown.split('<g transform');
    const letters = groups.map((group) => group.split('<path').length - 1).slice(1, -1);
    expect(letters.reduce((sum, count) => sum + count, 0)).toBe([...words].length);
    expect(letters).toEqual([15, 7]);
  });
});

test('half of the pictures are of the most wanted, half of what moved last', () => {
  const site = siteOf({
    settings: { images: 4 },
    items: {
      '1': { createdAt: '2026-01-01T00:00:00Z' },
      '2': { createdAt: '2026-01-02T00:00:00Z' },
      '3': { createdAt: '2026-01-03T00:00:00Z' },
      '4': { createdAt: '2026-01-04T00:00:00Z' },
      '5': { createdAt: '2026-01-05T00:00:00Z' },
    },
    votes: { '1': 9, '2': 8, '3': 7, '4': 2, '5': 1 },
  });
  expect([...picturedRequests(site)]).toEqual(['1', '2', '5', '4']);
});

describe('writing pictures', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'milepost-images-'));
    onTestFinished(() => rm(folder, { recursive: true }));
  });
  const site = (title: string): ReturnType<typeof siteOf> =>
    siteOf({ items: { '1': { title } }, entries: { v1: { title: 'One' } } });
  const plain: Rasteriser = { name: 'plain 1', rasterise: async (svg) => Buffer.from(svg) };
  const run = (title: string, rasteriser = plain): ReturnType<typeof writePictures> =>
    writePictures(
      { outDir: join(folder, 'out'), cache: join(folder, 'cache'), rasteriser, fonts: [] },
      picturesOf(site(title)),
    );
  const there = async (path: string): Promise<string[]> => (await readdir(join(folder, path))).sort();

  test('draws each once, and again only what changed', async () => {
    const first = await run('Dark mode');
    expect(first.paths.map((path) => path.slice(folder.length))).toEqual([
      '/out/image/site.png',
      '/out/image/changelog/v1.png',
      '/out/image/feedback/1.png',
    ]);
    expect(first.drawn).toBe(3);
    expect((await run('Dark mode')).drawn).toBe(0);
    expect((await run('Light mode')).drawn).toBe(1);
    expect(await there('cache/images')).toHaveLength(3);
    expect((await run('Light mode', { ...plain, name: 'plain 2' })).drawn).toBe(3);
  });

  test('puts back what somebody took away or changed', async () => {
    const { paths } = await run('Dark mode');
    const [at = ''] = paths;
    const before = await readFile(at);
    await writeFile(at, 'something else');
    await run('Dark mode');
    expect((await readFile(at)).equals(before)).toBe(true);
  });

  test('makes PNGs, the same bytes each time', async () => {
    const sharp = await findRasteriser();
    if (!sharp) throw new Error('expected sharp, which Astro brings along');
    const svg = drawCard(card('Dark mode'), lettering);
    const [one, two] = [await sharp.rasterise(svg), await sharp.rasterise(svg)];
    expect(Buffer.from(one).subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([Buffer.from(one).readUInt32BE(16), Buffer.from(one).readUInt32BE(20)]).toEqual([1200, 630]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});
