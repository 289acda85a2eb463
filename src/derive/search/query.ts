import { fold, wordsOf } from './words.ts';

/** Limits that keep a keystroke short whatever is typed. */
const LIMIT = { typed: 256, folded: 96, words: 8 };

/** What a query asks for, within limits: its text and its words, folded. */
export function readQuery(query: string): { asked: string; words: string[] } {
  const asked = fold(query.slice(0, LIMIT.typed)).trim().slice(0, LIMIT.folded);
  return { asked, words: [...new Set(wordsOf(asked))].slice(0, LIMIT.words) };
}
