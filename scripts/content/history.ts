import type { HistoryEntry } from '../../src/model/item.ts';

interface Standing {
  status: string;
  /** When it began. */
  since: string;
  /** Whether GitHub dates it (closed, declined by closing, shipped); a label's moment is only when sync saw it. */
  isDated?: boolean;
  createdAt: string;
}

/**
 * The history with the present status at its end. What is written stays; an entry never begins before the one above it.
 * An item that is seen for the first time began with `firstStatus`, when it was created.
 *
 * A sync that sees an item for the first time knows only where it stands now, so of all that is written in an item this
 * alone may differ from a fresh `sync --full`, and only so: entries between the first and the last (what was seen on the
 * way) are kept and not made anew; the last entry's `at` is the fresh one's where GitHub dates its status, unless an entry
 * above it is later; for other statuses it is when sync saw it. First entry and last status are always the same.
 */
export function extendHistory(
  written: readonly HistoryEntry[],
  { status, since, isDated = false, createdAt }: Standing,
  firstStatus: string,
): HistoryEntry[] {
  const history = written.length > 0 ? [...written] : [{ at: createdAt, status: firstStatus }];
  const last = history.at(-1);
  if (!last) return history;
  if (last.status !== status) return [...history, { at: latest(since, last.at), status }];
  const before = history.at(-2);
  // A release moves the day on which something shipped.
  return isDated && before ? history.with(-1, { at: latest(since, before.at), status }) : history;
}

const latest = (a: string, b: string): string => (a < b ? b : a);
