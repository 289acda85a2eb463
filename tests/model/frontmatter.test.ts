import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import matter from 'gray-matter';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { FrontMatterError, readDocument, writeDocument } from '../../src/model/frontmatter.ts';
import { ITEM_ID, OWNED_KEYS } from '../../src/model/item.ts';

const KEYS = [...OWNED_KEYS, 'response'];
const FRONT_MATTER = { title: 'A title', status: 'open', createdAt: '2026-01-01T00:00:00Z' };

/** What three readers make of a file: ours, gray-matter as it comes (js-yaml 3 inside), and js-yaml 4. */
function readByAll(text: string): Record<string, unknown> {
  const { data, yaml } = readDocument(text);
  return { ours: data, 'gray-matter': matter(text, {}).data, 'js-yaml 4': load(yaml) };
}

/** Readers that read back something else than was written. */
function differences(written: Record<string, unknown>): string[] {
  const read = readByAll(writeDocument(written, KEYS, 'Body.\n'));
  return Object.entries(read).flatMap(([reader, data]) =>
    isDeepStrictEqual({ ...Object(data) }, written)
      ? []
      : [`${reader}: ${JSON.stringify(data)} for ${JSON.stringify(written)}`],
  );
}

/** One document that holds ten strings, in every place that takes text. */
const inEveryPlace = ([title, milestone, response, ...tags]: readonly string[]): Record<string, unknown> => ({
  title,
  milestone,
  tags,
  response,
});

describe('what is written reads back equal, here, in gray-matter and in js-yaml 4', () => {
  const ten = (text: fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
    fc.array(text, { minLength: 10, maxLength: 10 });
  const never = (text: fc.Arbitrary<string>, numRuns: number): void =>
    fc.assert(
      fc.property(ten(text), (strings) => {
        expect(differences(inEveryPlace(strings))).toEqual([]);
      }),
      { numRuns },
    );

  test('10,000 strings of any code points', () => never(fc.string({ unit: 'binary', maxLength: 24 }), 1000));
  test('10,000 strings of letters, marks and emoji as people see them', () =>
    never(fc.string({ unit: 'grapheme', maxLength: 24 }), 1000));
  test('5,000 strings of what means something to YAML', () =>
    never(fc.string({ unit: fc.constantFrom(...'---:#&*!|>%@`"\'{}[],?~\\\n\r\t =<'), maxLength: 12 }), 500));

  test('every string of up to 3 characters that could be a number, a moment or a truth', () => {
    const alphabet = [...'0123456789.eEoxXb_+-:~ ny'];
    const longer = (strings: string[]): string[] =>
      strings.flatMap((start) => alphabet.map((end) => start + end));
    const two = longer(alphabet);
    const all = [...alphabet, ...two, ...longer(two)];
    expect(all).toHaveLength(16_275);
    const wrong = Array.from({ length: Math.ceil(all.length / 500) }, (_, n) =>
      all.slice(n * 500, (n + 1) * 500),
    ).flatMap((tags) => differences({ title: tags[0], milestone: tags.at(-1), tags }));
    expect(wrong).toEqual([]);
  });

  test.each([
    'true',
    'No',
    'null',
    '~',
    '2026-01-01',
    '0o17',
    '08',
    '0x1F',
    '1_000',
    '12:30:45',
    '.inf',
    '1e3',
    '=',
    '<<',
    '- a',
    'a: b',
    '#',
    '---',
    '...',
  ])('the word %s, in every place', (word) =>
    expect(differences(inEveryPlace(Array.from({ length: 10 }, () => word)))).toEqual([]),
  );

  test('a title of 300 emoji and one with a script', () => {
    expect(differences({ title: '👩‍👩‍👧‍👦'.repeat(300) })).toEqual([]);
    expect(differences({ title: '<script>alert(1)</script>' })).toEqual([]);
  });
});

describe('a body comes back as it was written', () => {
  const bodyOf = (body: string): string => readDocument(writeDocument(FRONT_MATTER, KEYS, body)).body;

  test.each([
    ['front matter in JavaScript', '---js\n{ a: 1 }\n---\nText.\n'],
    ['front matter of its own', '---\nstatus: shipped\n---\nText.\n'],
    ['nothing but a fence', '---\n'],
    ['two fences', '---\n\nHello\n\n---\n\nWorld\n'],
    ['TOML', '+++\na = 1\n+++\n'],
    ['the end of a YAML document', '...\nText.\n'],
    ['newlines first', '\n\n\nText.\n'],
    ['newlines last', 'Text.\n\n\n'],
    ['a byte order mark', '\uFEFFText.\n'],
    ['a byte order mark and a fence', '\uFEFF---js\n1\n---\n'],
    ['spaces and tabs', '\t Text. \n'],
  ])('that begins with or is %s', (_, body) => {
    expect(bodyOf(body)).toBe(body);
    expect(matter(writeDocument(FRONT_MATTER, KEYS, body), {}).content).toBe(body);
  });

  test('made of fences and newlines thrown together', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('---', '---js', '\n', '\n---\n', '+++', 'a: 1', ' ', '#', '\uFEFF', '"', '|'),
          { maxLength: 12 },
        ),
        (pieces) => {
          const body = `${pieces.join('')}\n`;
          const text = writeDocument(FRONT_MATTER, KEYS, body);
          expect(readDocument(text)).toMatchObject({ data: FRONT_MATTER, body });
          expect(writeDocument(FRONT_MATTER, KEYS, body, readDocument(text).yaml)).toBe(text);
        },
      ),
      { numRuns: 1000 },
    ));

  test('with a final newline added where there is none', () => expect(bodyOf('Text.')).toBe('Text.\n'));
  test('with every kind of line end read as LF', () => expect(bodyOf('a\r\nb\rc\n')).toBe('a\nb\nc\n'));
});

describe('front matter', () => {
  const yamlOf = (yaml: string): Record<string, unknown> => readDocument(`---\n${yaml}\n---\n`).data;
  const failure = (text: string): string => {
    try {
      return `read: ${JSON.stringify(readDocument(text).data)}`;
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error;
      return `${error.line}: ${error.message}`;
    }
  };

  test.each([
    'a: &x 1',
    'a: &x {b: 1}',
    'a: &x []',
    '&x a: 1',
    'a: [&x 1, *x]',
    'a: &x\n  b: 1',
    'a:\n  - &x b',
  ])('with an anchor is refused: %s', (yaml) =>
    expect(failure(`---\n${yaml}\n---\n`)).toMatch(
      /^[23]: anchors \(&name\) and aliases \(\*name\) are not supported$/,
    ),
  );
  test('may hold & and * in its text', () =>
    expect(yamlOf('a: R & D *now*\nb: "&x"')).toEqual({ a: 'R & D *now*', b: '&x' }));

  test('with a key twice names the line of the second', () =>
    expect(failure('---\ntitle: a\nstatus: open\ntitle: b\n---\n')).toBe('4: duplicated mapping key'));
  test('that breaks off names the line', () =>
    expect(failure('---\ntitle: "a\n---\n')).toBe(
      '3: unexpected end of the stream within a double quoted scalar',
    ));
  test('that is a list says so', () =>
    expect(failure('---\n- a\n---\n')).toBe('2: front matter is not a list of `key: value` lines'));
  test('that is absent says what it looks like', () =>
    expect(failure('# Hello\n')).toBe('1: no front matter: a line `---`, YAML, a line `---`'));
  test('with a key that begins like a fence is refused, since gray-matter would end there', () =>
    expect(failure('---\n---a: b\n---\n')).toBe('1: a line inside the front matter begins with `---`'));
  test('with the tag of a function is refused', () =>
    expect(failure('---\na: !!js/function "function () {}"\n---\n')).toBe(
      '2: unknown tag !<tag:yaml.org,2002:js/function>',
    ));

  test('that names __proto__ changes no other object', () => {
    const data = yamlOf('__proto__: {polluted: true}\na: 1\nb: {__proto__: {polluted: true}}');
    expect(Object.keys(data)).toEqual(['a', 'b']);
    expect(Reflect.get(data, 'polluted')).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test.each([
    ['60,000 blank lines', `---\n${'\n'.repeat(60_000)}a: 1\n---\n`, '2: longer than 2,000 lines'],
    ['a megabyte of text', `---\na: ${'x'.repeat(1_000_000)}\n---\n`, '2: longer than 65,536 characters'],
    ['brackets in brackets', `---\na: ${'['.repeat(20_000)}\n---\n`, '2: nesting exceeded maxDepth (100)'],
  ])('of %s is refused at once', (_, text, message) => {
    const before = process.cpuUsage();
    expect(failure(text)).toBe(message);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
  });
});

test('an item’s id is safe as a file name and in an address', () => {
  const good = ['1', '42', 'docs-12', 'threads-board-without-javascript', 'a'.repeat(80)];
  const bad = ['', '-1', 'A', 'a_b', 'a.b', '..', '../x', 'a/b', 'a b', 'é', 'a'.repeat(81), 'a\n'];
  expect([...good, ...bad].filter((id) => ITEM_ID.test(id))).toEqual(good);
});
