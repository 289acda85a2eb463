/** Longer words are compared by their equality alone. */
const WIDTH = 40;
const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)] as const;

/**
 * Letters missing, added, replaced, and neighbours swapped, between two words (optimal string alignment);
 * `limit + 1` as soon as there are more than `limit`. What both begin and end with is skipped: most pairs end there.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [endA - from, endB - from];
  if (left === 0 || right === 0) return Math.min(left + right, limit + 1);
  if (Math.abs(left - right) > limit) return limit + 1;
  if (left === 1 && right === 1) return 1;
  if (left === 2 && right === 2 && isSwap(a, b, from, from)) return 1;
  if (limit < 2 || left >= WIDTH || right >= WIDTH) return limit + 1;
  return distance(a.slice(from, endA), b.slice(from, endB), limit);
}

function isSwap(a: string, b: string, i: number, j: number): boolean {
  return a.charCodeAt(i) === b.charCodeAt(j + 1) && a.charCodeAt(i + 1) === b.charCodeAt(j);
}

function distance(a: string, b: string, limit: number): number {
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && isSwap(a, b, i - 2, j - 2)) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row[j] = slips;
      least = Math.min(least, slips);
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[b.length] ?? limit, limit + 1);
}
