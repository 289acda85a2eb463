import { wordsOf } from './words.ts';

/** Words of a text that more than this share of the requests hold tell none of them from the others. */
const COMMON = 0.1;
/** Longer ones are addresses, keys and traces, that nobody types. */
const LENGTH = { least: 3, most: 24 };
const IS_NUMBER = /^\p{N}+$/u;

/** What tags and texts say beyond the titles, for each request: all words of its tags, and telling ones of its text. */
export function tellingWords(
  titles: readonly string[],
  texts: readonly string[],
  tags: readonly (readonly string[])[],
): string[][] {
  const said = texts.map((text, place) => {
    const inTitle = new Set(wordsOf(titles[place] ?? ''));
    return [...new Set(wordsOf(text))].filter((word) => !inTitle.has(word) && isTypable(word));
  });
  const held = new Map<string, number>();
  for (const words of said) for (const word of words) held.set(word, (held.get(word) ?? 0) + 1);
  const most = Math.max(10, titles.length * COMMON);
  return said.map((words, place) => {
    const telling = words.filter((word) => (held.get(word) ?? 0) <= most);
    return [...new Set([...(tags[place] ?? []).flatMap(wordsOf), ...telling])];
  });
}

const isTypable = (word: string): boolean =>
  !IS_NUMBER.test(word) &&
  word.length <= LENGTH.most &&
  (word.length >= LENGTH.least || /[^\p{ASCII}]/u.test(word));
