import { wordsOf } from './words.ts';

/** Which texts hold which words: the narrowing before the ranking. */
export interface Vocabulary {
  /** Sorted, each once. */
  words: readonly string[];
  /** A bit for each letter that a word holds, to skip words that cannot be near. */
  letters: Uint32Array;
  /** Texts that hold the word, by the word's place. */
  holders: readonly (readonly number[])[];
  size: number;
}

/** Builds the vocabulary of texts, known by their place in the list. */
export function buildVocabulary(texts: readonly string[]): Vocabulary {
  const holders = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    for (const word of new Set(wordsOf(text))) {
      const known = holders.get(word);
      if (known) known.push(place);
      else holders.set(word, [place]);
    }
  }
  const words = [...holders.keys()].sort();
  return {
    words,
    letters: Uint32Array.from(words, lettersOf),
    holders: words.map((word) => holders.get(word) ?? []),
    size: texts.length,
  };
}

/** One bit of 32 for each different character. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) % 32);
  return bits >>> 0;
}
