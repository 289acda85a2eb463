import { type Query, queryIn, searchOf } from './query.ts';

/** Words are written once nobody types for so long: writing costs more than searching, and browsers count how often. */
const WRITE_MS = 300;
/** Whoever does not type for so long after that has asked; what they type next is another question. */
const PAUSE_MS = 700;

/** Keeps a query in the page's address, a step of the history for each question. */
export interface Address {
  /** A letter more: the same step as the letters before it. */
  typed: (query: Query) => void;
  /** Writes what was typed: somebody is about to leave the field. */
  settle: () => void;
  /** Another filter: a step of its own. */
  chosen: (query: Query) => void;
}

export function address(): Address {
  let isTyping = false;
  let unwritten: Query | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (query: Query): void => {
    const search = searchOf(query);
    // An address may say the same in other words, `dark%20mode`: a step from it to itself would bar the way back.
    if (search === searchOf(queryIn(location.search))) return;
    history[isTyping ? 'replaceState' : 'pushState'](null, '', `${location.pathname}${search}`);
  };
  const settle = (): void => {
    if (!unwritten) return;
    clearTimeout(timer);
    write(unwritten);
    unwritten = undefined;
    isTyping = true;
    timer = setTimeout(() => (isTyping = false), PAUSE_MS);
  };
  return {
    typed: (query) => {
      unwritten = query;
      clearTimeout(timer);
      timer = setTimeout(settle, WRITE_MS);
    },
    settle,
    chosen: (query) => {
      clearTimeout(timer);
      unwritten = undefined;
      isTyping = false;
      write(query);
    },
  };
}
