import { expand, type Meaning } from './expand.ts';
import { byLevel } from './levels.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Texts that hold a query's words, the best first. */
export interface Narrowed {
  places: Uint32Array;
  /** How well each of the first few dozen fits, 1 for all words as they are asked. */
  fits: number[];
}

/** Words of the same texts, and what finding one there counts. */
export interface Field {
  vocabulary: Vocabulary;
  weight: number;
}

/** Texts that hold all words, or the most of them; or those that are like the query, which is a whole title. */
export type Wanted = 'all' | 'like';

/** Texts that a word of a query finds besides those in a vocabulary: numbers. */
export type Extra = (word: string) => readonly { place: number; fit: number }[];

/** Words of queries whose meanings are kept: whoever types on asks for the earlier ones again. */
const KEPT = 64;
/** A text is like a title that holds words of so much of its weight. */
const LIKE = 0.3;

/**
 * Makes the narrowing over texts: those that hold all words of a query in any of their meanings, or the most of them.
 * `order` holds the place of each text and breaks ties; inside, texts go by their rank in it, so that one pass in the order
 * of memory sorts them. What a word counts depends on how many texts it may mean, not on which meaning is the rarest:
 * else a rare neighbour would win over the word that was meant.
 */
export function narrowing(
  fields: readonly Field[],
  order: Uint32Array,
  extra: Extra,
): (words: readonly string[], how: Wanted) => Narrowed {
  const size = order.length;
  const kept = new Map<string, Meaning[][]>();
  const ranks = new Uint32Array(size);
  for (const [rank, place] of order.entries()) ranks[place] = rank;
  const scores = new Float64Array(size);
  const matched = new Uint8Array(size);
  const best = new Float64Array(size);
  const touched = new Uint32Array(size);

  const meaningsOf = (word: string): Meaning[][] => {
    const known = kept.get(word);
    if (known) return known;
    const meanings = fields.map(({ vocabulary }) => expand(word, vocabulary));
    if (kept.size >= KEPT) kept.delete([...kept.keys()][0] ?? '');
    kept.set(word, meanings);
    return meanings;
  };

  /** Fills `touched` with the ranks of all texts that a word may mean, and `best` with how well; says how many they are. */
  const collect = (word: string): number => {
    let count = 0;
    const give = (place: number, fit: number): void => {
      const rank = ranks[place] ?? 0;
      const before = best[rank] ?? 0;
      if (before >= fit) return;
      if (before === 0) touched[count++] = rank;
      best[rank] = fit;
    };
    for (const [which, meanings] of meaningsOf(word).entries()) {
      const field = fields[which];
      if (!field) continue;
      const { starts, holders } = field.vocabulary;
      for (const { from, to, fit } of meanings) {
        const end = starts[to] ?? 0;
        for (let at = starts[from] ?? 0; at < end; at += 1) give(holders[at] ?? 0, fit * field.weight);
      }
    }
    for (const { place, fit } of extra(word)) give(place, fit);
    return count;
  };

  return (words, how) => {
    scores.fill(0);
    matched.fill(0);
    let ideal = 0;
    let most = 0;
    for (const word of words) {
      const count = collect(word);
      if (count === 0) continue;
      const telling = Math.log(1 + size / count);
      ideal += telling;
      for (let at = 0; at < count; at += 1) {
        const rank = touched[at] ?? 0;
        scores[rank] = (scores[rank] ?? 0) + telling * (best[rank] ?? 0);
        best[rank] = 0;
        const words = (matched[rank] ?? 0) + 1;
        matched[rank] = words;
        if (words > most) most = words;
      }
    }
    if (how === 'like') {
      for (let rank = 0; rank < size; rank += 1) matched[rank] = (scores[rank] ?? 0) >= LIKE * ideal ? 1 : 0;
      most = Math.min(most, 1);
    }
    return most === 0
      ? { places: new Uint32Array(), fits: [] }
      : byLevel(order, matched, most, scores, ideal);
  };
}
