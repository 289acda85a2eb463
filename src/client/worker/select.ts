import type { SearchIndex } from '../../site/search-index.ts';
import type { Query } from '../query.ts';
import type { Library } from './library.ts';

/** What a query finds, in its order. */
export interface Selection {
  places: Uint32Array;
  /** How many more match that have ended: shipped, declined or closed. */
  hidden: number;
  /** Whether all that match have ended, and so are shown though nobody asked for them. */
  isEnded: boolean;
}

type Source = Pick<Library, 'requests' | 'facts' | 'search'>;

/** Requests that hold the words, the status and the tag asked for. Unless a status is asked for, those that ended are left out. */
export function select(source: Source, { words, status, tag, sort }: Query): Selection {
  const { facts, search } = source;
  const matching = words === '' ? orderBy(source, sort) : ordered(source, search(words), sort);
  const tagAt = facts.tags.findIndex(({ slug }) => slug === tag);
  const tagged = tag === '' ? matching : matching.filter((place) => facts.tagged[place]?.includes(tagAt));
  const statusAt = facts.statuses.findIndex(({ id }) => id === status);
  const isAsked = (place: number): boolean =>
    status === '' ? facts.active[place] === 1 : status === 'all' || facts.status[place] === statusAt;
  const places = tagged.filter(isAsked);
  if (status !== '') return { places, hidden: 0, isEnded: false };
  const isEnded = places.length === 0 && tagged.length > 0;
  return { places: isEnded ? tagged : places, hidden: isEnded ? 0 : tagged.length - places.length, isEnded };
}

function ordered(source: Source, found: Uint32Array, sort: string): Uint32Array {
  if (sort === '') return found;
  const isFound = new Uint8Array(source.requests.ids.length);
  for (const place of found) isFound[place] = 1;
  return orderBy(source, sort).filter((place) => isFound[place] === 1);
}

/** Orders that were asked for: sorting thousands is too much for each keystroke. */
const orders = new WeakMap<SearchIndex, Map<string, Uint32Array>>();

/** All requests in an order; ties by demand, then by age. */
function orderBy({ requests, facts }: Source, sort: string): Uint32Array {
  const known = orders.get(facts) ?? new Map<string, Uint32Array>();
  orders.set(facts, known);
  const before = known.get(sort);
  if (before) return before;
  const columns: Record<string, readonly number[]> = {
    newest: facts.created,
    moved: facts.moved.map((day, place) => day || (facts.created[place] ?? 0)),
    trend: facts.trend,
  };
  const by = columns[sort] ?? [];
  const order = Uint32Array.from(requests.ids.keys()).sort(
    (a, b) =>
      more(by, a, b) ||
      more(requests.people, a, b) ||
      more(facts.heard, a, b) ||
      more(facts.created, b, a) ||
      a - b,
  );
  known.set(sort, order);
  return order;
}

const more = (column: readonly number[], a: number, b: number): number => (column[b] ?? 0) - (column[a] ?? 0);
