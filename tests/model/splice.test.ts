import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument, writeDocument } from '../../src/model/frontmatter.ts';
import { spliceYaml } from '../../src/model/splice.ts';
import { readYaml } from '../../src/model/yaml.ts';

const OWNED = ['title', 'status', 'closedAt', 'tags'];

describe('keys of sync change while those of people stay', () => {
  const previous = `# Asked for in spring.
title: "Dark theme"
response: Coming.   # soon

status: "open"
# Ours.
evidence:
  - source: "call"
tags:
  - "ui"
eta: '2026'
# The end.
`;

  test('a value changes where it stands', () =>
    expect(spliceYaml(previous, { title: 'Dark mode', status: 'planned', tags: ['ui', 'css'] }, OWNED))
      .toBe(`# Asked for in spring.
title: "Dark mode"
response: Coming.   # soon

status: "planned"
# Ours.
evidence:
  - source: "call"
tags:
  - "ui"
  - "css"
eta: '2026'
# The end.
`));

  test('a new key comes where its order puts it', () =>
    expect(
      spliceYaml(
        previous,
        { title: 'Dark theme', status: 'open', closedAt: '2026-01-01T00:00:00Z', tags: ['ui'] },
        OWNED,
      ),
    ).toBe(previous.replace('status: "open"\n', 'status: "open"\nclosedAt: "2026-01-01T00:00:00Z"\n')));

  test('a key vanishes, and the comment above it stays', () =>
    expect(spliceYaml(previous, { status: 'open', tags: ['ui'] }, OWNED)).toBe(
      previous.replace('title: "Dark theme"\n', ''),
    ));

  test('all keys of sync vanish', () =>
    expect(spliceYaml(previous, {}, OWNED)).toBe(`# Asked for in spring.
response: Coming.   # soon

# Ours.
evidence:
  - source: "call"
eta: '2026'
# The end.
`));

  test('in a new file all keys come in order', () =>
    expect(spliceYaml('', { tags: ['a'], title: 'T', status: 'open' }, OWNED)).toBe(
      'title: "T"\nstatus: "open"\ntags:\n  - "a"\n',
    ));
});

describe('odd but legal layouts of what people write', () => {
  /** People's text between two keys of sync, of which the first changes, a second comes and the last goes. */
  const around = (people: string): string =>
    spliceYaml(`title: 'Old'\n${people}tags: [a, b]\n`, { title: 'New', status: 'open' }, OWNED);

  test.each([
    ['a block scalar', 'response: |\n  One.\n\n  # not a comment\n  Two.\n'],
    ['a block scalar that keeps its last newlines', 'response: |+\n  One.\n\n\n'],
    ['a folded scalar with an indent of its own', 'response: >2-\n    One.\n  Two.\n'],
    ['a block scalar with what looks like a key', 'response: |\n  title: not a key\n  status: nor this\n'],
    ['a plain scalar over three lines', 'response: One\n  two\n\n  three\n'],
    ['a quoted scalar over two lines', 'response: "One\n  two"\n'],
    ['a sequence at column 0', 'evidence:\n- source: call\n  date: 2026-01\n- source: mail\n'],
    ['a sequence with comments between', 'evidence:\n  - source: call\n  # the second\n  - source: mail\n'],
    ['a flow mapping over lines', 'evidence: [\n  { source: call },\n]\n'],
    ['quoted keys', '"response": One.\n\'eta\': soon\n'],
    ['a key with a space before its colon', 'response : One.\n'],
    ['an empty value', 'pillar:\n'],
    ['a key of other letters', 'Größe der Änderung: viel # sehr\n'],
    ['comments and blank lines between', '# a\n\n  # b\nresponse: x # c\n\n# d\n'],
    ['a tab after the colon', 'response:\tOne.\n'],
    ['a word of its own for __proto__', '__proto__: x\n'],
  ])('%s', (_, people) => expect(around(people)).toBe(`title: "New"\nstatus: "open"\n${people}`));

  test('a quoted or spaced key of sync is known as one', () =>
    expect(spliceYaml('"title": Old\n\'status\' : open\n', { title: 'New', status: 'planned' }, OWNED)).toBe(
      'title: "New"\nstatus: "planned"\n',
    ));

  test.each([
    ['a mapping in flow style', '{ title: Old, response: "One: two", eta: soon }\n'],
    ['a key with an escape', '"tit\\u006ce": Old\nresponse: "One: two"\neta: soon\n'],
    ['an explicit key', '? title\n: Old\n? response\n: "One: two"\n? eta\n: soon\n'],
    ['an indented mapping', '  title: Old\n  response: "One: two"\n  eta: soon\n'],
  ])('%s is written anew, without loss', (_, previous) =>
    expect(spliceYaml(previous, { title: 'New' }, OWNED)).toBe(
      'title: "New"\nresponse: "One: two"\neta: "soon"\n',
    ),
  );
});

describe('a whole file', () => {
  const update = (text: string): string =>
    writeDocument({ title: 'New' }, OWNED, readDocument(text).body, readDocument(text).yaml);

  test('with CRLF gets LF, and keeps what people wrote', () =>
    expect(
      update('---\r\n# Ours.\r\n\r\ntitle: Old\r\nresponse: |\r\n  One.\r\n\r\n  Two.\r\n---\r\nBody.\r\n'),
    ).toBe('---\n# Ours.\n\ntitle: "New"\nresponse: |\n  One.\n\n  Two.\n---\nBody.\n'));

  test('keeps blank lines, spaces and newlines at both ends of its front matter', () => {
    const text = '---\n\n  # Ours.\ntitle: "New"\nresponse: |+\n  One.\n\n\n---\nBody.\n';
    expect(update(text)).toBe(text);
  });
});

test('whatever people write stays byte for byte, and writing twice is writing once', () => {
  const people = fc.subarray(
    [
      '# About the answer.\nresponse: |\n  One.\n\n  Two: three\n',
      'evidence:\n- source: "call" # by phone\n',
      '\n# Later.\neta: 2026-11\n',
      'pillar: true-demand\n',
      'hidden: [\n  false\n]\n',
      '"note": >-\n  a\n  # b\n  c\n',
    ],
    { minLength: 1 },
  );
  const text = fc.string({ unit: fc.constantFrom(...'ab:#- \n"\'|é😀'), maxLength: 8 });
  const owned = fc.record(
    { title: text, status: text, closedAt: text, tags: fc.array(text, { minLength: 1, maxLength: 3 }) },
    { requiredKeys: ['title'] },
  );
  fc.assert(
    fc.property(people, fc.array(fc.nat()), owned, owned, (blocks, places, first, second) => {
      const pieces = blocks.map((block, n) => ({ block, place: places[n] ?? 0 }));
      const previous = pieces.reduce(
        (yaml, { block, place }) => insert(yaml, block, place),
        spliceYaml('', first, OWNED),
      );
      const spliced = spliceYaml(previous, second, OWNED);
      for (const block of blocks) expect(spliced).toContain(block);
      expect(spliceYaml(spliced, second, OWNED)).toBe(spliced);
      const before = Object.entries(Object(readYaml(previous))).filter(([key]) => !OWNED.includes(key));
      expect(readYaml(spliced)).toEqual({ ...Object.fromEntries(before), ...second });
    }),
    { numRuns: 1000 },
  );
});

/** Puts a block of people's before a key of sync, or at the end. */
function insert(yaml: string, block: string, place: number): string {
  const starts = [...yaml.matchAll(/^(?:title|status|closedAt|tags):/gm)]
    .map(({ index }) => index)
    .concat(yaml.length);
  const at = starts[place % starts.length] ?? 0;
  return yaml.slice(0, at) + block + yaml.slice(at);
}
