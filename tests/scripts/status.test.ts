import { describe, expect, test } from 'vitest';
import { labelSet, normaliseLabel } from '../../src/model/labels.ts';
import { type Facts, statusOf } from '../../scripts/github/status.ts';
import { type Status, STATUSES } from '../../src/model/status.ts';

type Given = Partial<Omit<Facts, 'labels'>> & { labels?: string[] };

const standing = ({ labels = [], ...facts }: Given, table: readonly Status[] = STATUSES): string =>
  statusOf(
    {
      state: 'open',
      reason: undefined,
      milestone: undefined,
      isMerged: false,
      hasProof: false,
      ...facts,
      labels: labelSet(labels),
    },
    table,
  ).id;

const closed = { state: 'closed', reason: 'completed' } as const;

test.each([
  ['status/in-progress', 'status-in-progress'],
  ['Status: In Progress', 'status-in-progress'],
  ['STATUS__in.progress', 'status-in-progress'],
  [' planned ', 'planned'],
])('the label %j is %j to rules', (name, normal) => {
  expect(normaliseLabel(name)).toBe(normal);
});

describe('with the built-in table', () => {
  test.each<[string, Given]>([
    ['open', {}],
    ['open', { labels: ['bug', 'replanned'] }],
    ['under-review', { labels: ['Needs decision'] }],
    ['planned', { labels: ['Status: Planned'] }],
    ['in-progress', { labels: ['planned', 'status/started'] }],
    ['closed', closed],
    ['closed', { ...closed, labels: ['planned'] }],
    ['shipped', { ...closed, hasProof: true }],
    ['shipped', { ...closed, hasProof: true, labels: ['in-progress'] }],
    ['open', { hasProof: true }],
    ['open', { reason: 'reopened', hasProof: true }],
    ['declined', { state: 'closed', reason: 'not-planned' }],
    ['declined', { state: 'closed', reason: 'not-planned', hasProof: true }],
    ['declined', { labels: ['wontfix'] }],
    ['closed', { state: 'closed', reason: 'duplicate' }],
    ['open', { state: 'closed', reason: 'duplicate', isMerged: true, hasProof: true }],
    ['planned', { state: 'closed', reason: 'duplicate', isMerged: true, labels: ['planned'] }],
    ['open', { ...closed, isMerged: true, hasProof: false }],
  ])('it is %s for %j', (expected, given) => {
    expect(standing(given)).toBe(expected);
  });
});

describe('with a table of the maintainers’ own', () => {
  const status = (id: string, kind: Status['kind'], when: Status['when'] = []): Status => ({
    id,
    kind,
    name: id,
    description: id,
    when,
  });

  test('all conditions of a rule must hold', () => {
    const table = [
      status('new', 'open'),
      status('next', 'planned', [{ label: 'agreed', milestone: 'v2', state: 'open' }]),
    ];
    expect(standing({ labels: ['agreed'], milestone: 'V2' }, table)).toBe('next');
    expect(standing({ labels: ['agreed'], milestone: 'v3' }, table)).toBe('new');
    expect(standing({ labels: [], milestone: 'v2' }, table)).toBe('new');
    expect(standing({ ...closed, labels: ['agreed'], milestone: 'v2' }, table)).toBe('new');
  });

  test('the milestone `*` is any', () => {
    const table = [status('new', 'open'), status('soon', 'planned', [{ milestone: '*' }])];
    expect(standing({ milestone: 'whenever' }, table)).toBe('soon');
    expect(standing({}, table)).toBe('new');
  });

  test('a label alone does not ship anything', () => {
    const table = [status('new', 'open'), status('out', 'shipped', [{ label: 'done' }])];
    expect(standing({ labels: ['done'] }, table)).toBe('new');
    expect(standing({ labels: ['done'], hasProof: true }, table)).toBe('out');
  });

  test('a closed issue of which no rule speaks ends where its reason says', () => {
    const table = [status('new', 'open'), status('done', 'closed'), status('no', 'declined')];
    expect(standing(closed, table)).toBe('done');
    expect(standing({ state: 'closed', reason: 'not-planned' }, table)).toBe('no');
    expect(
      standing({ state: 'closed', reason: 'not-planned' }, [status('new', 'open'), status('done', 'closed')]),
    ).toBe('done');
    expect(standing(closed, [status('new', 'open'), status('no', 'declined')])).toBe('new');
  });

  test('a rule may ask for duplicates', () => {
    const table = [
      status('new', 'open'),
      status('same', 'closed', [{ state: 'closed', reason: 'duplicate' }]),
    ];
    expect(standing({ state: 'closed', reason: 'duplicate', isMerged: true }, table)).toBe('same');
  });
});
