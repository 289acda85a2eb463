import type { Library } from './library.ts';
import type { Answer, Question } from './question.ts';
import { rowOf } from './row.ts';
import { select, type Selection } from './select.ts';

/** Finds what is asked for and says it in the page's language. */
export function answer(library: Library, question: Question): Answer {
  const { facts, speak } = library;
  const { nth, words, tag, from, to, isLike } = question;
  const { places, hidden, isEnded }: Selection = isLike
    ? { places: library.search(words, 'like').subarray(0, to), hidden: 0, isEnded: false }
    : select(library, question);
  const count = places.length;
  const found = isLike ? 'suggest.found' : isEnded ? 'board.allEnded' : 'board.found';
  const said = [speak.t(count === 0 ? 'board.none' : found, count)];
  if (hidden > 0) said.push(speak.t('board.hidden', hidden));
  return {
    nth,
    count,
    hidden,
    said: said.join(' · '),
    tag: facts.tags.find(({ slug }) => slug === tag)?.name ?? tag,
    rows: Array.from(places.subarray(from, to), (place) => rowOf(library, place, words)),
  };
}
