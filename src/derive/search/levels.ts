import type { Narrowed } from './narrow.ts';

/** Scores are told apart to a thousandth: texts as good as each other stay in their order. */
const LEVELS = 1024;
/** Those whose exact fit is told: as many as are ranked further. */
const FITTED = 32;

/**
 * Sorts the texts that hold `most` words by their scores, all ties in the order of ranks, in two passes and without comparing.
 * `order` gives the place of each rank; `matched` and `scores` go by ranks; `ideal` is the score of a perfect fit.
 */
export function byLevel(
  order: Uint32Array,
  matched: Uint8Array,
  most: number,
  scores: Float64Array,
  ideal: number,
): Narrowed {
  const ranks = new Uint32Array(order.length);
  const levels = new Uint16Array(order.length);
  const scale = LEVELS / ideal;
  const starts = new Uint32Array(LEVELS + 2);
  let count = 0;
  for (let rank = 0; rank < matched.length; rank += 1) {
    if (matched[rank] !== most) continue;
    const level = LEVELS - Math.round((scores[rank] ?? 0) * scale);
    starts[level + 1] = (starts[level + 1] ?? 0) + 1;
    ranks[count] = rank;
    levels[count] = level;
    count += 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const places = new Uint32Array(count);
  const fits: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const rank = ranks[nth] ?? 0;
    const level = levels[nth] ?? 0;
    const at = starts[level] ?? 0;
    starts[level] = at + 1;
    places[at] = order[rank] ?? 0;
    if (at < FITTED) fits[at] = (scores[rank] ?? 0) / ideal;
  }
  return { places, fits };
}
