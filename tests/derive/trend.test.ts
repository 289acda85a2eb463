import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { select } from '../../src/client/worker/select.ts';
import { extendSnapshots } from '../../src/derive/snapshots.ts';
import { STILL, trendOf } from '../../src/derive/trend.ts';
import { readSnapshots, type Snapshot, writeSnapshots } from '../../src/model/snapshots.ts';
import { item, requestsOf } from './facts.ts';

const TODAY = '2026-06-29';
/** The day `n` days before today. */
const ago = (n: number): string => new Date(Date.parse(TODAY) - n * 86_400_000).toISOString().slice(0, 10);
const OLD = '2020-01-01T00:00:00Z';
/** `[days ago, votes]`, oldest first. */
const past = (...steps: [number, number][]): Snapshot[] =>
  steps.map(([days, votes]) => ({ day: ago(days), id: '1', votes }));
const trend = (createdAt: string, ...steps: [number, number][]) =>
  trendOf([{ createdAt, snapshots: past(...steps) }], `${TODAY}T09:00:00Z`);

describe('a trend', () => {
  test('is the votes won a week over four weeks', () =>
    expect(trend(OLD, [100, 99], [20, 103], [3, 107], [0, 109])).toEqual({
      perWeek: 2.5,
      weeks: [0, 4, 0, 6],
      score: 1,
    }));

  test('of a request without history is none', () => expect(trend(OLD)).toEqual(STILL));

  test('takes what was there when it was first seen for no gain', () =>
    expect(trend(OLD, [10, 180], [2, 182])).toEqual({ perWeek: 1.4, weeks: [0, 0, 0, 2], score: 0.15 }));

  test('counts a new request from nothing, over no less than a week', () =>
    expect(trend(`${ago(3)}T00:00:00Z`, [2, 3], [0, 6])).toEqual({
      perWeek: 6,
      weeks: [0, 0, 0, 6],
      score: 6,
    }));

  test('is not below nothing when votes are taken back, but its weeks say so', () =>
    expect(trend(OLD, [100, 9], [3, 5])).toEqual({ perWeek: 0, weeks: [0, 0, 0, -4], score: 0 }));

  test('counts the votes of merged requests too', () =>
    expect(
      trendOf(
        [
          { createdAt: OLD, snapshots: past([100, 3], [1, 4]) },
          { createdAt: OLD, snapshots: past([100, 5], [9, 7]) },
        ],
        TODAY,
      ),
    ).toEqual({ perWeek: 0.8, weeks: [0, 0, 2, 1], score: 1 }));

  test('puts few new votes on something small before as many on something large', () => {
    const of = (id: string, before: number, after: number): Snapshot[] => [
      { day: ago(60), id, votes: before },
      { day: ago(5), id, votes: after },
    ];
    const items = ['1', '2', '3', '4'].map((id) => item(id));
    const snapshots = [...of('1', 400, 410), ...of('2', 3, 13), ...of('3', 50, 50)];
    const requests = requestsOf(items, {
      votes: { '1': 410, '2': 13, '3': 50 },
      snapshots,
      today: TODAY,
    });
    const column = <Value>(of: (request: (typeof requests)[number]) => Value): Value[] => requests.map(of);
    const requestColumns = {
      ids: column((request) => request.item.id),
      titles: column((request) => request.item.title),
      people: column((request) => request.demand.people),
    };
    const facts = {
      words: {},
      statuses: [],
      tags: [],
      status: column(() => 0),
      active: column(() => 1 as const),
      heard: column(() => 0),
      comments: column(() => 0),
      merged: column(() => 0),
      created: column(() => 0),
      moved: column(() => 0),
      trend: column((request) => request.trend.score),
      tagged: column(() => []),
      languages: [''],
      language: column(() => 0),
    };
    const found = { requests: requestColumns, facts, search: () => new Uint32Array() };
    const sorted = (sort: string) =>
      Array.from(
        select(found, { words: '', status: '', tag: '', sort }).places,
        (at) => requestColumns.ids[at],
      );
    expect(sorted('trend')).toEqual(['2', '1', '3', '4']);
    expect(sorted('')).toEqual(['1', '3', '2', '4']);
  });
});

describe('the vote history', () => {
  const tallies = (counts: Record<string, number>) =>
    new Map(Object.entries(counts).map(([id, votes]) => [id, { votes }]));
  const lines = (snapshots: readonly Snapshot[]): string =>
    snapshots.map(({ day, id, votes }) => `${day} ${id} ${votes}`).join(', ');

  test('begins with what is there, and says nothing of items without votes', () =>
    expect(lines(extendSnapshots([], new Map(), tallies({ '2': 7, '10': 0, '1': 3 }), TODAY))).toBe(
      `${TODAY} 1 3, ${TODAY} 2 7`,
    ));

  test('tells of a first vote where there was none before', () =>
    expect(lines(extendSnapshots([], tallies({ '1': 0 }), tallies({ '1': 1 }), TODAY))).toBe(
      `${ago(1)} 1 0, ${TODAY} 1 1`,
    ));

  test('has at most one snapshot of an item a day', () => {
    const first = extendSnapshots(past([3, 5]), tallies({ '1': 5 }), tallies({ '1': 6 }), TODAY);
    expect(lines(extendSnapshots(first, tallies({ '1': 6 }), tallies({ '1': 9 }), TODAY))).toBe(
      `${ago(3)} 1 5, ${TODAY} 1 9`,
    );
    expect(lines(extendSnapshots(first, tallies({ '1': 6 }), tallies({ '1': 5 }), TODAY))).toBe(
      `${ago(3)} 1 5`,
    );
  });

  test('stays as it is, old as it may be, when there is no news', () => {
    const old = past([400, 1], [399, 2], [398, 3]);
    expect(extendSnapshots(old, tallies({ '1': 3 }), tallies({ '1': 3 }), TODAY)).toBe(old);
  });

  test('forgets an item that is gone, but not because the votes were lost', () => {
    const old = past([3, 5]);
    expect(extendSnapshots(old, tallies({ '1': 5 }), new Map(), TODAY)).toEqual([]);
    expect(extendSnapshots(old, new Map(), new Map(), TODAY)).toBe(old);
  });

  test('thins out: days for a month, weeks for half a year, months before that', () => {
    const daily = Array.from({ length: 800 }, (_, at): [number, number] => [800 - at, at + 1]);
    const thinned = extendSnapshots(past(...daily), tallies({ '1': 800 }), tallies({ '1': 801 }), TODAY);
    const ages = thinned.map(({ day }) => (Date.parse(TODAY) - Date.parse(day)) / 86_400_000);
    expect(ages.filter((age) => age <= 30)).toHaveLength(31);
    expect(ages.filter((age) => age > 30 && age <= 182).length).toBeLessThanOrEqual(23);
    expect(ages.filter((age) => age > 182).length).toBeLessThanOrEqual(22);
    expect(thinned.at(-1)).toEqual({ day: TODAY, id: '1', votes: 801 });
  });

  test('loses nothing that a trend is made of, whatever happens day by day', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 40, maxLength: 120 }), (counts) => {
        let snapshots: readonly Snapshot[] = [];
        let before = tallies({});
        const start = ago(counts.length - 1);
        for (const [at, votes] of counts.entries()) {
          const now = tallies({ '1': votes });
          snapshots = extendSnapshots(snapshots, before, now, ago(counts.length - 1 - at));
          before = now;
        }
        const { weeks } = trendOf([{ createdAt: `${start}T00:00:00Z`, snapshots }], TODAY);
        const on = (days: number): number => counts[counts.length - 1 - days] ?? 0;
        expect(weeks).toEqual([on(21) - on(28), on(14) - on(21), on(7) - on(14), on(0) - on(7)]);
        expect(readSnapshots(writeSnapshots(snapshots))).toEqual(snapshots);
      }),
      { numRuns: 200 },
    );
  });
});
