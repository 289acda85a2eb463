import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Milestone, readMilestones, writeMilestones } from '../../src/model/milestones.ts';

const milestone = (number: number, parts: Partial<Milestone> = {}): Milestone => ({
  repo: 'octo/app',
  number,
  title: `v${number}`,
  due: undefined,
  firstDue: undefined,
  ...parts,
});

describe('milestones', () => {
  test('are one line each, by repository, then by number', () =>
    expect(
      writeMilestones([
        milestone(10, { due: '2026-12-31', firstDue: '2026-09-30', title: 'Some  day' }),
        milestone(2, { firstDue: '2026-01-01' }),
        milestone(1, { repo: 'octo/an', title: '' }),
      ]),
    ).toBe(
      '# repository\tnumber\tdue\tfirst due\ttitle\nocto/an\t1\t-\t-\t\nocto/app\t2\t-\t2026-01-01\tv2\nocto/app\t10\t2026-12-31\t2026-09-30\tSome  day\n',
    ));

  test('keep to their line and column, whatever their title', () =>
    expect(writeMilestones([milestone(1, { title: 'a\tb\nc\r\nd\u2028e' })])).toMatch(/\ta b c d e\n$/));

  test('that are none are left out, the others unharmed', () =>
    expect(
      readMilestones(
        '# repository\tnumber\tdue\tfirst due\ttitle\n<<<<<<< HEAD\nocto\t1\t-\t-\tno repository\nocto/app\tx\t-\t-\tno number\nocto/app\t3\tsoon\t-\tno day\nocto/app\t4\t2026-13-45\t-\tno such day\n',
      ),
    ).toEqual([milestone(4, { title: 'no such day' })]));

  test('read back equal', () => {
    const day = fc.option(
      fc
        .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      { nil: undefined },
    );
    const one = fc.record({
      repo: fc.constantFrom('octo/app', 'octo/docs', 'a.b/c_d'),
      number: fc.integer({ min: 1 }),
      title: fc.string({ unit: 'grapheme' }).filter((text) => !/[\t\n\r\u2028\u2029]/.test(text)),
      due: day,
      firstDue: day,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: ({ repo, number }) => `${repo}#${number}` }),
        (milestones) => {
          const text = writeMilestones(milestones);
          expect(readMilestones(text)).toHaveLength(milestones.length);
          expect(readMilestones(text)).toEqual(expect.arrayContaining(milestones));
          expect(writeMilestones(milestones.toReversed())).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});
