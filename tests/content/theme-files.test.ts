import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readContent, readTheme } from '../../src/content/read.ts';
import { OVERPASS, type ThemeFiles } from '../../src/content/theme-files.ts';
import { isFor } from '../../src/content/theme-font.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { parseSettings } from '../../src/model/parse.ts';
import { tinyFont } from '../prepare/images/tiny-font.ts';
import { contentFolder } from './folder.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 30"><path d="M0 0h9v9z"/></svg>';
const overpass = (subset: string): Promise<Buffer> =>
  readFile(
    fileURLToPath(
      import.meta.resolve(`@fontsource-variable/overpass/files/overpass-${subset}-wght-normal.woff2`),
    ),
  );

/** A PNG as far as its size: what nobody draws needs no pixels. */
function png(width: number, height: number, size = 64): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The theme of a content folder, and what is told of it, with the folder's own name taken out. */
async function themeOf(
  yaml: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ value: ThemeFiles; told: string[]; folder: string }> {
  const text = `theme:\n${yaml}\n`;
  const folder = await contentFolder({ 'milepost.yml': text, ...files });
  const { value: settings } = parseSettings(text, 'milepost.yml');
  if (!settings) throw new Error(`expected settings that can be read; got ${text}`);
  const { value, problems } = await readTheme(folder, settings);
  return { value, told: problems.map((one) => formatProblem(one).replaceAll(folder, 'content')), folder };
}

describe('files of a theme', () => {
  test('are read with their kinds and sizes', async () => {
    const { value, told, folder } = await themeOf(
      '  logo: brand/logo.svg\n  logoDark: brand/dark.PNG\n  icon: icon.png\n  image: brand/logo.png\n  fonts: [a.ttf]',
      {
        'brand/logo.svg': SVG,
        'brand/dark.PNG': png(240, 60),
        'icon.png': png(64, 64),
        'brand/logo.png': png(1200, 630),
        'a.ttf': tinyFont('abc', { weight: 700, italicAngle: -8 }),
      },
    );
    expect(told).toEqual([]);
    const { digest, ...rest } = value;
    expect(digest).toMatch(/^[\w-]{22}$/);
    expect(rest).toEqual({
      logo: { at: join(folder, 'brand/logo.svg'), kind: 'svg', width: 120, height: 30 },
      logoDark: { at: join(folder, 'brand/dark.PNG'), kind: 'png', width: 240, height: 60 },
      icon: { at: join(folder, 'icon.png'), kind: 'png', width: 64, height: 64 },
      image: { at: join(folder, 'brand/logo.png'), kind: 'png', width: 1200, height: 630 },
      fonts: [
        {
          file: 'a.ttf',
          at: join(folder, 'a.ttf'),
          weight: '700',
          style: 'italic',
          unicodeRange: undefined,
          isLatin: true,
          isLoaded: true,
          size: tinyFont('abc').length,
        },
      ],
    });
  });

  test('are none where the settings name none', async () => {
    expect(await themeOf('  sign: "#0b6b3a"', {})).toMatchObject({
      value: { fonts: [], digest: '' },
      told: [],
    });
  });

  test('have another digest when their bytes change', async () => {
    const { value: one } = await themeOf('  logo: a.svg', { 'a.svg': SVG });
    const { value: two } = await themeOf('  logo: a.svg', { 'a.svg': SVG.replace('9v9', '8v8') });
    expect(one.digest).not.toBe(two.digest);
  });
});

describe('a file that cannot be used is told, and left out', () => {
  test.each([
    [
      'that is not there',
      'nope.svg',
      'a file, from the content folder; got "nope.svg". There is no such file.',
    ],
    ['that is a folder', 'brand', 'a file, from the content folder; got "brand". It is no file.'],
    ['that is the folder', '.', 'a file, from the content folder; got ".". It is no file.'],
    [
      'above the folder',
      '../logo.svg',
      'a path within the content folder, such as logo.svg; got "../logo.svg". Put the file into the content folder.',
    ],
    [
      'above it by a detour',
      'brand/../../x.svg',
      'a path within the content folder, such as logo.svg; got "brand/../../x.svg". Put the file into the content folder.',
    ],
    [
      'somewhere else',
      '/etc/logo.svg',
      'a path within the content folder, such as logo.svg; got "/etc/logo.svg". Put the file into the content folder.',
    ],
    [
      'on another drive',
      'C:\\logo.svg',
      'a path within the content folder, such as logo.svg; got "C:\\\\logo.svg". Put the file into the content folder.',
    ],
    [
      'that is a page of another site',
      'https://example.org/logo.svg',
      'a file, from the content folder; got "https://example.org/logo.svg". There is no such file.',
    ],
    [
      'of another kind',
      'notes.txt',
      'an SVG, a PNG or a WebP, named as what it is; got "notes.txt", whose bytes are no picture with a size. Save it as one of these; an SVG needs a viewBox.',
    ],
    [
      'of another kind than its name says',
      'brand/liar.svg',
      'an SVG, a PNG or a WebP, named as what it is; got "brand/liar.svg", which is a PNG. Save it as one of these; an SVG needs a viewBox.',
    ],
    [
      'without a size',
      'brand/endless.svg',
      'an SVG, a PNG or a WebP, named as what it is; got "brand/endless.svg", whose bytes are no picture with a size. Save it as one of these; an SVG needs a viewBox.',
    ],
  ])('%s', async (_, path, told) => {
    const files = {
      'notes.txt': 'x',
      'brand/liar.svg': png(9, 9),
      'brand/endless.svg': SVG.replace(/ viewBox="[^"]*"/, ''),
    };
    const theme = await themeOf(`  sign: "#0b6b3a"\n  logo: ${JSON.stringify(path)}`, files);
    expect(theme.told).toEqual([`content/milepost.yml:3 theme.logo: expected ${told}`]);
    expect(theme.value).toEqual({ fonts: [], digest: '' });
  });

  test('that a link leads out to', async () => {
    const secret = join(await contentFolder({ 'secret.svg': SVG }), 'secret.svg');
    const { folder } = await themeOf('  logo: logo.svg', {});
    await symlink(secret, join(folder, 'logo.svg'));
    const { problems, settings } = await readContent(folder);
    expect(problems.map((one) => formatProblem(one).replaceAll(folder, 'content'))).toEqual([
      'content/milepost.yml:2 theme.logo: expected a path within the content folder, such as logo.svg; got "logo.svg", a link that leads out. Put the file into the content folder.',
    ]);
    expect((await readTheme(folder, settings)).value.logo).toBeUndefined();
  });

  test('but a link within the folder is a file like any other', async () => {
    const { folder } = await themeOf('  logo: logo.svg', { 'brand/logo.svg': SVG });
    await symlink('brand/logo.svg', join(folder, 'logo.svg'));
    const { settings } = await readContent(folder);
    expect((await readTheme(folder, settings)).value.logo?.at).toBe(join(folder, 'brand/logo.svg'));
  });

  test('an icon or a picture of a kind that is not for it', async () => {
    const files = { 'icon.webp': 'x', 'image.svg': SVG };
    const { told } = await themeOf('  icon: icon.webp\n  image: image.svg', files);
    expect(told).toEqual([
      'content/milepost.yml:2 theme.icon: expected an SVG or a PNG, named as what it is; got "icon.webp", whose bytes are no picture with a size. Save it as one of these; an SVG needs a viewBox.',
      'content/milepost.yml:3 theme.image: expected a PNG or a JPEG, named as what it is; got "image.svg", which is an SVG. Save it as one of these.',
    ]);
  });

  test('a font that is none', async () => {
    const files = {
      'a.woff2': 'nonsense',
      'b.woff2': (await overpass('latin')).subarray(0, 9_000),
      'c.exe': tinyFont('a'),
    };
    const { told, value } = await themeOf(
      '  fonts:\n    - a.woff2\n    - file: b.woff2\n      style: italic\n    - c.exe',
      files,
    );
    const none = (line: number, place: number, file: string): string =>
      `content/milepost.yml:${line} theme.fonts.${place}: expected one font, as woff2, woff, ttf, otf; got "${file}", which is none. Name another file, or take it out; until then pages are in the font that Milepost comes with.`;
    expect(told).toEqual([none(3, 0, 'a.woff2'), none(4, 1, 'b.woff2'), none(6, 2, 'c.exe')]);
    expect(value).toEqual({ fonts: [], digest: '' });
  });
});

describe('a file that is used all the same is told', () => {
  test('when it is too large', async () => {
    const { told, value } = await themeOf('  logo: logo.png\n  image: image.png', {
      'logo.png': png(9, 9, 200_001),
      'image.png': png(9, 9, 5_000_001),
    });
    expect(told).toEqual([
      'content/milepost.yml:2 theme.logo: expected at most 200 kB; got 201 kB of "logo.png". Save it smaller: every page shows it.',
      'content/milepost.yml:3 theme.image: expected at most 5,000 kB; got 5,001 kB of "image.png". Save it smaller: 1200 by 630 is enough.',
    ]);
    expect(Object.keys(value)).toEqual(['fonts', 'digest', 'logo', 'image']);
  });

  test('when fonts weigh too much for a page in Latin letters', async () => {
    const [latin, more] = [await overpass('latin'), await overpass('latin-ext')];
    const files = { 'a.woff2': latin, 'b.woff2': more };
    expect((await themeOf('  fonts: [a.woff2, b.woff2]', files)).told).toEqual([
      'content/milepost.yml:2 theme.fonts: expected fonts of at most 50 kB on a page in Latin letters; got 86 kB: a.woff2 (40 kB), b.woff2 (47 kB). Save subsets as woff2, each with its unicodeRange; one variable font weighs less than many weights.',
    ]);
    const apart = '  fonts: [a.woff2, { file: b.woff2, unicodeRange: [U+0100-02FF] }]';
    expect((await themeOf(apart, files)).told).toEqual([]);
  });

  test('with Overpass, which stays beside a font without Latin letters', async () => {
    const cyrillic = { 'c.woff2': await overpass('cyrillic') };
    expect((await themeOf('  fonts: [c.woff2]', cyrillic)).told).toEqual([
      'content/milepost.yml:2 theme.fonts: expected fonts of at most 50 kB on a page in Latin letters; got 67 kB: c.woff2 (28 kB), Overpass (40 kB). Save subsets as woff2, each with its unicodeRange; one variable font weighs less than many weights.',
    ]);
    const ranged = '  fonts: [{ file: c.woff2, unicodeRange: [U+0400-04FF] }]';
    const { told, value } = await themeOf(ranged, cyrillic);
    expect(told).toEqual([]);
    expect(value.fonts).toMatchObject([
      { weight: '100 900', style: 'normal', isLatin: false, isLoaded: false },
    ]);
  });
});

test('Overpass weighs what is said of it', async () => {
  expect((await overpass('latin')).length).toBe(OVERPASS.size);
});

test.each([
  ['U+0061', true],
  ['U+0000-00FF', true],
  ['u+00??', true],
  ['U+0062-00FF', false],
  ['U+3000-30FF', false],
])('a font for %s is for the letter a: %s', (range, is) => {
  expect(isFor({ unicodeRange: ['U+FFFF', range] }, 0x61)).toBe(is);
});

test.each([
  ['weight: bold', 'fonts.0.weight: expected a weight such as 400'],
  ['weight: "400; } body { display: none"', 'fonts.0.weight: expected a weight such as 400'],
  ['style: "oblique 9deg"', 'fonts.0.style: expected one of normal, italic'],
  ['unicodeRange: ["U+0-FF; src: url(https://example.org/x)"]', 'fonts.0.unicodeRange.0: expected a range'],
])('what would leave its place in a stylesheet is refused: %s', (line, told) => {
  const { problems } = parseSettings(
    `theme:\n  fonts:\n    - file: a.woff2\n      ${line}\n`,
    'milepost.yml',
  );
  expect(problems.map(formatProblem)).toEqual([expect.stringContaining(told)]);
});

test('a theme is read from the folder as it is now', async () => {
  const { folder, told } = await themeOf('  logo: logo.svg', {});
  expect(told).toHaveLength(1);
  await writeFile(join(folder, 'logo.svg'), SVG);
  expect((await readContent(folder)).themeFiles.logo).toMatchObject({ width: 120, height: 30 });
});
