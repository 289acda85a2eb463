import type { Extra } from './narrow.ts';

const FIT = { whole: 1, begins: 0.6 };
/** A shorter beginning is that of too many numbers; longer ones are more than can be counted up exactly. */
const BEGINNING = /^[1-9]\d{1,11}$/;
/** How many numbers begin so: with one digit more, two and three. */
const SPANS = [10, 100, 1000];

/** Finds requests by their ids. */
export interface Numbers {
  /** The request of an id, numbers and all others alike; ids are given in lower case. */
  whole: (id: string) => number | undefined;
  /** Whom a word of a query finds: "42" means 42, and 420 to 42999. */
  extra: Extra;
}

export function numbersIn(ids: readonly string[]): Numbers {
  const places = new Map(ids.map((id, place) => [id.toLowerCase(), place]));
  const whole = (id: string): number | undefined => places.get(id);
  return {
    whole,
    extra: (word) => {
      const place = whole(word);
      const found = place === undefined ? [] : [{ place, fit: FIT.whole }];
      if (!BEGINNING.test(word)) return found;
      for (const span of SPANS) {
        const first = Number(word) * span;
        for (let number = first; number < first + span; number += 1) {
          const other = whole(`${number}`);
          if (other !== undefined) found.push({ place: other, fit: FIT.begins });
        }
      }
      return found;
    },
  };
}
