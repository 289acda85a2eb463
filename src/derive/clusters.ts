import type { FeedbackItem } from '../model/item.ts';
import { compareIds } from '../model/ledger.ts';

type Merged = Pick<FeedbackItem, 'id' | 'duplicateOf'>;

/**
 * Follows every merge to its end: id of an item -> id of its canonical item (its own when it was not merged).
 * A merge into something unknown ends where it is known; in a circle the first id in order stands for all.
 */
export function canonicalIds(items: readonly Merged[]): Map<string, string> {
  const targets = new Map(items.map(({ id, duplicateOf }) => [id, duplicateOf]));
  return new Map(items.map(({ id }) => [id, follow(id, targets)]));
}

/** Items by their canonical item's id, those that stand alone too; hidden items are in no cluster. */
export function clustersOf<Item extends Merged & Pick<FeedbackItem, 'hidden'>>(
  items: readonly Item[],
): Map<string, Item[]> {
  const shown = items.filter(({ hidden }) => !hidden);
  const canonical = canonicalIds(shown);
  return Map.groupBy(shown, ({ id }) => canonical.get(id) ?? id);
}

function follow(start: string, targets: ReadonlyMap<string, string | undefined>): string {
  const seen = [start];
  for (let id = start; ;) {
    const next = targets.get(id);
    if (next === undefined || !targets.has(next)) return id;
    const circle = seen.indexOf(next);
    if (circle >= 0) return seen.slice(circle).sort(compareIds)[0] ?? id;
    seen.push(next);
    id = next;
  }
}
