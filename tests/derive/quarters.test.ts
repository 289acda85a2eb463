import { expect, test } from 'vitest';
import { later, quarterOf, quartersBetween, readQuarter, startOf } from '../../src/derive/quarters.ts';

test('a quarter begins in UTC', () => {
  expect([
    quarterOf('2026-09-30T23:59:59Z'),
    quarterOf('2026-10-01'),
    quarterOf('2026-10-01T01:00:00+02:00'),
  ]).toEqual(['2026-Q3', '2026-Q4', '2026-Q3']);
});

test('quarters go on over the year, both ways', () => {
  expect([later('2026-Q4'), later('2026-Q1', -1), later('2026-Q2', -7)]).toEqual([
    '2027-Q1',
    '2025-Q4',
    '2024-Q3',
  ]);
  expect(quartersBetween('2026-Q3', '2027-Q1')).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
  expect(quartersBetween('2027-Q1', '2026-Q4')).toEqual([]);
  expect(startOf('2026-Q2')).toBe('2026-04-01');
});

test.each([
  ['2026-Q4', '2026-Q4'],
  ['q1 2027', '2027-Q1'],
  ['2026/Q2', '2026-Q2'],
  ['2026-12', '2026-Q4'],
  ['2026-05-31', '2026-Q2'],
])('"%s" names a quarter', (words, quarter) => {
  expect(readQuarter(words)).toBe(quarter);
});

test.each(['2026', 'soon', 'Q5 2026', '2026-13', '', 'after Q1 2026, maybe'])('"%s" names none', (words) => {
  expect(readQuarter(words)).toBeUndefined();
});
