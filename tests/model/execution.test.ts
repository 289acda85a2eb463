import matter from 'gray-matter';
import { beforeEach, describe, expect, test } from 'vitest';
import { readDocument, writeDocument } from '../../src/model/frontmatter.ts';
import { OWNED_KEYS } from '../../src/model/item.ts';
import { type Parsed, parseEntry, parseItem, parseMission } from '../../src/model/parse.ts';
import { formatProblem } from '../../src/model/problem.ts';

const CANARY = 'milepostCanary';
const CODE = `{ title: (globalThis.${CANARY} = 'sang') }`;
const sang = (): boolean => Reflect.get(globalThis, CANARY) !== undefined;
beforeEach(() => void Reflect.deleteProperty(globalThis, CANARY));

/** Ways to ask gray-matter for something else than YAML; the first seven run their code when it is left to itself. */
const SPELLINGS = {
  js: `---js\n${CODE}\n---\nBody.\n`,
  javascript: `---javascript\n${CODE}\n---\nBody.\n`,
  'capital letters': `---JS\n${CODE}\n---\nBody.\n`,
  'a space': `--- js\n${CODE}\n---\nBody.\n`,
  'a tab': `---\tjs\n${CODE}\n---\nBody.\n`,
  CRLF: `---js\r\n${CODE}\r\n---\r\nBody.\r\n`,
  unclosed: `---js\n${CODE}`,
  'a byte order mark': `\uFEFF---js\n${CODE}\n---\nBody.\n`,
  coffee: `---coffee\n${CODE}\n---\nBody.\n`,
  json: `---json\n{ "title": "x" }\n---\nBody.\n`,
  'an inherited name': `---constructor\n${CODE}\n---\nBody.\n`,
  'a YAML function': `---\ntitle: !!js/function 'function () { globalThis.${CANARY} = 1 }'\n---\nBody.\n`,
};
const spellings = Object.entries(SPELLINGS);

describe('front matter that is code is told, and not run', () => {
  const told = ({ value, problems }: Parsed<unknown>): string =>
    value ? 'READ' : problems.map(formatProblem).join('\n');
  const message = (name: string): string =>
    name === 'a YAML function'
      ? 'x.md:2: expected Markdown with YAML front matter; got unknown tag !<tag:yaml.org,2002:js/function>. Mend the line.'
      : 'x.md:1: expected Markdown with YAML front matter; got no front matter: a line `---`, YAML, a line `---`. Mend the line.';

  test.each(spellings)('%s', (name, text) => {
    expect(() => readDocument(text)).toThrow(/no front matter|unknown tag/);
    expect(told(parseItem('1', text, 'x.md'))).toBe(message(name));
    expect(told(parseEntry('1', text, 'x.md'))).toBe(message(name));
    expect(told(parseMission(text, 'x.md'))).toBe(message(name));
    expect(sang()).toBe(false);
  });
});

describe('a body that is code is stored as text, and not run', () => {
  const front = { title: 'x', status: 'open', createdAt: '2026-01-01T00:00:00Z' };

  test.each(spellings)('%s', (_, body) => {
    const text = writeDocument(front, OWNED_KEYS, body);
    const stored = `${body.replaceAll('\r\n', '\n').trimEnd()}\n`;
    expect(parseItem('1', text, 'x.md').value).toMatchObject({ ...front, body: stored });
    expect(writeDocument(front, OWNED_KEYS, stored, readDocument(text).yaml)).toBe(
      text.replaceAll('\r\n', '\n'),
    );
    expect(sang()).toBe(false);
  });

  test('also where nothing is owned, so that the file would begin with it', () => {
    for (const [, body] of spellings) expect(writeDocument({}, OWNED_KEYS, body)).toMatch(/^---\n/);
    expect(sang()).toBe(false);
  });
});

test('gray-matter left to itself runs seven of them, so these tests can fail', () => {
  const ran = spellings.filter(([, text]) => {
    Reflect.deleteProperty(globalThis, CANARY);
    try {
      matter(text);
    } catch {
      return false;
    }
    return sang();
  });
  expect(ran.map(([name]) => name)).toEqual(spellings.slice(0, 7).map(([name]) => name));
});
