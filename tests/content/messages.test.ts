import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read.ts';
import type { Table } from '../../src/i18n/messages.ts';
import { ENGLISH } from '../../src/i18n/tables.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { contentFolder } from './folder.ts';

const ALL = Object.keys(ENGLISH).length;

async function read(
  locale: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ words: Table; told: string[] }> {
  const folder = await contentFolder({ 'milepost.yml': `locale: ${locale}\n`, ...files });
  const { words, problems } = await readContent(folder);
  return {
    words,
    told: problems.map((problem) => `${problem.level} ${formatProblem(problem).replace(folder, 'content')}`),
  };
}

describe('a site’s own words', () => {
  test('change some of a language that Milepost speaks', async () =>
    expect(await read('de', { 'messages/de.json': '{ "nav.board": "Wünsche" }' })).toEqual({
      words: { 'nav.board': 'Wünsche' },
      told: [],
    }));

  test('serve a language of a region, and no other language', async () => {
    const files = {
      'messages/de.json': '{ "nav.board": "Wünsche" }',
      'messages/fr.json': '{ "nav.board": "Idées" }',
    };
    expect((await read('de-AT', files)).words).toEqual({ 'nav.board': 'Wünsche' });
    expect((await read('es', files)).words).toEqual({});
  });

  test('add a language; what lacks is told once', async () =>
    expect(
      await read('nl', {
        'messages/nl.json':
          '{\n  "nav.board": "Bord",\n  "people": { "one": "mens", "other": "mensen" }\n}\n',
      }),
    ).toEqual({
      words: { 'nav.board': 'Bord', people: { one: 'mens', other: 'mensen' } },
      told: [
        `warning content/messages/nl.json: expected all ${ALL} words; got ${ALL - 2} fewer: skip, list, sentence, tagline, nav.label…. Until they are here, the site says them in English.`,
      ],
    }));

  test('that a language lacks altogether are missed', async () =>
    expect((await read('nl', {})).told).toEqual([
      'warning content/milepost.yml locale: expected a language that Milepost speaks (ar, de, en, es, fr, ja, pt-BR, zh-CN), or its words in messages/nl.json; got "nl". Until then the site is in English.',
    ]));

  test('may leave out a number that the form itself says', async () =>
    expect(
      await read('en', { 'messages/en.json': '{ "board.figures": { "one": "One", "other": "{count}" } }' }),
    ).toEqual({ words: { 'board.figures': { one: 'One', other: '{count}' } }, told: [] }));
});

describe('a word with a fault is told, and the built-in one is said', () => {
  const told = async (line: string, tag = 'de'): Promise<string[]> => {
    const read_ = await read('de', { [`messages/${tag}.json`]: `{\n  ${line}\n}\n` });
    expect(read_.words).toEqual({});
    return read_.told;
  };

  test('with an unknown key', async () =>
    expect(await told('"nav.bord": "Wünsche"')).toEqual([
      'error content/messages/de.json:2 nav.bord: expected a key that Milepost has words for; got "nav.bord". Did you mean "nav.board"?',
    ]));
  test('with a placeholder that nobody fills', async () =>
    expect(await told('"tag.title": "Zu {etikett}"')).toEqual([
      'error content/messages/de.json:2 tag.title: expected {tag}; got {etikett}. Names in braces stay as they are in English; they may stand elsewhere.',
    ]));
  test('with a placeholder less in one form', async () =>
    expect(await told('"board.figures": { "one": "{count} Wunsch", "other": "Wünsche" }')).toEqual([
      'error content/messages/de.json:2 board.figures.other: expected {count}; got none. Names in braces stay as they are in English; they may stand elsewhere.',
    ]));
  test('with a plural form less', async () =>
    expect(await told('"people": { "other": "Leute" }')).toEqual([
      'error content/messages/de.json:2 people: expected a text for each plural form of the language: one, other; got other. Add one.',
    ]));
  test('with a plural form that the language has not', async () =>
    expect(await told('"people": { "one": "人", "other": "人" }', 'ja')).toEqual([
      'error content/messages/ja.json:2 people: expected a text for each plural form of the language: other; got one, other. Take out one.',
    ]));
  test('with HTML', async () =>
    expect(await told('"nav.board": "<b>Wünsche</b>"')).toEqual([
      'error content/messages/de.json:2 nav.board: expected plain text; got "<b>Wünsche</b>". HTML would be shown as it is written.',
    ]));
  test('of a comment, that mentions somebody or closes something', async () =>
    expect(await told('"notice.thanks": "Danke, @octo!", "notice.same": "Fixes {canonical}."')).toEqual([
      'error content/messages/de.json:2 notice.thanks: expected text that mentions nobody; got "@octo". Every comment would send them a message; take the @ out.',
      'error content/messages/de.json:2 notice.same: expected text that closes no issue; got "Fixes {canonical}". Say it otherwise: "done in {work}".',
    ]));
  test('with spaces too many', async () =>
    expect(await told('"nav.board": "Alle  Wünsche"')).toEqual([
      'error content/messages/de.json:2 nav.board: expected single spaces, and none at the ends; got "Alle  Wünsche". Take the others out.',
    ]));
  test('without words', async () =>
    expect(await told('"nav.board": " "')).toEqual([
      'error content/messages/de.json:2 nav.board: expected some words; got " ". In English: "Board".',
    ]));
  test('with forms where there are none', async () =>
    expect(await told('"nav.board": { "other": "Wünsche" }')).toEqual([
      'error content/messages/de.json:2 nav.board: expected a text; got {"other":"Wünsche"}. In English: "Board".',
    ]));
  test('in a file whose name is no language', async () =>
    expect(await told('"nav.board": "Ideias"', 'pt_br')).toEqual([
      'error content/messages/pt_br.json: expected a file named after a language, such as nl.json or pt-BR.json; got "pt_br". Did you mean "pt-BR.json"?',
    ]));
  test('in a file that is a list', async () =>
    expect((await read('de', { 'messages/de.json': '["Wünsche"]' })).told).toEqual([
      'error content/messages/de.json: expected words by their keys; got ["Wünsche"]. Such as { "nav.board": "Board" }.',
    ]));
  test('in a file that is not UTF-8', async () =>
    expect((await read('de', { 'messages/de.json': Uint8Array.from([0x7b, 0xfc, 0x7d]) })).told).toEqual([
      'error content/messages/de.json: expected text in UTF-8; got other bytes. Save the file as UTF-8.',
    ]));
});
