import type { HistoryEntry } from '../../src/model/item.ts';

interface Standing {
  status: string;
  /** When it began. */
  since: string;
  createdAt: string;
}

/**
 * The history with the present status at its end. What is written stays; an entry never begins before the one above it.
 * An item that is seen for the first time began with `firstStatus`, when it was created.
 */
export function extendHistory(
  written: readonly HistoryEntry[],
  { status, since, createdAt }: Standing,
  firstStatus: string,
): HistoryEntry[] {
  const history = written.length > 0 ? [...written] : [{ at: createdAt, status: firstStatus }];
  const last = history.at(-1);
  if (!last || last.status === status) return history;
  return [...history, { at: since < last.at ? last.at : since, status }];
}
