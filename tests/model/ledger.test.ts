import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareIds, readTallies, type Tally, writeTallies } from '../../src/model/ledger.ts';

describe('tallies', () => {
  test('are one line an item, in the order of ids', () =>
    expect(
      writeTallies(
        new Map([
          ['docs-2', { votes: 1, comments: 0 }],
          ['10', { votes: 12, comments: 3 }],
          ['9', { votes: 0, comments: 7 }],
        ]),
      ),
    ).toBe('# item\tvotes\tcomments\n9\t0\t7\n10\t12\t3\ndocs-2\t1\t0\n'));

  test('have two more columns where an item has parts', () => {
    const tallies = new Map([
      ['1', { votes: 3, comments: 0 }],
      ['2', { votes: 12, comments: 3, parts: { total: 7, done: 3 } }],
    ]);
    const text = '# item\tvotes\tcomments\tparts\tdone\n1\t3\t0\n2\t12\t3\t7\t3\n';
    expect(writeTallies(tallies)).toBe(text);
    expect(readTallies(text)).toStrictEqual(tallies);
  });

  test('none are a heading', () => expect(writeTallies(new Map())).toBe('# item\tvotes\tcomments\n'));

  test('read back equal, in whatever order they were counted', () => {
    const id = fc.oneof(fc.integer({ min: 1 }).map(String), fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/));
    const parts = fc.option(fc.record({ total: fc.nat(), done: fc.nat() }), { nil: undefined });
    const tally: fc.Arbitrary<Tally> = fc.record({ votes: fc.nat(), comments: fc.nat(), parts });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(id, tally), { selector: ([name]) => name }), (pairs) => {
        const text = writeTallies(new Map(pairs));
        expect(readTallies(text)).toEqual(new Map(pairs));
        expect(writeTallies(new Map(pairs.toReversed()))).toBe(text);
        expect(writeTallies(readTallies(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('that are none are left out, the others unharmed', () =>
    expect([
      ...readTallies(
        '# item\tvotes\tcomments\n1\t2\t3\n<<<<<<< HEAD\n2\t-1\t0\n3\tmany\t0\n4 5 6\n../x\t1\t1\n7\t1\n\n8\t9\t10\n9\t1\t1\t7\n10\t1\t1\t7\t3\t1\n',
      ).keys(),
    ]).toEqual(['1', '8']));

  test('of nothing are none', () => expect(readTallies('')).toEqual(new Map()));
});

describe('the order of ids', () => {
  test('is by number, then by letter', () =>
    expect(['docs-1', '100', 'a', '9', '10', 'docs-10', '1'].sort(compareIds)).toEqual([
      '1',
      '9',
      '10',
      '100',
      'a',
      'docs-1',
      'docs-10',
    ]));

  test('is total: no two ids are equal, and the order they came in does not matter', () => {
    const id = fc.oneof(
      fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,5}$/),
      fc.stringMatching(/^[0-9]{1,4}$/),
      fc.stringMatching(/^[0-9]{17,22}$/),
      fc.constantFrom(
        '7',
        '07',
        '1e3',
        '1000',
        '0x10',
        '16',
        '0b1',
        '1',
        '9007199254740993',
        '9007199254740992',
      ),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 2, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (ids, dice) => {
          const sorted = ids.toSorted(compareIds);
          const shuffled = ids
            .map((name) => ({ name, die: dice.next().value }))
            .sort((a, b) => a.die - b.die)
            .map(({ name }) => name);
          expect(shuffled.sort(compareIds)).toEqual(sorted);
          for (const [place, name] of sorted.entries())
            for (const later of sorted.slice(place + 1)) expect(compareIds(name, later)).toBeLessThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test('tallies that a Windows checkout gave other line ends are read all the same', () => {
  expect(readTallies('# item\tvotes\tcomments\r\n42\t30\t1\r\n')).toEqual(
    new Map([['42', { votes: 30, comments: 1 }]]),
  );
});
