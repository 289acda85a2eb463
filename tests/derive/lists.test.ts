import { describe, expect, test } from 'vitest';
import { deriveFigures } from '../../src/derive/figures.ts';
import { PAGE_SIZE, paginate, paginateByWeight } from '../../src/derive/pages.ts';
import { pillarOf } from '../../src/derive/pillars.ts';
import { deriveRoadmap } from '../../src/derive/roadmap.ts';
import { idsOf, item, mission, requestsOf, SETTINGS } from './facts.ts';

describe('the roadmap', () => {
  test('has a lane for each status on the road, in its order, without what was merged', () => {
    const requests = requestsOf([
      item('1', { status: 'planned' }),
      item('2', { status: 'planned', author: 'ada' }),
      item('3', { status: 'in-progress' }),
      item('4', { status: 'open' }),
      item('5', { status: 'planned', duplicateOf: '1' }),
    ]);
    const lanes = deriveRoadmap(requests, SETTINGS.statuses).map(({ status, requests: inLane, total }) => [
      status.id,
      idsOf(inLane),
      total,
    ]);
    expect(lanes).toEqual([
      ['planned', ['2', '1'], 2],
      ['in-progress', ['3'], 1],
      ['shipped', [], 0],
    ]);
  });

  test('has every status of a kind, under the names that people gave', () => {
    const named = (id: string, kind: 'planned' | 'shipped') => ({
      id,
      name: id,
      kind,
      description: id,
      when: [],
    });
    const statuses = [named('done', 'shipped'), named('soon', 'planned'), named('later', 'planned')];
    expect(deriveRoadmap([], statuses).map(({ status }) => status.id)).toEqual(['soon', 'later', 'done']);
  });

  test('shows the 25 that shipped last, the newest first, and how many there are', () => {
    const items = Array.from({ length: 30 }, (_, n) =>
      item(String(n), {
        status: 'shipped',
        shippedAt: `2026-01-${String(n + 1).padStart(2, '0')}T00:00:00Z`,
        author: n === 0 ? 'ada' : undefined,
      }),
    );
    const shipped = deriveRoadmap(requestsOf(items), SETTINGS.statuses).at(-1);
    expect(idsOf(shipped?.requests ?? [])).toEqual(Array.from({ length: 25 }, (_, n) => String(29 - n)));
    expect(shipped?.total).toBe(30);
  });

  test('takes when the status moved where nobody knows when it shipped, and the id where both are equal', () => {
    const at = '2026-05-01T00:00:00Z';
    const items = [
      item('10', { status: 'shipped', shippedAt: at }),
      item('9', { status: 'shipped', history: [{ at, status: 'shipped' }] }),
      item('8', { status: 'shipped' }),
    ];
    expect(idsOf(deriveRoadmap(requestsOf(items), SETTINGS.statuses).at(-1)?.requests ?? [])).toEqual([
      '9',
      '10',
      '8',
    ]);
  });
});

describe('figures', () => {
  test('count canonical requests, and the people of the merged ones with them', () =>
    expect(
      deriveFigures(
        requestsOf(
          [
            item('1', { author: 'ada', status: 'planned' }),
            item('2', { author: 'bob', duplicateOf: '1' }),
            item('3', { status: 'shipped', evidence: [{ source: 'mail', weight: 4 }] }),
            item('4', { status: 'declined' }),
          ],
          { votes: { '1': 2 } },
        ),
      ),
    ).toEqual({
      requests: 3,
      active: 1,
      people: 4,
      heard: 4,
      shipped: 1,
      merged: 1,
      byStatus: { planned: 1, shipped: 1, declined: 1 },
    }));

  test('of nothing are nothing', () =>
    expect(deriveFigures([])).toEqual({
      requests: 0,
      active: 0,
      people: 0,
      heard: 0,
      shipped: 0,
      merged: 0,
      byStatus: {},
    }));

  test('count a status whose name every object has', () => {
    const statuses = [
      { id: 'constructor', name: 'Constructor', kind: 'open' as const, description: 'x', when: [] },
    ];
    expect(
      deriveFigures(requestsOf([item('1', { status: 'constructor' })], { settings: { statuses } })).byStatus,
    ).toEqual({ constructor: 1 });
  });
});

describe('pages of a list', () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
  ])('of %i', (length, sizes) => {
    const values = Array.from({ length }, (_, n) => n);
    const pages = paginate(values);
    expect(pages.map((page) => page.values.length)).toEqual(sizes);
    expect(pages.flatMap((page) => page.values)).toEqual(values);
    expect(pages.map(({ number, last, total }) => `${number}/${last} of ${total}`)).toEqual(
      sizes.map((_, n) => `${n + 1}/${sizes.length} of ${length}`),
    );
  });
  test('have 50 entries, or as many as asked for', () => {
    expect(PAGE_SIZE).toBe(50);
    expect(paginate([1, 2, 3], 2).map(({ values }) => values)).toEqual([[1, 2], [3]]);
  });
});

describe('pillars', () => {
  const ours = mission({
    pillars: [
      { id: 'board', name: 'Board', promise: 'x' },
      { id: 'proof', name: 'Proof', promise: 'y' },
    ],
  });

  test('are found by the name in the item, when the mission has them', () => {
    expect(pillarOf(item('1', { pillar: 'proof' }), ours, {})?.name).toBe('Proof');
    expect(pillarOf(item('1', { pillar: 'nope' }), ours, {})).toBeUndefined();
    expect(pillarOf(item('1'), ours, { board: 'Board' })).toBeUndefined();
    expect(pillarOf(item('1', { tags: ['board'] }), ours, { board: 'Board' })?.name).toBe('Board');
    expect(pillarOf(item('1', { pillar: 'proof' }), undefined, {})).toBeUndefined();
  });
});

describe('pages of things that may be long', () => {
  const cut = (weights: readonly number[]): number[][] =>
    paginateByWeight(weights, { values: 3, weight: 10 }, (weight) => weight).map(({ values }) => [...values]);

  test('end where they are full, by number or by weight', () => {
    expect(cut([1, 1, 1, 1, 6, 4, 1])).toEqual([
      [1, 1, 1],
      [1, 6],
      [4, 1],
    ]);
  });

  test('hold what weighs too much alone', () => {
    expect(cut([2, 99, 2])).toEqual([[2], [99], [2]]);
  });

  test('of nothing are one empty page', () => {
    expect(paginateByWeight([], { values: 3, weight: 10 }, () => 1)).toEqual([
      { number: 1, last: 1, total: 0, values: [] },
    ]);
  });
});
