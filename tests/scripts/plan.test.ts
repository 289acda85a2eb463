import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adaptIssue } from '../../scripts/github/adapt.ts';
import { issue as shape } from '../../scripts/github/shapes.ts';
import { extendHistory } from '../../scripts/content/history.ts';
import { planItem, type Standing } from '../../scripts/sync/plan.ts';
import { settings } from '../../src/model/settings.ts';
import { parseItem } from '../../src/model/parse.ts';
import { day } from '../github/data.ts';

const PATH = 'content/feedback/1.md';
const home = { owner: 'octo', name: 'app', repo: 'octo/app', prefix: undefined };

function adapted(title: string, body: string, label: string) {
  const given = {
    title,
    body,
    labels: { nodes: [{ name: label }] },
    milestone: { title },
    createdAt: day(1),
    updatedAt: day(2),
  };
  const issue = shape.parse({
    id: 'I',
    number: 1,
    url: 'https://github.com/octo/app/issues/1',
    state: 'OPEN',
    ...given,
  });
  return adaptIssue(issue, {
    settings: settings.parse({}),
    repository: home,
    repositories: [home],
    releases: [],
  });
}

const plan = (item: ReturnType<typeof adapted>, standing: Standing) => planItem(item, standing, PATH, 'open');

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      ' ',
      ':',
      '#',
      '"',
      "'",
      '{',
      '}',
      '<',
      '!',
      '&',
      '*',
      '|',
      '0x',
      '1e3',
      'null',
      '\u2028',
      '\uD800',
    ),
  }),
);

test('whatever an issue says, its file reads back equal, and the next sync leaves it', () => {
  fc.assert(
    fc.property(anything, anything, anything, (title, body, label) => {
      const item = adapted(title, body, label);
      const change = plan(item, undefined);
      if (change.kind !== 'created') throw new Error(`not created but ${change.kind}`);
      expect(plan(item, change.text)).toEqual({ kind: 'unchanged' });
      const { value, problems } = parseItem('1', change.text, PATH);
      expect(problems).toEqual([]);
      expect(value).toMatchObject({
        title: item.fields.title,
        body: item.body || '\n',
        tags: item.fields.tags,
      });
    }),
    { numRuns: 500 },
  );
});

test('whatever people add under the front matter stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (words) => {
      const first = plan(adapted('Old', 'Body', 'ui'), undefined);
      if (first.kind !== 'created') throw new Error(`not created but ${first.kind}`);
      const mine = `# ${words}\nresponse: ${JSON.stringify(words)}\n`;
      const standing = first.text.replace('\n---\n', () => `\n${mine}---\n`);
      const second = plan(adapted('New', 'Body', 'ui'), standing);
      expect(second).toEqual({ kind: 'updated', text: standing.replaceAll('"Old"', '"New"') });
    }),
  );
});

describe('history', () => {
  const open = { at: day(1), status: 'open' };

  test('begins with the first status, when the item was created', () => {
    expect(extendHistory([], { status: 'open', since: day(9), createdAt: day(1) }, 'open')).toEqual([open]);
    expect(extendHistory([], { status: 'planned', since: day(9), createdAt: day(1) }, 'open')).toEqual([
      open,
      { at: day(9), status: 'planned' },
    ]);
  });

  test('grows only when the status changed', () => {
    expect(extendHistory([open], { status: 'open', since: day(9), createdAt: day(2) }, 'open')).toEqual([
      open,
    ]);
  });

  test('never goes back in time', () => {
    const closed = { at: day(8), status: 'closed' };
    expect(
      extendHistory([open, closed], { status: 'shipped', since: day(5), createdAt: day(1) }, 'open'),
    ).toEqual([open, closed, { at: day(8), status: 'shipped' }]);
  });
});

test('an item of another repository stays, and is told', () => {
  const theirs =
    '---\ntitle: "Theirs"\nsource: "github"\nrepo: "else/where"\nnumber: 1\nresponse: "No."\n---\n';
  const item = adapted('Ours', 'body', 'bug');
  expect(plan(item, theirs)).toMatchObject({
    kind: 'problem',
    problem: { got: expect.stringContaining('else/where#1') },
  });
  expect(planItem(item, theirs, PATH, 'open', undefined, true)).toMatchObject({ kind: 'updated' });
});
