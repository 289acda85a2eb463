import type { FeedbackItem } from '../model/item.ts';
import { compareIds } from '../model/ledger.ts';

/** Merges that lead back to where they began: each circle once, from its first id on, in the order of the merges. */
export function mergeCircles(items: readonly Pick<FeedbackItem, 'id' | 'duplicateOf'>[]): string[][] {
  const targets = new Map(items.map(({ id, duplicateOf }) => [id, duplicateOf]));
  const done = new Set<string>();
  return items.flatMap(({ id }) => {
    const path: string[] = [];
    let at: string | undefined = id;
    for (; at !== undefined && targets.has(at) && !done.has(at); at = targets.get(at)) {
      path.push(at);
      done.add(at);
    }
    const start = at === undefined ? -1 : path.indexOf(at);
    return start < 0 ? [] : [fromFirst(path.slice(start))];
  });
}

function fromFirst(circle: readonly string[]): string[] {
  const place = circle.indexOf(circle.toSorted(compareIds)[0] ?? '');
  return [...circle.slice(place), ...circle.slice(0, place)];
}
