import { expand } from './expand.ts';
import { readQuery } from './query.ts';
import { buildVocabulary } from './vocabulary.ts';
import { fold, isUnspaced, lettersIn, runsOf } from './words.ts';

/** A part of a text as it is written: from, and up to but not including. */
export type Range = readonly [from: number, to: number];

/** The words of a text that a query means, in order, none touching the next. */
export function marksIn(text: string, query: string): Range[] {
  const { words } = readQuery(query);
  const vocabulary = buildVocabulary([text]);
  const meant = new Set(
    words.flatMap((word) =>
      expand(word, vocabulary).flatMap(({ from, to }) => vocabulary.words.slice(from, to)),
    ),
  );
  const ranges: Range[] = [];
  const mark = (from: number, to: number): void => {
    const last = ranges.at(-1);
    if (last && last[1] >= from) ranges[ranges.length - 1] = [last[0], Math.max(to, last[1])];
    else ranges.push([from, to]);
  };
  for (const { 0: run, index } of runsOf(text)) {
    if (isUnspaced(run)) markPairs(run, index, words, mark);
    else if (meant.has(fold(run))) mark(index, index + run.length);
  }
  return ranges;
}

/** Marks each two characters that are one of the words; a word of one character marks that one. */
function markPairs(
  run: string,
  index: number,
  words: readonly string[],
  mark: (a: number, b: number) => void,
): void {
  const letters = lettersIn(run);
  let from = index;
  for (const [place, letter] of letters.entries()) {
    const pair = letter + (letters[place + 1] ?? '');
    if (words.includes(fold(pair))) mark(from, from + pair.length);
    else if (words.includes(fold(letter))) mark(from, from + letter.length);
    from += letter.length;
  }
}
