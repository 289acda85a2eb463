/** Scripts that are written without spaces: searched by pairs of characters. */
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]`;
/** Letters and digits of any script, in a run; a run ends where a script without spaces begins or ends. */
const WORD = new RegExp(`(?:(?=${UNSPACED})[\\p{L}\\p{N}])+|(?:(?!${UNSPACED})[\\p{L}\\p{N}])+`, 'gu');
const IS_UNSPACED = new RegExp(UNSPACED, 'u');

/** Case, accents and width do not matter in a search. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** The words of a text, folded; unspaced scripts in overlapping pairs. */
export function wordsOf(text: string): string[] {
  return (fold(text).match(WORD) ?? []).flatMap((word) => (IS_UNSPACED.test(word) ? pairs(word) : [word]));
}

/** Each character with the next; the last alone, so that it can be found too. */
function pairs(word: string): string[] {
  const letters = [...word];
  return letters.map((letter, place) => letter + (letters[place + 1] ?? ''));
}
