import { lettersOf, type Vocabulary } from './vocabulary.ts';

/** A word of the vocabulary that a query's word may mean, with how well it fits: 1 is the word itself. */
export interface Meaning {
  place: number;
  fit: number;
}

const FIT = { exact: 1, prefix: 0.8, oneSlip: 0.7, twoSlips: 0.45 };

/** Words that a query's word may mean: itself, longer ones that it begins, and ones a slip or two away. */
export function expand(word: string, { words, letters }: Vocabulary): Meaning[] {
  const slips = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const own = lettersOf(word);
  const meanings: Meaning[] = [];
  for (const [place, candidate] of words.entries()) {
    const fit = fitOf(word, candidate, slips, own, letters[place] ?? 0);
    if (fit > 0) meanings.push({ place, fit });
  }
  return meanings;
}

function fitOf(word: string, candidate: string, slips: number, own: number, other: number): number {
  if (candidate === word) return FIT.exact;
  if (candidate.startsWith(word)) return FIT.prefix;
  const difference = candidate.length - word.length;
  if (slips === 0 || bits(own & ~other) > slips) return 0;
  if (Math.abs(difference) <= slips) {
    const distance = slipsBetween(word, candidate, slips);
    if (distance <= slips) return distance === 1 ? FIT.oneSlip : FIT.twoSlips;
  }
  if (difference > 0 && word.length >= 5) {
    const head = candidate.slice(0, word.length);
    if (slipsBetween(word, head, 1) <= 1) return FIT.twoSlips;
  }
  return 0;
}

function bits(value: number): number {
  let rest = value >>> 0;
  let count = 0;
  for (; rest !== 0; count += 1) rest &= rest - 1;
  return count;
}

const WIDTH = 66;
const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)] as const;

/** Insertions, deletions, replacements and swaps of neighbours between two words; `limit + 1` as soon as there are more. */
function slipsBetween(a: string, b: string, limit: number): number {
  if (a.length >= WIDTH || b.length >= WIDTH) return limit + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const isSwap =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row[j] = slips;
      least = Math.min(least, slips);
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  return last[b.length] ?? limit + 1;
}
