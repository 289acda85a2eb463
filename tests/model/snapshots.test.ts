import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSnapshots, type Snapshot, writeSnapshots } from '../../src/model/snapshots.ts';

const HEADER = '# day\titem\tvotes\n';

describe('snapshots', () => {
  test('are one line each, by day, then by item, so that a new day is added at the end', () =>
    expect(
      writeSnapshots([
        { day: '2026-11-22', id: '10', votes: 3 },
        { day: '2026-11-22', id: '9', votes: 1 },
        { day: '2025-12-31', id: 'docs-1', votes: 0 },
      ]),
    ).toBe(`${HEADER}2025-12-31\tdocs-1\t0\n2026-11-22\t9\t1\n2026-11-22\t10\t3\n`));

  test('read back equal, in whatever order they were written', () => {
    const snapshot: fc.Arbitrary<Snapshot> = fc.record({
      day: fc
        .integer({ min: 14_000, max: 30_000 })
        .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
      id: fc.oneof(fc.integer({ min: 1 }).map(String), fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)),
      votes: fc.nat(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(snapshot, { selector: ({ day, id }) => `${day} ${id}` }), (list) => {
        const text = writeSnapshots(list);
        expect(readSnapshots(text)).toHaveLength(list.length);
        expect(writeSnapshots(readSnapshots(text))).toBe(text);
        expect(writeSnapshots(list.toReversed())).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('that are none are left out; of two for one day the later line holds', () =>
    expect(
      readSnapshots(
        `${HEADER}2026-01-01\t1\t2\n<<<<<<< HEAD\n2026-13-45\t1\t2\n2026-01-01\t../x\t2\n2026-01-01\t1\t-1\n2026-01-01\t1\t5\n`,
      ),
    ).toEqual([{ day: '2026-01-01', id: '1', votes: 5 }]));
});
