import type { Entry } from '../model/entry.ts';
import { type Request, compare, isCanonical } from './requests.ts';

/** A changelog entry with the requests that shipped in it. */
export interface News<Item extends Entry = Entry> {
  entry: Item;
  shipped: readonly Request[];
}

/** The changelog, what comes next first, then newest first; hidden entries are left out. */
export function deriveChangelog<Item extends Entry>(
  entries: readonly Item[],
  requests: readonly Request[],
): News<Item>[] {
  const shipped = Map.groupBy(requests.filter(isCanonical), ({ item }) => item.shippedIn ?? '');
  return entries
    .filter(({ hidden }) => !hidden)
    .map((entry) => ({
      entry,
      shipped: (shipped.get(entry.version) ?? []).filter((request) => isFrom(request, entry)),
    }))
    .sort((a, b) => newer(a.entry, b.entry));
}

const isFrom = ({ item }: Request, { repo }: Entry): boolean => !repo || !item.repo || item.repo === repo;

function newer(a: Entry, b: Entry): number {
  const never = '9999';
  return compare(b.publishedAt ?? never, a.publishedAt ?? never) || compare(b.id, a.id);
}
