import type { Mission } from '../../../model/mission.ts';
import { check, type Finding, type Rule } from '../finding.ts';
import { spanOf } from './day.ts';

type Impact = Mission['impact'][number];

/** Days between two measurements. */
export const INTERVALS: Readonly<Record<Impact['interval'], number>> = {
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
};

/** Whether the last point of a series is older than its interval; a series without points is not stale but empty. */
export function isStale({ points, interval }: Pick<Impact, 'points' | 'interval'>, today: string): boolean {
  const newest = Math.max(...points.map(({ date }) => spanOf(date)?.last ?? -Infinity));
  const now = spanOf(today.slice(0, 10))?.last ?? 0;
  return points.length > 0 && now - newest > INTERVALS[interval];
}

interface Series {
  impact: Impact;
  today: string;
}

const RULES: readonly Rule<Series>[] = [
  {
    rule: 'target',
    why: 'Without a target nobody can tell whether a number is good.',
    remedy: 'Add `target:` with the value to reach, such as `target: 0`.',
    find: ({ impact }) => (impact.target === undefined ? impact.name : undefined),
  },
  {
    rule: 'source',
    why: 'A number that nobody can look up is a claim.',
    remedy: 'Add `source:` with where the values come from, such as `source: "axe, run over every page"`.',
    find: ({ impact }) => (impact.source === undefined ? impact.name : undefined),
  },
  {
    rule: 'fresh',
    why: 'Nothing has been measured yet, so nobody knows where this stands.',
    remedy:
      'Measure it and add a point, such as `- { date: "2026-11-22", value: 3 }`, or take the series out.',
    find: ({ impact }) => (impact.points.length === 0 ? impact.name : undefined),
  },
  {
    rule: 'fresh',
    why: 'The last point is older than the interval of the series, so it says how things stood once.',
    remedy: 'Measure it again and add a point, or say with `interval: year` that it is measured less often.',
    find: ({ impact, today }) =>
      isStale(impact, today)
        ? `${impact.name}: ${impact.points
            .map(({ date }) => date)
            .sort()
            .at(-1)}`
        : undefined,
  },
];

/** Each series has a target, a source, and a point that is younger than its interval. Holds in any language. */
export function checkImpact({ impact }: Mission, today: string): Finding[] {
  return impact.flatMap((series, place) =>
    RULES.flatMap((rule) => check(rule, `impact.${place}`, { impact: series, today })),
  );
}
