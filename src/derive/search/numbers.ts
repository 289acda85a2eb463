import type { Extra } from './narrow.ts';

const FIT = { whole: 1, begins: 0.6 };
/** A shorter beginning of a number is that of too many. */
const LEAST = 2;

/** Finds requests by their ids: "42" finds 42 first, then 420 to 429; ids with letters are found whole. */
export function numbersIn(ids: readonly string[]): Extra {
  const places = new Map(ids.map((id, place) => [id.toLowerCase(), place]));
  const longest = Math.max(0, ...new Set(ids.map(({ length }) => length)));
  return (word) => {
    const place = places.get(word);
    const found = place === undefined ? [] : [{ place, fit: FIT.whole }];
    if (!/^[1-9]\d*$/.test(word) || word.length < LEAST) return found;
    for (
      let span = 10, digits = word.length + 1;
      digits <= Math.min(longest, word.length + 3);
      digits += 1, span *= 10
    ) {
      const first = Number(word) * span;
      for (let number = first; number < first + span; number += 1) {
        const other = places.get(`${number}`);
        if (other !== undefined) found.push({ place: other, fit: FIT.begins });
      }
    }
    return found;
  };
}
