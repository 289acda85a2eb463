import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Card, drawCard } from '../../../src/site/images/card.ts';
import { overpass } from '../../../src/site/images/lettering.ts';
import { picturedRequests } from '../../../src/site/images/pictured.ts';
import { picturesOf } from '../../../src/site/images/pictures.ts';
import { findRasteriser, type Rasteriser, writePictures } from '../../../src/site/images/write.ts';
import { fromPackages, OWN } from '../../markdown/payloads.ts';
import { siteOf } from '../files/site.ts';
import { readXml } from '../files/xml.ts';

const lettering = overpass();
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
  ])('of "%s" writes %s', (words, written) => expect(lettering.writable(words)).toBe(written));
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
      { outDir: join(folder, 'out'), cache: join(folder, 'cache'), rasteriser },
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
