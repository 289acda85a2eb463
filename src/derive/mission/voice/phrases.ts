import { compare } from '../../requests.ts';
import { commonness } from './common-words.ts';
import { GAP, type Terms } from './terms.ts';

/** Words that stand together, and in how many texts they do. */
export interface Phrase {
  words: string;
  terms: readonly number[];
  /** Texts that have it, however often. */
  count: number;
  score: number;
}

/** Words that two texts share may be chance, where there are more than a few; of many texts, a phrase has to be in so large a part. */
const LEAST = { ofFew: 2, few: 30, ofMore: 3, share: 0.003 };
/** Words that stand together so much more often than by chance are a phrase. */
const LIFT = 3;
/** Phrases that are scored: those in most texts. */
const SCORED = 4_000;
/** What twice as many texts say is not twice as telling. */
const DAMPED = 0.7;
/** A part of a longer phrase is left out when so much of its use is the longer one. */
const ABSORBED = 0.5;
/** A word that more of the texts have is grammar, in a language whose grammar is not known. */
const GRAMMAR = 0.5;

/** The phrases that set texts apart from common English, the most telling first; a total order. */
export function phrasesOf(texts: readonly (readonly number[])[], terms: Terms, most: number): Phrase[] {
  const least = leastOf(texts.length);
  const single = countWords(texts, terms.size);
  const isWanted = (term: number): boolean =>
    terms.isTelling(term) &&
    (single[term] ?? 0) >= least &&
    (single[term] ?? 0) <= Math.max(least, texts.length * GRAMMAR);
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  const weightOf = (term: number): number => {
    const share = 1 - Math.exp((-total / texts.length) * commonness(terms.shown(term)));
    return weightIn(single[term] ?? 0, share * texts.length);
  };
  const counted = [...countPhrases(texts, terms.size, isWanted)]
    .map(([key, count]) => ({ terms: keyed(key, terms.size), count }))
    .filter((phrase) => phrase.count >= least && isTogether(phrase, single, texts.length));
  const scored = counted
    .sort((a, b) => b.count - a.count || b.terms.length - a.terms.length)
    .slice(0, SCORED)
    .map(({ terms: own, count }) => {
      const telling = own.filter((term) => terms.isTelling(term)).map(weightOf);
      const weight = telling.reduce((sum, one) => sum + one, 0);
      return {
        words: own.map((term) => terms.shown(term)).join(' '),
        terms: own,
        count,
        score: count ** DAMPED * weight * own.length,
      };
    });
  return withoutParts(scored)
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compare(a.words, b.words))
    .slice(0, most);
}

/** How much more usual a word is than expected, as a logarithm; 0 where chance may have made the difference. */
const weightIn = (count: number, expected: number): number =>
  count > expected + 2 * Math.sqrt(expected) ? Math.log(count / expected) : 0;

const leastOf = (texts: number): number =>
  Math.max(texts < LEAST.few ? LEAST.ofFew : LEAST.ofMore, Math.ceil(texts * LEAST.share));

function countWords(texts: readonly (readonly number[])[], size: number): Int32Array {
  const counts = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (const [place, text] of texts.entries()) {
    for (const term of text) {
      if (term === GAP || last[term] === place) continue;
      last[term] = place;
      counts[term] = (counts[term] ?? 0) + 1;
    }
  }
  return counts;
}

/** In how many texts each phrase of one to three words is, by its key. What it begins and ends with is wanted. */
function countPhrases(
  texts: readonly (readonly number[])[],
  size: number,
  isWanted: (term: number) => boolean,
): Map<number, number> {
  const wanted = Uint8Array.from({ length: size }, (_, term) => Number(isWanted(term)));
  const counts = new Map<number, number>();
  for (const text of texts) {
    const seen = new Set<number>();
    for (const [at, term] of text.entries()) {
      if (wanted[term] !== 1) continue;
      seen.add(keyOf([term], size));
      const [second = GAP, third = GAP] = [text[at + 1], text[at + 2]];
      if (second === GAP) continue;
      if (wanted[second] === 1) seen.add(keyOf([term, second], size));
      if (third !== GAP && wanted[third] === 1) seen.add(keyOf([term, second, third], size));
    }
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A phrase as one number: exact up to some 200,000 words. */
const keyOf = (terms: readonly number[], size: number): number =>
  terms.reduce((key, term) => key * (size + 1) + term + 1, 0);

function keyed(key: number, size: number): number[] {
  const terms: number[] = [];
  for (let rest = key; rest > 0; rest = Math.floor(rest / (size + 1))) terms.unshift((rest % (size + 1)) - 1);
  return terms;
}

function isTogether(
  { terms, count }: Pick<Phrase, 'terms' | 'count'>,
  single: Int32Array,
  texts: number,
): boolean {
  const [first = GAP, last = GAP] = [terms[0], terms.at(-1)];
  if (terms.length === 1) return true;
  return first !== last && count * texts >= LIFT * (single[first] ?? 0) * (single[last] ?? 0);
}

/** Leaves out what is mostly said as a part of something longer. */
function withoutParts(phrases: readonly Phrase[]): Phrase[] {
  const wholes = new Map<string, number>();
  for (const { terms, count } of phrases) {
    for (let length = 1; length < terms.length; length += 1) {
      for (let from = 0; from + length <= terms.length; from += 1) {
        const part = terms.slice(from, from + length).join(' ');
        wholes.set(part, Math.max(wholes.get(part) ?? 0, count));
      }
    }
  }
  return phrases.filter(({ terms, count }) => (wholes.get(terms.join(' ')) ?? 0) < ABSORBED * count);
}
