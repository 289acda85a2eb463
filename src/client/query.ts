/** What the board is asked for; each part that is empty asks for nothing in particular. */
export interface Query {
  words: string;
  /** A status's id, or `all`; empty is what is active. */
  status: string;
  /** A tag's slug. */
  tag: string;
  /** trend, newest or moved; empty is the most wanted first, or with words the best match first. */
  sort: string;
}

const SORTS = ['trend', 'newest', 'moved'];

/** The query in an address, `?q=dark&status=planned&tag=design&sort=newest`; what it does not know it leaves out. */
export function queryIn(search: string): Query {
  const given = new URLSearchParams(search);
  const part = (name: string): string => given.get(name)?.trim() ?? '';
  const sort = part('sort');
  return {
    words: part('q'),
    status: part('status'),
    tag: part('tag'),
    sort: SORTS.includes(sort) ? sort : '',
  };
}

/** The address's part for a query: `queryIn` reads the same back; empty for an empty query. */
export function searchOf({ words, status, tag, sort }: Query): string {
  const parts = Object.entries({ q: words, status, tag, sort }).filter(([, value]) => value !== '');
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts)}`;
}
