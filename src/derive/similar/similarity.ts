import { compareIds } from '../../model/ledger.ts';
import { Best } from './best.ts';
import { invert, sharedTerms } from './inverted.ts';
import { type Text, weigh } from './weigh.ts';

/** A text that is like another, from 0 (no word in common) to 1 (the same, and long). */
export interface Likeness {
  id: string;
  score: number;
}

/** Two texts that are alike, the one with the lower id first, with the words that make it, the strongest first. */
export interface Pair {
  a: string;
  b: string;
  score: number;
  words: readonly string[];
}

/** Likeness of texts. Every order is total: the same texts, in whichever order, give the same answers. */
export interface Similarity {
  /** The texts most like one, at most `count`, and none under `least`; empty for an unknown id. */
  similarTo: (id: string, count: number, least?: number) => (Likeness & { words: readonly string[] })[];
  /** The same for every text, without the words. */
  neighbours: (count: number, least?: number) => Map<string, Likeness[]>;
  /** The pairs most alike of all, at most `most`, and none under `least`. */
  pairs: (most: number, least: number, isWanted?: (a: string, b: string) => boolean) => Pair[];
}

/** Words that explain a pair. */
const EXPLAINING = 6;

/**
 * Compares texts by their words: the cosine of their weighed terms (`weigh.ts`), through an inverted index, so that 15,000
 * texts take seconds. It proposes; whether two wishes are one, people decide.
 */
export function buildSimilarity(texts: readonly Text[]): Similarity {
  const sorted = [...texts].sort((a, b) => compareIds(a.id, b.id));
  const ids = sorted.map(({ id }) => id);
  const places = new Map(ids.map((id, place) => [id, place]));
  const idAt = (place: number): string => ids[place] ?? '';
  const { lexicon, vectors, lengths } = weigh(sorted);
  const visit = invert(vectors, lengths, lexicon.size);

  function nearest(place: number, count: number, least: number): Found[] {
    const best = new Best<Found>(count, least, (a, b) => a.other - b.other);
    visit(place, 0, least, (other, score) => {
      if (best.takes(score)) best.add({ place, other, score });
    });
    return best.sorted();
  }

  function wordsOf({ place, other }: Found): string[] {
    const [a, b] = [vectors[place], vectors[other]];
    const words = a && b ? sharedTerms(a, b).map((term) => lexicon.shown(term)) : [];
    return words.filter((word) => word !== '').slice(0, EXPLAINING);
  }

  return {
    similarTo(id, count, least = 0) {
      const found = nearest(places.get(id) ?? -1, count, least);
      return found.map((one) => ({ id: idAt(one.other), score: one.score, words: wordsOf(one) }));
    },
    neighbours(count, least = 0) {
      const bests = ids.map(() => new Best<Found>(count, least, (a, b) => a.other - b.other));
      for (const [place, mine] of bests.entries()) {
        // Each two are met once: likeness is the same from either side.
        visit(place, place + 1, least, (other, score) => {
          const theirs = bests[other];
          if (mine.takes(score)) mine.add({ place, other, score });
          if (theirs?.takes(score)) theirs.add({ place: other, other: place, score });
        });
      }
      return new Map(
        bests.map((best, place) => [
          idAt(place),
          best.sorted().map(({ other, score }) => ({ id: idAt(other), score })),
        ]),
      );
    },
    pairs(most, least, isWanted = () => true) {
      const best = new Best<Found>(most, least, (a, b) => a.place - b.place || a.other - b.other);
      for (const place of ids.keys()) {
        visit(place, place + 1, least, (other, score) => {
          if (best.takes(score) && isWanted(idAt(place), idAt(other))) best.add({ place, other, score });
        });
      }
      return best.sorted().map((one) => ({
        a: idAt(one.place),
        b: idAt(one.other),
        score: one.score,
        words: wordsOf(one),
      }));
    },
  };
}

/** Two texts by their places, and their score. */
interface Found {
  place: number;
  other: number;
  score: number;
}
