import { compareIds } from './ledger.ts';

/** How many 👍 an item had on a day: there is one only where that differs from the day before. */
export interface Snapshot {
  /** `2026-11-22`, in UTC. */
  day: string;
  /** The item's id. */
  id: string;
  votes: number;
}

const HEADER = '# day\titem\tvotes';

/** Writes snapshots, oldest day first, then by item, so that a new day is only added at the end. */
export function writeSnapshots(snapshots: readonly Snapshot[]): string {
  const lines = snapshots.toSorted(byDay).map(({ day, id, votes }) => `${day}\t${id}\t${votes}`);
  return [HEADER, ...lines, ''].join('\n');
}

/** Reads snapshots, oldest first; a line that is none is left out, and of two for one day the later line holds. */
export function readSnapshots(text: string): Snapshot[] {
  const found = new Map<string, Snapshot>();
  for (const line of text.split(/\r?\n/)) {
    const [, day, id, votes] = /^(\d{4}-\d{2}-\d{2})\t([a-z0-9-]+)\t(\d+)$/.exec(line) ?? [];
    if (day && id && !Number.isNaN(Date.parse(day)))
      found.set(`${day}\t${id}`, { day, id, votes: Number(votes) });
  }
  return [...found.values()].sort(byDay);
}

export function byDay(a: Snapshot, b: Snapshot): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : compareIds(a.id, b.id);
}
