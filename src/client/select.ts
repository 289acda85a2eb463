import type { Search } from '../derive/search/search.ts';
import type { SearchIndex } from '../site/search-index.ts';

export interface Query {
  words: string;
  /** demand, newest, moved or trend; with words, `demand` means the best match first. */
  sort: string;
}

/** Places of the requests that a query asks for, in its order; without words, the active ones. */
export function select(index: SearchIndex, search: Search, { words, sort }: Query): number[] {
  const places =
    words === '' ? index.id.flatMap((_, place) => (index.active[place] ? [place] : [])) : search(words);
  const columns = new Map([
    ['newest', index.created],
    ['moved', index.moved],
    ['trend', index.trend],
  ]);
  const by = columns.get(sort);
  return by ? places.toSorted((a, b) => (by[b] ?? 0) - (by[a] ?? 0) || a - b) : places;
}
