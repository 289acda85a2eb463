import { narrowing, type Field, type Wanted } from './narrow.ts';
import { numbersIn } from './numbers.ts';
import { readQuery } from './query.ts';
import { rank } from './rank.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fold } from './words.ts';

/** What can be found: columns, one place for each request. */
export interface Findable {
  /** Ids: numbers, or `source-key`. */
  ids: readonly string[];
  titles: readonly string[];
  /** How many people want each: of two that fit as well, the one that more want is first. */
  people: readonly number[];
}

/** Places of the requests that a query finds, the best first: those that hold all its words, or what a title is like. */
export type Search = (query: string, how?: Wanted) => Uint32Array;

/** A word in a title says more of a request than the same word in its text or tags. */
const WEIGHT = { title: 1, other: 0.6 };

/** Titles that are remembered in the form in which they are compared: whoever types on meets the same ones again. */
const KEPT = 2000;

/**
 * Makes a search: vocabularies narrow thousands to a few dozen, Fuse ranks those. All words of a query count; each may have
 * a slip or be the beginning of a longer one. Order is total: the same query always gives the same list. `others` are words
 * of tags and texts by the same places, when they are there.
 */
export function makeSearch(
  { ids, titles, people }: Findable,
  vocabulary: Vocabulary,
  others?: Vocabulary,
): Search {
  const fields: Field[] = [{ vocabulary, weight: WEIGHT.title }];
  if (others) fields.push({ vocabulary: others, weight: WEIGHT.other });
  const order = byPeople(people, titles.length);
  const { whole, extra } = numbersIn(ids);
  const narrow = narrowing(fields, order, extra);
  const folded = new Map<number, string>();
  const textOf = (place: number): string => {
    const known = folded.get(place) ?? fold(titles[place] ?? '');
    if (folded.size < KEPT) folded.set(place, known);
    return known;
  };
  return (query, how = 'all') => {
    const { asked, words } = readQuery(query);
    const id = asked.replace('#', '');
    const own = whole(id);
    // An id of several words, `canny-17`, is one; and whoever types an id wants that request, whatever titles hold the number.
    const found = rank(asked, narrow(own === undefined ? words : [id], how), textOf);
    return own === undefined ? found : Uint32Array.from(new Set([own, ...found]));
  };
}

/** Places, those that the most people want first: numbers that sort without comparing one by one. */
function byPeople(people: readonly number[], size: number): Uint32Array {
  const most = people.reduce((a, b) => Math.max(a, b), 0);
  const keys = Float64Array.from(
    { length: size },
    (_, place) => (most - (people[place] ?? 0)) * size + place,
  );
  return Uint32Array.from(keys.sort(), (key) => key % size);
}
