import Fuse, { type IFuseOptions } from 'fuse.js';
import { expand } from './expand.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';
import { fold, wordsOf } from './words.ts';

/** Something that can be found: `title` is ranked and marked, `more` only found (tags, numbers). */
export interface Findable {
  title: string;
  more: string;
}

/** A text that was found, by its place in the list, best first. */
export type Search = (query: string) => number[];

/** Limits that keep a keystroke short whatever is typed (security.md 1e). */
const LIMIT = { characters: 64, words: 6, candidates: 48 };

const RANKING: IFuseOptions<{ title: string }> = {
  keys: ['title'],
  threshold: 0.4,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  includeScore: true,
};

/**
 * Makes a search over texts: the vocabulary narrows thousands to a few dozen, Fuse ranks those. All words of the query count,
 * each may have a slip or be the beginning of a longer one. Order is total: the same query always gives the same list.
 */
export function buildSearch(texts: readonly Findable[]): Search {
  const vocabulary = buildVocabulary(texts.map(({ title, more }) => `${title} ${more}`));
  const titles = texts.map(({ title }) => fold(title));
  return (query) => {
    const asked = fold(query).trim().slice(0, LIMIT.characters);
    const words = [...new Set(wordsOf(asked))].slice(0, LIMIT.words);
    const narrowed = narrow(words, vocabulary);
    return narrowed.length > LIMIT.candidates ? narrowed : rank(asked, narrowed, titles);
  };
}

/** Texts that hold all words of the query, in any of their meanings; the most telling first. */
function narrow(words: readonly string[], vocabulary: Vocabulary): number[] {
  if (words.length === 0) return [];
  const totals = new Map<number, { score: number; matched: number }>();
  for (const word of words) {
    const best = new Map<number, number>();
    for (const { place, fit } of expand(word, vocabulary)) {
      const holders = vocabulary.holders[place] ?? [];
      const weight = fit * Math.log(1 + vocabulary.size / holders.length);
      for (const holder of holders) best.set(holder, Math.max(best.get(holder) ?? 0, weight));
    }
    for (const [holder, weight] of best) {
      const total = totals.get(holder) ?? { score: 0, matched: 0 };
      totals.set(holder, { score: total.score + weight, matched: total.matched + 1 });
    }
  }
  const most = Math.max(0, ...[...totals.values()].map(({ matched }) => matched));
  return [...totals]
    .filter(([, { matched }]) => matched === most)
    .sort(([a, left], [b, right]) => right.score - left.score || a - b)
    .map(([place]) => place);
}

/** Fuse's order of the candidates; those that it does not see keep theirs, behind. */
function rank(asked: string, candidates: readonly number[], titles: readonly string[]): number[] {
  const fuse = new Fuse(
    candidates.map((place) => ({ title: titles[place] ?? '' })),
    RANKING,
  );
  const ranked = fuse.search(asked.slice(0, 32)).map(({ refIndex }) => candidates[refIndex] ?? 0);
  return [...new Set([...ranked, ...candidates])];
}
