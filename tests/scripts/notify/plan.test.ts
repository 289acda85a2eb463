import { describe, expect, test } from 'vitest';
import { keyOf } from '../../../scripts/notify/key.ts';
import { planNotices, type Scope } from '../../../scripts/notify/plan.ts';
import { wordsFor } from '../../../scripts/notify/words.ts';
import { type FeedbackItem, itemFields } from '../../../src/model/item.ts';
import { settings, type UserSettings } from '../../../src/model/settings.ts';

const PULL = { kind: 'pull-request', url: 'https://github.com/octo/app/pull/9', name: '#9' };

function item(number: number, more: Record<string, unknown> = {}): FeedbackItem {
  const { id = String(number), ...fields } = {
    title: 'A wish',
    status: 'shipped',
    repo: 'octo/app',
    number,
    url: `https://github.com/octo/app/issues/${number}`,
    createdAt: '2026-01-01T00:00:00Z',
    shippedIn: 'v1.0.0',
    shippedAt: '2026-11-21T00:00:00Z',
    proof: [PULL],
    ...more,
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...itemFields.parse(known), id: String(id), body: '' };
}

const scope = (notify: UserSettings['notify'] = {}, more: Partial<Scope> = {}): Scope => ({
  settings: settings.parse({ notify: { since: '2026-11-20', ...notify } }),
  repositories: ['octo/app'],
  site: undefined,
  words: wordsFor('en', {}),
  ...more,
});

/** `1` is due, `2 quiet` is not. */
function planned(items: FeedbackItem[], within = scope()): (number | string)[] {
  const { due, skipped } = planNotices(items, within);
  return [...due.map(({ number }) => number), ...skipped.map(({ number, reason }) => `${number} ${reason}`)];
}

describe('who is told', () => {
  test.each([
    ['a shipped issue with proof', {}, [1]],
    ['not one that has not shipped', { status: 'planned' }, []],
    ['not one that is closed without proof', { status: 'closed' }, []],
    ['not a shipped one without proof', { proof: [] }, []],
    [
      'not one whose proof cannot be linked',
      {
        shippedIn: 'soon',
        proof: [{ kind: 'pull-request', url: 'https://example.com/?@everyone', name: 'x' }],
      },
      ['1 no-proof'],
    ],
    [
      'not one that a release only names',
      {
        proof: [{ kind: 'release', url: 'https://github.com/octo/app/releases/tag/v1.0.0', name: 'v1.0.0' }],
      },
      ['1 no-pull-request'],
    ],
    ['not one that no release contains', { shippedIn: undefined }, []],
    ['not one of another source', { source: 'canny' }, []],
    ['not one without a number', { number: undefined, id: 'x' }, []],
    ['not one of a repository that is not ours', { repo: 'octo/other' }, []],
    ['one whose repository is written otherwise', { repo: 'Octo/App' }, [1]],
    ['not one that shipped before the baseline', { shippedAt: '2026-11-19T23:59:59Z' }, []],
    ['one that shipped on the day of the baseline', { shippedAt: '2026-11-20T00:00:00Z' }, [1]],
    ['not one of which nobody knows when it shipped', { shippedAt: undefined }, []],
    ['not one with the quiet tag', { tags: ['ui', 'Roadmap/Quiet'] }, ['1 quiet']],
    ['not one that is kept off the site', { hidden: true }, ['1 hidden']],
  ])('%s', (_, more, expected) => {
    expect(planned([item(1, more)])).toEqual(expected);
  });

  test('with `on: merge`, one that no release contains', () => {
    expect(planned([item(1, { shippedIn: undefined })], scope({ on: 'merge' }))).toEqual([1]);
  });

  test('without a baseline, nobody', () => {
    expect(planned([item(1)], scope({ since: undefined }))).toEqual([]);
  });

  test('a status of any name counts by its kind', () => {
    const statuses = [
      { id: 'new', name: 'New', kind: 'open' as const, description: 'New.' },
      { id: 'live', name: 'Live', kind: 'shipped' as const, description: 'Out.' },
    ];
    const own = { ...scope(), settings: settings.parse({ statuses, notify: { since: '2026-11-20' } }) };
    expect(planned([item(1), item(2, { status: 'live' })], own)).toEqual([2]);
  });
});

describe('duplicates', () => {
  const merged = (number: number, into: string, more: Record<string, unknown> = {}) =>
    item(number, {
      status: 'open',
      shippedIn: undefined,
      shippedAt: undefined,
      proof: [],
      duplicateOf: into,
      ...more,
    });

  test('are told when what they were merged into shipped, through any number of merges', () => {
    const { due } = planNotices([item(1), merged(2, '1'), merged(3, '2')], scope());
    expect(due.map(({ number, canonical }) => [number, canonical?.number])).toEqual([
      [1, undefined],
      [2, 1],
      [3, 1],
    ]);
  });

  test('wait for it, even when they seem to have shipped themselves', () => {
    expect(planned([item(1, { status: 'planned' }), merged(2, '1'), item(3, { duplicateOf: '1' })])).toEqual(
      [],
    );
  });

  test('are quiet by themselves', () => {
    expect(planned([item(1), merged(2, '1', { tags: ['roadmap:quiet'] })])).toEqual([1, '2 quiet']);
  });

  test('of something that is kept off the site stay silent', () => {
    expect(planned([item(1, { hidden: true }), merged(2, '1')])).toEqual(['1 hidden', '2 hidden']);
    expect(planned([item(1), merged(2, '1', { hidden: true })])).toEqual([1, '2 hidden']);
  });

  test('of another repository of ours are told; the link says where it leads', () => {
    const { due } = planNotices(
      [item(1), merged(2, '1', { repo: 'octo/docs', id: 'docs-2' })],
      scope({}, { repositories: ['octo/app', 'octo/docs'] }),
    );
    expect(due[1]?.body).toContain('as [octo/app#1](https://github.com/octo/app/issues/1), which');
  });

  test('of something that is not here stand for themselves; in a circle nobody is told twice', () => {
    expect(planned([item(1, { duplicateOf: 'else/where#5' })])).toEqual([1]);
    expect(planned([item(1, { duplicateOf: '2' }), item(2, { duplicateOf: '1' })])).toEqual([1, 2]);
  });
});

test('the order is that of shipping, then of numbers, whatever that of the files', () => {
  const items = [
    item(3),
    item(10),
    item(2, { shippedAt: '2026-11-21T00:00:00.000Z' }),
    item(30, { shippedAt: '2026-11-20T05:00:00Z' }),
  ];
  expect(planned(items)).toEqual([30, 2, 3, 10]);
  expect(planned(items.toReversed())).toEqual([30, 2, 3, 10]);
});

test('two files for one issue make one notice', () => {
  expect(planned([item(1), item(1, { id: 'copy' })])).toEqual([1]);
});

test('the key names repository, number and channel, and no version', () => {
  const [first] = planNotices([item(1)], scope()).due;
  const [later] = planNotices([item(1, { shippedIn: 'v2.0.0' })], scope()).due;
  expect(first?.key).toBe(later?.key);
  expect(keyOf('octo/app', 1)).toBe(first?.key);
  expect(keyOf('Octo/App', 1)).toBe(first?.key);
  // printf 'octo/app#1\nstable' | sha256sum | cut -c 1-24
  expect(keyOf('octo/app', 1)).toBe('d6bb51d6b9ace6abfa9b1004');
  expect(new Set([keyOf('octo/app', 1), keyOf('octo/app', 11), keyOf('octo/app1', 1)]).size).toBe(3);
});
