import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSearch, type Search } from '../../src/derive/search/search.ts';
import { tellingWords } from '../../src/derive/search/telling-words.ts';
import { buildVocabulary } from '../../src/derive/search/vocabulary.ts';
import { readWords, writeWords } from '../../src/derive/search/words-file.ts';

/** Numbers from 100 on, tags and texts as given, as many people want each as the next. */
function searchIn(
  titles: readonly string[],
  tags: readonly string[] = [],
  texts: readonly string[] = [],
): Search {
  const words = tellingWords(
    titles,
    titles.map((_, place) => texts[place] ?? ''),
    titles.map((_, place) => (tags[place] ? [tags[place]] : [])),
  );
  const others = readWords(writeWords(words), titles.length);
  const ids = titles.map((_, place) => `${100 + place}`);
  return makeSearch({ ids, titles, people: titles.map(() => 0) }, buildVocabulary(titles), others);
}

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
const search = searchIn(
  TITLES,
  TITLES.map((_, n) => `tag design${n}`),
  ['Tired eyes at night, for whoever works late'],
);
const found = (query: string): (string | undefined)[] => Array.from(search(query), (place) => TITLES[place]);

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
    ['a number as GitHub writes it', '#104', 4],
    ['the beginning of a number', '11', 10],
    ['a word of the text', 'tired', 0],
    ['a slip in a word of the text', 'whoevr', 0],
    ['a tag', 'design9', 9],
    ['a tag of two words', 'tag design9', 9],
    ['a tag with a slip', 'desgin9', 9],
  ])('%s', (_, query, place) => expect(found(query)).toContain(TITLES[place]));

  test('the best first: the word itself before words that begin with it, and those before slips', () => {
    const words = searchIn(['impart', 'imports', 'import', 'other']);
    expect([...words('import')]).toEqual([2, 1, 0]);
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

describe('a search for an id', () => {
  const ids = ['15', '154', '1540', 'canny-15', 'a-request-of-many-words'];
  const titles = ['Plain', 'Longer', 'Longest', 'Elsewhere', 'PUT 15 bytes to 15 hosts'];
  const named = makeSearch({ ids, titles, people: titles.map((_, n) => n) }, buildVocabulary(titles));
  const idsFor = (query: string): (string | undefined)[] => Array.from(named(query), (place) => ids[place]);

  test.each(['15', '#15'])('finds what %s names before whatever holds the number', (query) =>
    expect(idsFor(query)).toEqual(['15', 'a-request-of-many-words', '1540', '154']),
  );
  test.each(['canny-15', 'CANNY-15'])('finds %s, an id of several words, alone', (query) =>
    expect(idsFor(query)).toEqual(['canny-15']),
  );
  test.each(['9007199254740993', '9'.repeat(300)])('ends for the number %s', (query) =>
    expect(idsFor(query)).toEqual([]),
  );
});

describe('a search over a thousand texts', () => {
  const vocabulary =
    'dark theme export data keyboard shortcut mail sign import search board filter label vote status roadmap plan ship feed issue'.split(
      ' ',
    );
  const titles = Array.from({ length: 1000 }, (_, n) =>
    [
      ...[0, 1, 2, 3, 4, 5].map((k) => vocabulary[(n * 7 + k * k * 13 + (n >> k)) % vocabulary.length]),
      `${(n * 7919).toString(36)}able`,
      `${(n * 104_729).toString(36)}ing`,
    ].join(' '),
  );
  const big = searchIn(titles);
  const again = searchIn(titles);

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

  const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
  const slipped = (word: string, at: number, letter: string, kind: number): string => {
    const [before, own, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    return (
      [
        before + after,
        before + own + own + after,
        before + (after[0] ?? '') + own + after.slice(1),
        before + letter + after,
      ][kind % 4] ?? word
    );
  };

  test('finds a text by any of its words of four letters or more, and by that word with a slip', () =>
    fc.assert(
      fc.property(
        fc.nat({ max: 999 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...LETTERS),
        fc.nat({ max: 3 }),
        (place, which, where, letter, kind) => {
          const words = (titles[place] ?? '').split(' ').filter((word) => word.length >= 4);
          const word = words[which % words.length] ?? '';
          expect([...big(word)]).toContain(place);
          expect([...big(slipped(word, where % word.length, letter, kind))]).toContain(place);
        },
      ),
      { numRuns: 300 },
    ));

  test.each<[slip: string, (word: string, at: number) => string]>([
    ['missing', (word, at) => word.slice(0, at) + word.slice(at + 1)],
    ['doubled', (word, at) => word.slice(0, at + 1) + word.slice(at)],
    ['wrong', (word, at) => `${word.slice(0, at)}q${word.slice(at + 1)}`],
    [
      'swapped',
      (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    ],
  ])('finds a word of four letters or more wherever a letter is %s', (_, slip) =>
    fc.assert(
      fc.property(
        fc.constantFrom(...vocabulary.filter(({ length }) => length >= 4)),
        fc.nat(30),
        (word, n) => {
          const places = big(slip(word, n % word.length));
          expect([...places].some((place) => titles[place]?.split(' ').includes(word))).toBe(true);
        },
      ),
    ),
  );

  test('gives the same list for the same query, each place once', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.array(fc.constantFrom(...vocabulary), { maxLength: 3 }).map((words) => words.join(' ')),
        ),
        (query) => {
          const places = [...big(query)];
          expect([...again(query)]).toEqual(places);
          expect(new Set(places).size).toBe(places.length);
          expect(places.every((place) => place >= 0 && place < 1000)).toBe(true);
        },
      ),
      { numRuns: 100 },
    ));
});

describe('a search for titles like one', () => {
  const like = (title: string): (string | undefined)[] =>
    Array.from(search(title, 'like'), (place) => TITLES[place]);

  test('finds what shares the telling words, whatever else the title says', () =>
    expect(like('Please let us export data as CSV files each week')).toEqual(['Export all data as CSV']));
  test('leaves out what shares but the words that tell little', () =>
    expect(like('Export data from the moon')).toEqual(['Export all data as CSV']));
  test('puts what more people want first among equals', () => {
    const both = { ids: ['1', '2'], titles: ['Import from A', 'Import from B'], people: [1, 2] };
    expect([...makeSearch(both, buildVocabulary(both.titles))('import', 'like')]).toEqual([1, 0]);
  });
});
