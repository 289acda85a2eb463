import { byDay, type Snapshot } from '../model/snapshots.ts';
import type { Tally } from '../model/ledger.ts';

type Tallies = ReadonlyMap<string, Pick<Tally, 'votes'>>;

/**
 * The vote history with what a run found out on `today`: one snapshot for each item whose votes are no longer those of its
 * last one. The same snapshots when there is no news; otherwise old ones are thinned out too, and items that went are gone.
 */
export function extendSnapshots(
  snapshots: readonly Snapshot[],
  before: Tallies,
  now: Tallies,
  today: string,
): readonly Snapshot[] {
  const histories = Map.groupBy(snapshots, ({ id }) => id);
  const gone = histories.keys().some((id) => before.has(id) && !now.has(id));
  let isNews = gone;
  for (const [id, { votes }] of now) {
    const known = histories.get(id) ?? [];
    if (votes === (known.at(-1)?.votes ?? 0)) continue;
    const start =
      known.length > 0 || before.get(id)?.votes !== 0 ? [] : [{ day: dayBefore(today), id, votes: 0 }];
    const earlier = [...start, ...known].filter(({ day }) => day < today);
    const isBack = earlier.length > 0 && earlier.at(-1)?.votes === votes;
    histories.set(id, isBack ? earlier : [...earlier, { day: today, id, votes }]);
    isNews = true;
  }
  if (!isNews) return snapshots;
  return [...histories]
    .filter(([id]) => !before.has(id) || now.has(id))
    .flatMap(([, history]) => thin(history, today))
    .sort(byDay);
}

const DAY = 86_400_000;
const DAILY = 30;
const WEEKLY = 26 * 7;

/** Keeps the last snapshot of an item for each of the last 30 days, of the 26 weeks before, and of each month before those. */
function thin(history: readonly Snapshot[], today: string): Snapshot[] {
  const last = new Map(history.map((snapshot) => [periodOf(snapshot.day, today), snapshot]));
  return [...last.values()];
}

function periodOf(day: string, today: string): string {
  const at = Date.parse(day) / DAY;
  const age = Date.parse(today) / DAY - at;
  if (age <= DAILY) return day;
  return age <= WEEKLY ? `week ${Math.floor(at / 7)}` : day.slice(0, 7);
}

const dayBefore = (day: string): string => dayOf(new Date(Date.parse(day) - DAY));

/** The day of a moment, in UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
