import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Counted, readCounted, writeCounted } from '../../src/model/counted.ts';

const HEADER = '# item\tpeople\there\tmerged\ttwice\trequests\tfacts\n';
const counted: Counted = { people: 41, here: 36, merged: 9, twice: 4, requests: 2, facts: 'aB3_-' };

describe('people that were counted', () => {
  test('are one line a canonical item, in the order of ids', () =>
    expect(
      writeCounted(
        new Map([
          ['docs-2', counted],
          ['10', counted],
          ['9', counted],
        ]),
      ),
    ).toBe(
      `${HEADER}9\t41\t36\t9\t4\t2\taB3_-\n10\t41\t36\t9\t4\t2\taB3_-\ndocs-2\t41\t36\t9\t4\t2\taB3_-\n`,
    ));

  test('read back equal, in whatever order they were counted', () => {
    const id = fc.oneof(fc.integer({ min: 1 }).map(String), fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/));
    const count = fc.nat(100_000);
    const one = fc
      .record({
        here: count,
        merged: count,
        requests: count,
        facts: fc.stringMatching(/^[\w-]{1,10}$/),
        part: count,
      })
      .map(({ part, ...rest }): Counted => {
        const twice = Math.min(part, rest.here + rest.merged);
        return { ...rest, twice, people: rest.here + rest.merged - twice };
      });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(id, one), { selector: ([name]) => name }), (pairs) => {
        const text = writeCounted(new Map(pairs));
        expect(readCounted(text)).toEqual(new Map(pairs));
        expect(writeCounted(new Map(pairs.toReversed()))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('are left out where a line is none or does not add up, the others unharmed', () =>
    expect([
      ...readCounted(
        `${HEADER}1\t5\t3\t3\t1\t1\tx\n<<<<<<< HEAD\n2\t9\t3\t3\t1\t1\tx\n3\t5\t3\t3\t1\t1\t\n4\t5\t3\t3\t1\n5\t1\t1\t0\t0\t0\ty\n`,
      ).keys(),
    ]).toEqual(['1', '5']));
});
