import { expect, test } from 'vitest';
import { marksOf } from '../../src/derive/marks.ts';
import { deriveTimeline, milestonesOf } from '../../src/derive/timeline.ts';
import { readMilestones, writeMilestones } from '../../src/model/milestones.ts';
import { idsOf, item, requestsOf } from './facts.ts';

const TODAY = '2026-11-22T00:00:00Z';
const milestone = { repo: 'octo/app', number: 1, title: 'v2', due: '2027-02-01', firstDue: '2026-09-01' };
const milestoneOf = milestonesOf([milestone]);

test('places by the day it shipped, by what people wrote, then by the milestone; the rest has no date', () => {
  const requests = requestsOf([
    item('1', { status: 'planned', repo: 'Octo/App', milestone: 'V2' }),
    item('2', { status: 'planned', repo: 'octo/app', milestone: 'v2', eta: 'Q2 2027' }),
    item('3', { status: 'shipped', shippedAt: '2026-08-01T00:00:00Z' }),
    item('4', { status: 'in-progress', eta: 'when it is ready' }),
    item('5', { status: 'planned', repo: 'octo/other', milestone: 'v2' }),
    item('6'),
    item('7', { status: 'shipped', shippedAt: '2020-08-01T00:00:00Z' }),
  ]);
  const { seasons, undated } = deriveTimeline(requests, milestoneOf, TODAY);
  expect(seasons.map(({ quarter, place, requests: those }) => [quarter, place, idsOf(those)])).toEqual([
    ['2026-Q2', 'past', []],
    ['2026-Q3', 'past', ['3']],
    ['2026-Q4', 'now', []],
    ['2027-Q1', 'ahead', ['1']],
    ['2027-Q2', 'ahead', ['2']],
  ]);
  expect(idsOf(undated)).toEqual(['4', '5']);
});

test('a date that passed keeps its quarter in sight, and one in the far future is as good as none', () => {
  const requests = requestsOf([
    item('1', { status: 'planned', eta: '2025-Q4' }),
    item('2', { status: 'planned', eta: '9999-12-31' }),
  ]);
  const { seasons, undated } = deriveTimeline(requests, milestoneOf, TODAY);
  expect([seasons.map(({ quarter }) => quarter), idsOf(undated)]).toEqual([
    ['2025-Q4', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2'],
    ['2'],
  ]);
});

test('marks what stands still, what slipped and what is overdue, and nothing that has shipped', () => {
  const [slow, late, done] = requestsOf([
    item('1', { status: 'in-progress', history: [{ at: '2026-08-20T00:00:00Z', status: 'in-progress' }] }),
    item('2', { status: 'planned' }),
    item('3', { status: 'shipped' }),
  ]);
  if (!slow || !late || !done) throw new Error('three requests');
  const marks = (request: typeof slow, due?: object) =>
    marksOf(request, due && { ...milestone, ...due }, TODAY);
  expect(marks(slow)).toEqual({ staleDays: 94, slippedFrom: undefined, overdueSince: undefined });
  expect(marks(late, {})).toEqual({
    staleDays: undefined,
    slippedFrom: '2026-09-01',
    overdueSince: undefined,
  });
  expect(marks(late, { due: '2026-11-21', firstDue: '2026-11-21' }).overdueSince).toBe('2026-11-21');
  expect(marks(late, { due: '2026-11-22' }).overdueSince).toBeUndefined();
  expect(marks(done, { due: '2026-01-01' })).toEqual({
    staleDays: undefined,
    slippedFrom: undefined,
    overdueSince: undefined,
  });
});

test('the book of milestones reads back equal, in a fixed order, without lines that are none', () => {
  const other = { repo: 'octo/app', number: 2, title: 'no date', due: undefined, firstDue: undefined };
  const text = writeMilestones([other, milestone]);
  expect(text).toBe(
    '# repository\tnumber\tdue\tfirst due\ttitle\nocto/app\t1\t2027-02-01\t2026-09-01\tv2\nocto/app\t2\t-\t-\tno date\n',
  );
  expect(readMilestones(`${text}<<<<<<< ours\nocto/app\tx\t-\t-\tz\n`)).toEqual([milestone, other]);
});
