import { type Query, searchOf } from './query.ts';

/** Whoever does not type for so long has asked; what they type next is another question. */
const PAUSE_MS = 1000;

/** Keeps a query in the page's address, a step of the history for each question. */
export interface Address {
  /** A letter more: the same step as the letters before it. */
  typed: (query: Query) => void;
  /** Another filter: a step of its own. */
  chosen: (query: Query) => void;
}

export function address(): Address {
  let isTyping = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const show = (query: Query): void => {
    const search = searchOf(query);
    if (search === location.search) return;
    const next = `${location.pathname}${search}`;
    if (isTyping) history.replaceState(null, '', next);
    else history.pushState(null, '', next);
  };
  return {
    typed: (query) => {
      show(query);
      isTyping = true;
      clearTimeout(pause);
      pause = setTimeout(() => (isTyping = false), PAUSE_MS);
    },
    chosen: (query) => {
      isTyping = false;
      show(query);
    },
  };
}
