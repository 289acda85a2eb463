import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../src/i18n/messages.ts';
import { footprintFiles, heaviestOf } from '../../src/site/footprint/footprint.ts';
import { footprintTable, withFootprint } from '../../src/site/footprint/table.ts';
import { weigh } from '../../src/site/footprint/weigh.ts';

const messages = messagesFor('en');

describe('the weight of a page', () => {
  const files: Readonly<Record<string, string>> = {
    'a.css': 'a {}',
    'icon.svg': '<svg/>',
    'x/main.js': 'import{a as b}from"./near.js";import"../far.js";import(`./later.js`)',
    'x/near.js': 'export const a=1',
    'far.js': 'import "./x/near.js"',
    'x/later.js': 'later',
    'font.woff2': 'font',
    'p q.png': 'picture',
  };
  const read = (path: string): Buffer | undefined => {
    const text = files[path];
    return text === undefined ? undefined : Buffer.from(text);
  };
  const zipped = (...texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  const HTML = [
    '<link rel="stylesheet" href="/b/a.css"><link rel="icon" href="/b/icon.svg">',
    '<link rel="preload" as="font" href="/b/font.woff2"><link rel="alternate" href="/b/x/later.js">',
    '<script type="module" src="/b/x/main.js"></script><img src="/b/p%20q.png"><img src="/b/gone.png">',
    '<script src="https://far.example/x.js"></script><link rel="stylesheet" href="/b/a.css">',
  ].join('\n');

  test('is that of itself and of what it loads, each once, text compressed', () => {
    const text = ['a.css', 'icon.svg', 'x/main.js', 'x/near.js', 'far.js'].map((path) => files[path] ?? '');
    expect(weigh(HTML, '/b/', read)).toEqual({
      files: 8,
      bytes: zipped(HTML, ...text) + 'font'.length + 'picture'.length,
    });
  });

  test('is its own where it loads nothing', () => {
    expect(weigh('<p>x</p>', '/', read)).toEqual({ files: 1, bytes: zipped('<p>x</p>') });
  });
});

test('of each kind the page with the most HTML is weighed, and pages of no kind are not', () => {
  const sizes: Readonly<Record<string, number>> = {
    'index.html': 1,
    'page/2/index.html': 2,
    'feedback/1/index.html': 5,
    'feedback/2/index.html': 5,
    '404.html': 9,
    'api/v1/items.json': 9,
  };
  expect(heaviestOf(Object.keys(sizes), (path) => sizes[path] ?? 0)).toEqual([
    ['board', 'page/2/index.html'],
    ['request', 'feedback/1/index.html'],
  ]);
});

describe('the mission’s page', () => {
  const table = footprintTable(
    [{ kind: 'board', path: 'index.html', files: 3, bytes: 45_300, grams: 0.00671 }],
    messages,
    '/a&b/footprint.json',
  );
  const page = '<main><site-footprint data-x><p>Later.</p></site-footprint><p>$&</p></main>';

  test('shows the figures as a table, with the way to the data', () => {
    expect(withFootprint(page, table)).toBe(
      [
        '<main><site-footprint data-x><table class="figures"><thead><tr><th scope="col">Page</th>',
        '<th scope="col" class="number">Transferred</th><th scope="col" class="number">CO₂ a visit</th>',
        '</tr></thead><tbody><tr><th scope="row">Board</th><td class="number">45.3 kB</td>',
        '<td class="number">0.0067 g</td></tr></tbody></table>',
        '<p class="small"><a href="/a&amp;b/footprint.json">These figures as JSON</a></p>',
        '</site-footprint><p>$&</p></main>',
      ].join(''),
    );
  });

  test('is the same when it is filled again, and stays as it is without a place for them', () => {
    const filled = withFootprint(page, table);
    expect(withFootprint(filled, table)).toBe(filled);
    expect(withFootprint('<main></main>', table)).toBe('<main></main>');
  });
});

describe('a built site', () => {
  const build = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const outDir = await mkdtemp(join(tmpdir(), 'milepost-footprint-'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(outDir, path)), { recursive: true });
      await writeFile(join(outDir, path), text);
    }
    return outDir;
  };
  const SITE = {
    'index.html': '<h1>Board</h1>',
    'mission/index.html': '<h1>Mission</h1><site-footprint></site-footprint>',
  };
  const pages = Object.keys(SITE);

  test('is weighed with the figures on its mission’s page, twice the same', async () => {
    const outDir = await build(SITE);
    const first = footprintFiles({ outDir, pages, base: '/', messages });
    const [data, mission] = first;
    expect(JSON.parse(data?.text ?? '')).toEqual({
      method: 'Sustainable Web Design Model, version 4',
      pages: [
        { kind: 'board', path: 'index.html', files: 1, bytes: 34, grams: 0.00001 },
        {
          kind: 'mission',
          path: 'mission/index.html',
          files: 1,
          bytes: expect.closeTo(gzipSync(mission?.text ?? '').length, -1),
          grams: expect.any(Number),
        },
      ],
    });
    await writeFile(join(outDir, 'mission/index.html'), mission?.text ?? '');
    expect(footprintFiles({ outDir, pages, base: '/', messages })).toEqual(first);
    expect(await readFile(join(outDir, 'mission/index.html'), 'utf8')).toContain('0.00001 g');
  });

  test('without a mission’s page is weighed all the same', async () => {
    const outDir = await build({ 'index.html': '<h1>Board</h1>' });
    const files = footprintFiles({ outDir, pages: ['index.html'], base: '/', messages });
    expect(files.map(({ path }) => path)).toEqual(['api/v1/footprint.json']);
  });
});
