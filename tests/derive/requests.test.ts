import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalIds } from '../../src/derive/clusters.ts';
import { demandOf } from '../../src/derive/demand.ts';
import { deriveRequests, isActive, isCanonical } from '../../src/derive/requests.ts';
import type { FeedbackItem } from '../../src/model/item.ts';
import { KINDS } from '../../src/model/status.ts';
import { idsOf, item, requestsOf, SETTINGS } from './facts.ts';

describe('merges lead to', () => {
  /** `canonical('1>2 2>3 3')`: 1 was merged into 2, 2 into 3. */
  const canonical = (picture: string): string => {
    const items = picture
      .split(' ')
      .map((arrow) => arrow.split('>'))
      .map(([id = '', duplicateOf]) => ({ id, duplicateOf }));
    return [...canonicalIds(items)].map(([from, to]) => `${from}>${to}`).join(' ');
  };

  test.each([
    ['itself, where there is none', '1 2', '1>1 2>2'],
    ['the target', '1>2 2', '1>2 2>2'],
    ['the end of a chain', '1>2 2>3 3>4 4', '1>4 2>4 3>4 4>4'],
    ['where they are known, when the target is not', '1>2 2>99', '1>2 2>2'],
    ['itself, when the target is in another repository', '1>other/repo#5', '1>1'],
    ['itself, when it names itself', '1>1', '1>1'],
    ['the first of a circle, by number', '10>9 9>10', '10>9 9>9'],
    ['the first of a circle, for all that lead there', '7>3 3>2 2>5 5>3', '7>2 3>2 2>2 5>2'],
    ['one place from many', '1>4 2>4 3>2 4', '1>4 2>4 3>4 4>4'],
  ])('%s', (_, picture, result) => expect(canonical(picture)).toBe(result));

  test('one item each, whatever people write: the same for all on the way, and never further', () => {
    const ids = ['1', '2', '3', '4', '5', '6'];
    const target = fc.option(fc.constantFrom(...ids, '99', 'other/repo#1'), { nil: undefined });
    fc.assert(
      fc.property(fc.array(target, { minLength: 6, maxLength: 6 }), (targets) => {
        const merges = canonicalIds(ids.map((id, n) => ({ id, duplicateOf: targets[n] })));
        for (const [id, end] of merges) {
          expect(merges.get(end)).toBe(end);
          const next = targets[ids.indexOf(id)];
          if (next !== undefined && ids.includes(next)) expect(merges.get(next)).toBe(end);
        }
      }),
    );
  });
});

describe('requests', () => {
  test('know the parts of their own issue, not those of what was merged into them', () => {
    const tallies = new Map([
      ['1', { votes: 2, comments: 0 }],
      ['2', { votes: 1, comments: 0, parts: { total: 7, done: 3 } }],
    ]);
    const items = [item('1'), item('2', { duplicateOf: '1' }), item('3')];
    const requests = deriveRequests({ settings: SETTINGS, items, tallies });
    expect(Object.fromEntries(requests.map((one) => [one.item.id, one.parts]))).toStrictEqual({
      1: undefined,
      2: { total: 7, done: 3 },
      3: undefined,
    });
  });

  test('stand most wanted first, then most heard, then oldest, then by number', () => {
    const items = [
      item('10'),
      item('9'),
      item('docs-1'),
      item('3', { createdAt: '2025-01-01T00:00:00Z' }),
      item('4', { evidence: [{ source: 'mail' }] }),
      item('5', { author: 'ada' }),
    ];
    expect(idsOf(requestsOf(items))).toEqual(['5', '4', '3', '9', '10', 'docs-1']);
  });

  test('that are merged have their canonical request’s status and stand behind it', () => {
    const items = [
      item('1', { status: 'planned' }),
      item('3', { duplicateOf: '1', status: 'closed', createdAt: '2026-03-01T00:00:00Z' }),
      item('2', { duplicateOf: '3', status: 'declined', createdAt: '2026-02-01T00:00:00Z' }),
    ];
    const requests = requestsOf(items, { votes: { '2': 3 } });
    expect(
      requests.map((request) => [
        request.item.id,
        request.canonical,
        request.status.id,
        request.merged.map(({ id }) => id),
      ]),
    ).toEqual([
      ['1', undefined, 'planned', ['2', '3']],
      ['2', '1', 'planned', []],
      ['3', '1', 'planned', []],
    ]);
    expect(requests.map(isCanonical)).toEqual([true, false, false]);
    expect(requests[0]?.demand.people).toBe(3);
  });

  test('that are hidden are left out, and what was merged into them stands for itself', () => {
    const [request, ...others] = requestsOf([
      item('1', { hidden: true, author: 'ada' }),
      item('2', { duplicateOf: '1' }),
    ]);
    expect(others).toEqual([]);
    expect(request).toMatchObject({ item: { id: '2' }, canonical: undefined, demand: { people: 0 } });
  });

  test('with a status that no table has count as the first', () =>
    expect(requestsOf([item('1', { status: 'wat' })])[0]?.status.id).toBe('open'));

  test('moved when their history last says so, else when they came', () =>
    expect(
      requestsOf([
        item('1', {
          history: [
            { at: '2026-02-01T00:00:00Z', status: 'open' },
            { at: '2026-03-01T00:00:00Z', status: 'planned' },
          ],
        }),
        item('2'),
      ]).map(({ movedAt }) => movedAt),
    ).toEqual(['2026-03-01T00:00:00Z', '2026-01-01T00:00:00Z']));

  test('are active unless they ended or were merged', () => {
    const items = [...KINDS.map((kind) => item(kind, { status: kind })), item('1', { duplicateOf: 'open' })];
    expect(idsOf(requestsOf(items).filter(isActive)).sort()).toEqual([
      'in-progress',
      'open',
      'planned',
      'under-review',
    ]);
  });

  test('come in the same order, with the same values, however the items were shuffled', () => {
    const dates = fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z');
    const facts = fc.record({
      createdAt: dates,
      author: fc.option(fc.constant('ada'), { nil: undefined }),
      duplicateOf: fc.option(fc.constantFrom('0', '1', '2', 'a-3'), { nil: undefined }),
    });
    const items = fc
      .array(facts, { maxLength: 12 })
      .map((all) => all.map((fields, n) => item(n % 3 === 0 && n > 0 ? `a-${n}` : String(n), fields)));
    const shuffled = items.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(
        shuffled,
        fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
        ([list, other], counts) => {
          const tallies = new Map(list.map(({ id }, n) => [id, { votes: counts[n] ?? 0, comments: 0 }]));
          const derive = (given: FeedbackItem[]) =>
            deriveRequests({ settings: SETTINGS, items: given, tallies });
          expect(derive(other)).toEqual(derive(list));
          const canonical = derive(list).filter(isCanonical);
          const people = (of: readonly { demand: { people: number } }[]): number =>
            of.reduce((sum, { demand }) => sum + demand.people, 0);
          const alone = list.map((one) => ({ demand: demandOf(one, [], { tallies }) }));
          expect(people(canonical)).toBe(people(alone));
        },
      ),
      { numRuns: 300 },
    );
  });
});
