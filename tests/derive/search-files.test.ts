import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeCorpus } from '../bench/search-corpus.ts';
import { marksIn } from '../../src/derive/search/marks.ts';
import { compareIdsInFile, readTitles, writeTitles } from '../../src/derive/search/titles-file.ts';
import { readWords, writeWords } from '../../src/derive/search/words-file.ts';

const THREE = { ids: ['7', '9', 'canny-x'], titles: ['Dark theme', 'Export', ''], people: [12, 0, 3] };
const TITLES = 'milepost-titles 1 3\n7 2 =canny-x\n12 0 3\nDark theme\nExport\n';
const WORDS = 'milepost-words 1 40 2\ncanvas zoom\n13 X1';

describe('the titles file', () => {
  test('is lines that people can read', () => expect(writeTitles(THREE)).toBe(TITLES));
  test('reads back as it was', () => expect(readTitles(TITLES)).toEqual(THREE));
  test('keeps a title on its line', () =>
    expect(writeTitles({ ids: ['1'], titles: ['a\r\nb\u2028c\0'], people: [0] })).toBe(
      'milepost-titles 1 1\n1\n0\na b c ',
    ));
  test('puts numbers before other ids', () =>
    expect(['b-1', '10', '9', 'a-1'].sort(compareIdsInFile)).toEqual(['9', '10', 'a-1', 'b-1']));

  test('reads back whatever is written', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.string({ unit: 'grapheme' }), fc.nat({ max: 1e6 }))),
        (rows) => {
          const ids = [...new Set(rows.map(([id]) => `${id}`))].sort(compareIdsInFile);
          const people = ids.map((_, at) => rows[at]?.[2] ?? 0);
          const titles = ids.map((_, at) => (rows[at]?.[1] ?? '').replace(/\p{Cc}|[\u2028\u2029]/gu, '-'));
          const given = { ids, titles, people };
          expect(readTitles(writeTitles(given))).toEqual(given);
        },
      ),
      { numRuns: 100 },
    ));

  test.each([
    [
      'of another version',
      TITLES.replace(' 1 ', ' 2 '),
      '"milepost-titles 1" and a count; got "milepost-titles 2 3"',
    ],
    ['cut short', TITLES.slice(0, -8), '3 titles; got 1'],
    ['with a title too many', `${TITLES}\nmore`, '3 titles; got 4'],
    ['with an id too few', TITLES.replace(' =canny-x', ''), '3 ids; got 2'],
    ['with people that are no number', TITLES.replace('12 ', 'x '), '3 people; got 2'],
  ])('is refused %s', (_, text, says) =>
    expect(() => readTitles(text)).toThrow(
      `search.txt: expected ${says}. Reload the page; if that does not help, build the site again.`,
    ),
  );
});

test('the titles of 10,000 requests, their numbers and people, weigh at most 19 bytes each', () => {
  const text = writeTitles(madeCorpus(10_000));
  expect(brotliCompressSync(text).length / 10_000).toBeLessThanOrEqual(19);
});

describe('the words file', () => {
  test('is the words, then the gaps between their holders', () => {
    const of = Array.from({ length: 40 }, (_, n) =>
      n === 1 || n === 5 ? ['canvas'] : n === 39 ? ['zoom'] : [],
    );
    expect(writeWords(of)).toBe('milepost-words 1 40 2\ncanvas zoom\n13 W1');
    const read = readWords(writeWords(of), 40);
    expect([read.words, [...read.starts], [...read.holders]]).toEqual([
      ['canvas', 'zoom'],
      [0, 2, 3],
      [1, 5, 39],
    ]);
  });

  test.each([
    ['of other requests', WORDS, 41, '"milepost-words 1 41 2"; got "milepost-words 1 40 2"'],
    ['with a list too few', WORDS.replace(' X1', ''), 40, '2 lists; got 1'],
    ['with a place that is nobody', WORDS, 40, 'places below 40; got 40'],
    ['with half a number', WORDS.replace('X1', 'X'), 40, 'whole lists of places; got "X"'],
    ['with a strange digit', WORDS.replace('X1', '!'), 40, 'a digit; got "!"'],
    ['out of order', WORDS.replace('canvas zoom', 'zoom canvas'), 40, 'words ascending; got "canvas"'],
  ])('is refused %s', (_, text, size, says) =>
    expect(() => readWords(text, size)).toThrow(
      `search-words.txt: expected ${says}. Reload the page; if that does not help, build the site again.`,
    ),
  );
});

test.each([
  ['a word', 'dashboard', 'Dark theme for the [dashboard]'],
  ['a beginning and a slip', 'da tehme', '[Dark] [theme] for the [dashboard]'],
])('marks %s', (_, query, shown) => expect(marked('Dark theme for the dashboard', query)).toBe(shown));

test('marks words as they are written: accents, Chinese and surrogates', () => {
  expect(marked('🎉 Über uns: Cafe\u0301', 'uber cafe')).toBe('🎉 [Über] uns: [Cafe\u0301]');
  expect(marked('支持GitHub登录', '登录')).toBe('支持GitHub[登录]');
  expect(marked('支持GitHub', '')).toBe('支持GitHub');
});

const marked = (text: string, query: string): string =>
  marksIn(text, query)
    .reverse()
    .reduce(
      (shown, [from, to]) => `${shown.slice(0, from)}[${shown.slice(from, to)}]${shown.slice(to)}`,
      text,
    );
