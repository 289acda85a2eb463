import { expect, test } from 'vitest';
import { deriveInsights, median } from '../../src/derive/insights.ts';
import { idsOf, item, requestsOf } from './facts.ts';

const at = (day: string) => `${day}T00:00:00Z`;
const moved = (...steps: [string, string][]) => steps.map(([day, status]) => ({ at: at(day), status }));

const requests = requestsOf([
  item('1', {
    status: 'shipped',
    createdAt: at('2026-01-01'),
    shippedAt: at('2026-01-11'),
    history: moved(['2026-01-01', 'open'], ['2026-01-05', 'planned'], ['2026-01-11', 'shipped']),
  }),
  item('2', {
    status: 'shipped',
    createdAt: at('2026-03-01'),
    shippedAt: at('2026-04-10'),
    history: moved(['2026-03-01', 'open'], ['2026-04-10', 'shipped']),
  }),
  item('3', {
    status: 'declined',
    createdAt: at('2026-05-01'),
    history: moved(['2026-05-01', 'open'], ['2026-05-21', 'declined']),
  }),
  item('4', {
    status: 'declined',
    response: 'No.',
    createdAt: at('2026-05-01'),
    history: moved(['2026-05-01', 'open'], ['2026-05-03', 'declined']),
  }),
  item('5', { createdAt: at('2026-02-01') }),
  item('6', { createdAt: at('2026-01-15') }),
  item('7', { createdAt: at('2026-01-02'), response: 'We are thinking about it.' }),
  item('8', { createdAt: at('2026-01-03'), duplicateOf: '1' }),
]);

test('counts quarter by quarter, without gaps, and what was merged only in its canonical request', () => {
  expect(deriveInsights(requests, at('2026-08-01')).quarters).toEqual([
    { quarter: '2026-Q1', asked: 5, shipped: 1, declined: 0, days: 10 },
    { quarter: '2026-Q2', asked: 2, shipped: 1, declined: 2, days: 40 },
    { quarter: '2026-Q3', asked: 0, shipped: 0, declined: 0, days: undefined },
  ]);
});

test('a roadmap that fell asleep shows the quarters before it did', () => {
  const { quarters } = deriveInsights(requests, at('2036-08-01'));
  expect([quarters[0]?.quarter, quarters.at(-1)?.quarter]).toEqual(['2026-Q1', '2026-Q2']);
});

test('tells how long it takes, what is answered, and what waits longest', () => {
  const {
    daysToShip,
    answered,
    requests: all,
    daysToAnswer,
    reasoned,
    declined,
    unanswered,
  } = deriveInsights(requests, at('2026-08-01'));
  expect({ daysToShip, answered, all, daysToAnswer, reasoned }).toEqual({
    daysToShip: 25,
    answered: 5,
    all: 7,
    daysToAnswer: 12,
    reasoned: 1,
  });
  expect(idsOf(declined)).toEqual(['4', '3']);
  expect(idsOf(unanswered)).toEqual(['6', '5']);
});

test('a roadmap without requests has no figures', () => {
  expect(deriveInsights([], at('2026-08-01'))).toEqual({
    quarters: [],
    daysToShip: undefined,
    answered: 0,
    requests: 0,
    daysToAnswer: undefined,
    declined: [],
    reasoned: 0,
    unanswered: [],
  });
});

test('the median is the middle, or half-way between the two in the middle', () => {
  expect([median([]), median([3]), median([1, 2]), median([9, undefined, 1, 5])]).toEqual([
    undefined,
    3,
    2,
    5,
  ]);
});
