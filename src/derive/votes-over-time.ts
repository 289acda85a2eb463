import type { Snapshot } from '../model/snapshots.ts';

/** How many votes there were at the end of a day. */
export interface VoteCount {
  /** `2026-11-22`. */
  day: string;
  votes: number;
}

/** Points of a series are no more than this: the last day of each span between them. */
const MOST = 60;

/** The votes of some items together, day by day, as far as they were counted; `snapshots` are oldest first. */
export function votesOverTime(snapshots: readonly Snapshot[]): VoteCount[] {
  const now = new Map<string, number>();
  const series: VoteCount[] = [];
  let votes = 0;
  for (const { day, id, votes: count } of snapshots) {
    votes += count - (now.get(id) ?? 0);
    now.set(id, count);
    if (series.at(-1)?.day === day) series.pop();
    series.push({ day, votes });
  }
  const step = Math.ceil(series.length / MOST);
  return series.filter((_, place) => (series.length - 1 - place) % step === 0);
}
