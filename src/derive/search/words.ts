/** Letters and digits of any script, in a run. */
const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that are written without spaces: searched by pairs of characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Case, accents and width do not matter in a search. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();

/** The words of a text, folded; unspaced scripts in overlapping pairs. */
export function wordsOf(text: string): string[] {
  return (fold(text).match(WORD) ?? []).flatMap((word) => (UNSPACED.test(word) ? pairs(word) : [word]));
}

function pairs(word: string): string[] {
  const letters = [...word];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`);
}
