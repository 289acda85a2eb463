import { wordsOf } from './words.ts';

/** Which texts hold which words: the narrowing before the ranking. All of it lies in flat arrays. */
export interface Vocabulary {
  /** Sorted by code unit, each once: words that begin alike stand together. */
  words: readonly string[];
  /** Where each word's texts begin in `holders`; one more than there are words. */
  starts: Uint32Array;
  /** Texts by their place, ascending for each word. */
  holders: Uint32Array;
  /** A bit for each letter that a word holds, by the word's place: skips words that cannot be near. */
  letters: Uint32Array;
  /** Places of the words of each length: a slip changes it by one. */
  byLength: readonly Uint32Array[];
}

/** Builds the vocabulary of texts, known by their place. */
export function buildVocabulary(texts: readonly string[]): Vocabulary {
  const lists = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    for (const word of wordsOf(text)) {
      const list = lists.get(word);
      if (!list) lists.set(word, [place]);
      else if (list.at(-1) !== place) list.push(place);
    }
  }
  return arrange([...lists].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Arranges sorted words and their holders in flat arrays. */
export function arrange(
  entries: readonly (readonly [word: string, holders: readonly number[]])[],
): Vocabulary {
  const words = entries.map(([word]) => word);
  const starts = new Uint32Array(words.length + 1);
  const holders = new Uint32Array(entries.reduce((sum, [, list]) => sum + list.length, 0));
  const letters = new Uint32Array(words.length);
  const byLength: number[][] = [];
  let end = 0;
  for (const [place, [word, list]] of entries.entries()) {
    holders.set(list, end);
    end += list.length;
    starts[place + 1] = end;
    letters[place] = lettersOf(word);
    (byLength[word.length] ??= []).push(place);
  }
  return {
    words,
    starts,
    holders,
    letters,
    byLength: Array.from(byLength, (list) => Uint32Array.from(list ?? [])),
  };
}

/** One bit of 32 for each different character. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits >>> 0;
}

/** The first place whose word is not before `word`. */
export function placeOf(word: string, words: readonly string[]): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
