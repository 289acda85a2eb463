import type { Snapshot } from '../model/snapshots.ts';

/** How the votes of a request have moved lately. */
export interface Trend {
  /** Votes won a week, over the last four weeks or as long as it is known, to one decimal; never below 0. */
  perWeek: number;
  /** Votes won in each of the last four weeks, oldest first; below 0 where more were taken back than given. */
  weeks: readonly number[];
  /** What `trending` sorts by: votes won lately against the votes there were before. */
  score: number;
}

/** An item of a cluster, with its snapshots, oldest first. */
export interface Member {
  createdAt: string;
  snapshots: readonly Snapshot[];
}

const DAY = 86_400_000;
const WEEKS = 4;

export const STILL: Trend = { perWeek: 0, weeks: [0, 0, 0, 0], score: 0 };

/** The trend of a request up to `today`, the votes on what was merged into it included. */
export function trendOf(members: readonly Member[], today: string): Trend {
  const end = dayNumber(today);
  const marks = Array.from({ length: WEEKS + 1 }, (_, week) => end - (WEEKS - week) * 7);
  const counts = marks.map((mark) => sum(members.map((member) => votesOn(member, mark))));
  const weeks = counts.slice(1).map((count, week) => count - (counts[week] ?? 0));
  const [before = 0, now = 0] = [counts[0], counts.at(-1)];
  const won = Math.max(0, now - before);
  if (won === 0) return { ...STILL, weeks };
  const start = end - WEEKS * 7;
  const known = Math.min(...members.map((member) => Math.max(start, knownSince(member, start))));
  const perWeek = won / Math.max(1, (end - known) / 7);
  return { perWeek: round(perWeek, 1), weeks, score: round(won / Math.sqrt(before + 1), 2) };
}

/** Votes at the end of a day. Before an item came there were none; before its first snapshot, as many as that says. */
function votesOn({ createdAt, snapshots }: Member, mark: number): number {
  const last = snapshots.findLast(({ day }) => dayNumber(day) <= mark);
  if (last) return last.votes;
  return dayNumber(createdAt) > mark ? 0 : (snapshots[0]?.votes ?? 0);
}

/** From when on its votes are known: from its first day, where that is no longer ago than `start`. */
function knownSince({ createdAt, snapshots }: Member, start: number): number {
  const created = dayNumber(createdAt);
  const [first] = snapshots;
  return created > start || !first ? created : dayNumber(first.day);
}

const dayNumber = (moment: string): number => Math.floor(Date.parse(moment) / DAY);
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const round = (value: number, places: number): number => Number(value.toFixed(places));
