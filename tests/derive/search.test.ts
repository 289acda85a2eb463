import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSearch } from '../../src/derive/search/search.ts';

const TITLES = [
  'Dark theme for the dashboard',
  'Export all data as CSV',
  'Keyboard shortcuts',
  'Notifications by e-mail',
  'Single sign-on with SAML',
  'Über uns: Café-Menü übersetzen',
  '支持GitHub登录和日本語の検索',
  'C++ bindings',
  'Support Node.js 22',
  'Import from Canny',
  'Import from UserVoice',
  'Поиск по карте',
  '한국어 지원',
  'サーバーを選ぶ',
  '第22章',
] as const;
const search = buildSearch(TITLES.map((title, n) => ({ title, more: `tag-${n} ${100 + n}` })));
const found = (query: string): (string | undefined)[] => search(query).map((place) => TITLES[place]);

describe('a search finds', () => {
  test.each([
    ['a word', 'keyboard', 2],
    ['the beginning of a word', 'keyb', 2],
    ['a word of one letter', 'c', 7],
    ['a missing letter', 'dashbord', 0],
    ['a doubled letter', 'keybboard', 2],
    ['swapped letters', 'notifcaitions', 3],
    ['a wrong letter', 'shortcats', 2],
    ['a slip in the beginning of a longer word', 'notefic', 3],
    ['capital letters', 'SAML', 4],
    ['words in another order', 'sign single', 4],
    ['letters without their accents', 'uber cafe menu', 5],
    ['letters with accents', 'ÜBERSETZEN', 5],
    ['accents made of two characters', 'cafe\u0301', 5],
    ['full-width letters', 'ＣＳＶ', 1],
    ['Chinese', '登录', 6],
    ['Japanese', '日本語', 6],
    ['Latin letters between Chinese ones', 'github', 6],
    ['a single character', '持', 6],
    ['Japanese with a long vowel', 'サーバー', 13],
    ['digits between Chinese characters', '22', 14],
    ['Cyrillic', 'поиск', 11],
    ['Korean', '한국', 12],
    ['a number', '104', 4],
    ['the beginning of a number', '11', 10],
    ['a tag', 'tag-9', 9],
  ])('%s', (_, query, place) => expect(found(query)).toContain(TITLES[place]));

  test('the best first: the word itself before words that begin with it, and those before slips', () => {
    const words = buildSearch(['import', 'imports', 'impart', 'other'].map((title) => ({ title, more: '' })));
    expect(words('import')).toEqual([0, 1, 2]);
  });

  test('what holds all words before what holds some', () =>
    expect(found('import canny')).toEqual(['Import from Canny']));
  test('what holds some words, when nothing holds all', () =>
    expect(found('import zzzz')).toEqual(['Import from Canny', 'Import from UserVoice']));

  test.each(['', '   ', '???', '🎉', '\u0000', 'zzzz', '%', '__proto__ x', '()[]{}\\'])(
    'nothing for %j',
    (query) => expect(found(query)).toEqual([]),
  );
});

describe('a search over a thousand texts', () => {
  const vocabulary =
    'dark theme export data keyboard shortcut mail sign import search board filter label vote status roadmap plan ship feed issue'.split(
      ' ',
    );
  const thousand = Array.from({ length: 1000 }, (_, n) => ({
    title: [0, 1, 2, 3, 4, 5]
      .map((k) => vocabulary[(n * 7 + k * k * 13 + (n >> k)) % vocabulary.length])
      .join(' '),
    more: `${n} ${(n * 7919).toString(36)}able ${(n * 104_729).toString(36)}ing`,
  }));
  const big = buildSearch(thousand);
  const again = buildSearch(thousand);

  test.each([
    ['one letter', 'a'.repeat(10_000)],
    ['one word', 'dark '.repeat(2000)],
    ['all words', `${vocabulary.join(' ')} `.repeat(80)],
    ['slips', `${vocabulary.map((word) => word.slice(1)).join(' ')} `.repeat(80)],
    [
      'words that are each another',
      Array.from({ length: 1000 }, (_, n) => `${(n * 7907).toString(36)}abel`).join(' '),
    ],
    ['blank space', ' '.repeat(10_000)],
    ['single letters', 'a b c d e f g h '.repeat(625)],
    ['Chinese', '支持'.repeat(5000)],
    ['letters that unfold', 'ﷺ'.repeat(10_000)],
    ['marks', `a${'\u0301'.repeat(9999)}`],
    ['what a pattern would mean', '(a+)+$|^'.repeat(1250)],
    ['half characters', '\uD83D'.repeat(10_000)],
  ])('takes no time for 10,000 characters of %s', (_, query) => {
    const times = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage();
      big(query);
      return process.cpuUsage(before).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });

  test('gives the same list for the same query, each place once', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.array(fc.constantFrom(...vocabulary), { maxLength: 3 }).map((words) => words.join(' ')),
        ),
        (query) => {
          const places = big(query);
          expect(again(query)).toEqual(places);
          expect(new Set(places).size).toBe(places.length);
          expect(places.every((place) => place >= 0 && place < 1000)).toBe(true);
        },
      ),
      { numRuns: 100 },
    ));
});
