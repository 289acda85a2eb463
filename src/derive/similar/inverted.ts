import type { Vector } from './weigh.ts';

/** Calls back with every place from `from` on, but `place`, that is at least so like it, and with how like the two are. */
export type Visit = (
  place: number,
  from: number,
  least: number,
  found: (other: number, score: number) => void,
) => void;

/** What of `least` the frequent terms of a text may make up together, so that they need not be followed. */
const BY_FREQUENT = 0.5;
/** Keeps a score that is exactly the least from being lost to rounding. */
const ROUNDING = 1 - 1e-9;

/**
 * For each term the texts that have it. Texts are found by their rare terms alone: frequent ones lead to nearly every text,
 * and together they cannot make two alike (no dot product is more than the product of lengths). Who is found is then compared
 * in full, so nothing is lost by it.
 */
export function invert(vectors: readonly Vector[], lengths: Float64Array, terms: number): Visit {
  const { starts, places, weights } = postingsOf(vectors, terms);
  const sums = new Float64Array(vectors.length);
  const touched = new Int32Array(vectors.length);
  const mine = new Float64Array(terms);
  return (place, from, least, found) => {
    const vector = vectors[place];
    if (!vector) return;
    const length = lengths[place] ?? 1;
    let count = 0;
    const followed = rareTerms(vector, least * BY_FREQUENT * length);
    for (let i = 0; i < followed; i += 1) {
      const term = vector.terms[i] ?? 0;
      const weight = vector.weights[i] ?? 0;
      const end = starts[term + 1] ?? 0;
      for (let at = firstFrom(from, places, starts[term] ?? 0, end); at < end; at += 1) {
        const other = places[at] ?? 0;
        const sum = sums[other] ?? 0;
        if (sum === 0) touched[count++] = other;
        sums[other] = sum + weight * (weights[at] ?? 0);
      }
    }
    const isWhole = followed === vector.terms.length;
    const enough = least * (isWhole ? 1 : 1 - BY_FREQUENT) * length * ROUNDING;
    scatter(vector, mine, vector.weights);
    for (let i = 0; i < count; i += 1) {
      const other = touched[i] ?? 0;
      const theirs = lengths[other] ?? 1;
      const sum = sums[other] ?? 0;
      sums[other] = 0;
      if (sum < enough * theirs || other === place) continue;
      const score = (isWhole ? sum : dot(vectors[other], mine)) / (length * theirs);
      if (score >= least) found(other, score);
    }
    scatter(vector, mine);
  };
}

/** How many of a text's terms are followed: all but the most frequent, as many as are together no longer than `spare`. */
function rareTerms({ weights }: Vector, spare: number): number {
  let square = 0;
  for (let count = weights.length; count > 0; count -= 1) {
    square += (weights[count - 1] ?? 0) ** 2;
    if (square > spare * spare) return count;
  }
  return 0;
}

/** Lays a vector's weights out by term, or clears them. */
function scatter({ terms }: Vector, into: Float64Array, weights?: Float64Array): void {
  for (let i = 0; i < terms.length; i += 1) into[terms[i] ?? 0] = weights?.[i] ?? 0;
}

/** Adds the rarest first, as the sums do: a score is the same to the last bit from either side, and either way. */
function dot(vector: Vector | undefined, laidOut: Float64Array): number {
  if (!vector) return 0;
  const { terms, weights } = vector;
  let sum = 0;
  for (let i = 0; i < terms.length; i += 1) sum += (weights[i] ?? 0) * (laidOut[terms[i] ?? 0] ?? 0);
  return sum;
}

/** Where, between two ends of a rising list, the values from `least` on begin. */
function firstFrom(least: number, rising: Int32Array, start: number, end: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Postings {
  /** Where a term's texts begin, by the term's number; they end where the next one's begin. */
  starts: Int32Array;
  places: Int32Array;
  weights: Float64Array;
}

function postingsOf(vectors: readonly Vector[], terms: number): Postings {
  const starts = new Int32Array(terms + 1);
  for (const vector of vectors)
    for (const term of vector.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const total = starts[terms] ?? 0;
  const next = starts.slice();
  const places = new Int32Array(total);
  const weights = new Float64Array(total);
  for (const [place, vector] of vectors.entries()) {
    for (const [i, term] of vector.terms.entries()) {
      const at = next[term] ?? 0;
      next[term] = at + 1;
      places[at] = place;
      weights[at] = vector.weights[i] ?? 0;
    }
  }
  return { starts, places, weights };
}

/** The terms that two texts share, those first that add most to their likeness. */
export function sharedTerms(a: Vector, b: Vector): number[] {
  const inB = new Map([...b.terms].map((term, place) => [term, b.weights[place] ?? 0]));
  return [...a.terms]
    .map((term, place) => ({ term, adds: (a.weights[place] ?? 0) * (inB.get(term) ?? 0) }))
    .filter(({ adds }) => adds > 0)
    .sort((one, other) => other.adds - one.adds || one.term - other.term)
    .map(({ term }) => term);
}
