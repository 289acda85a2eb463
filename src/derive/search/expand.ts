import { slipsBetween } from './slips.ts';
import { lettersOf, placeOf, type Vocabulary } from './vocabulary.ts';

/** Neighbouring words of the vocabulary that a query's word may mean, with how well they fit: 1 is the word itself. */
export interface Meaning {
  from: number;
  /** Up to this one, which is none of them. */
  to: number;
  fit: number;
}

const FIT = { exact: 1, prefix: 0.8, oneSlip: 0.7, headSlip: 0.5, twoSlips: 0.45 };
/** Comes after all letters: where the words with a beginning end. */
const PAST_LETTERS = '\uffff';
/** A beginning of fewer letters says too little to be mistyped. */
const LEAST_HEAD = 5;

/** Slips that a word of a query may have; one of three letters may lack its fourth, no more. */
const slipsIn = (word: string): number => (word.length < 3 ? 0 : word.length < 8 ? 1 : 2);

/** Words that a query's word may mean: itself, longer ones that it begins, and ones a slip or two away. */
export function expand(word: string, vocabulary: Vocabulary): Meaning[] {
  const { words } = vocabulary;
  const own = placeOf(word, words);
  const isKnown = words[own] === word;
  const meanings = isKnown ? [{ from: own, to: own + 1, fit: FIT.exact }] : [];
  const longer = isKnown ? own + 1 : own;
  const end = placeOf(word + PAST_LETTERS, words);
  if (end > longer) meanings.push({ from: longer, to: end, fit: FIT.prefix });
  const slips = slipsIn(word);
  const most = word.length + slips;
  const least = word.length === 3 ? 4 : word.length - slips;
  if (slips > 0) addNear(word, vocabulary, meanings, { least, most, slips, isHead: false });
  if (word.length >= LEAST_HEAD) {
    const heads = { least: most + 1, most: vocabulary.byLength.length, slips: 1, isHead: true };
    addNear(word, vocabulary, meanings, heads);
  }
  return meanings;
}

/** What is near a word: words of some lengths, or their beginnings, with so many slips. */
interface Near {
  least: number;
  most: number;
  slips: number;
  isHead: boolean;
}

/** Words that are a slip or two away; whole, or in their beginning: what is typed has a slip already and is not whole yet. */
function addNear(
  word: string,
  { words, letters, byLength }: Vocabulary,
  meanings: Meaning[],
  { least, most, slips, isHead }: Near,
): void {
  const own = lettersOf(word);
  for (let length = least; length <= most; length += 1) {
    for (const place of byLength[length] ?? []) {
      const other = letters[place] ?? 0;
      if (holdsMore(own & ~other, slips) || (!isHead && holdsMore(other & ~own, slips))) continue;
      const candidate = words[place] ?? '';
      if ((slips === 1 && !beginsNear(word, candidate)) || candidate.startsWith(word)) continue;
      const near = slipsBetween(word, isHead ? candidate.slice(0, word.length) : candidate, slips);
      if (near > slips) continue;
      const fit = isHead ? FIT.headSlip : near === 1 ? FIT.oneSlip : FIT.twoSlips;
      meanings.push({ from: place, to: place + 1, fit });
    }
  }
}

/** Whether words that are a slip apart may begin so: a first letter is the other's first or second, or the second ones agree. */
function beginsNear(a: string, b: string): boolean {
  const [first, second] = [a.charCodeAt(0), a.charCodeAt(1)];
  const other = b.charCodeAt(0);
  if (first === other || second === other) return true;
  return first === b.charCodeAt(1) || second === b.charCodeAt(1);
}

/** Whether more than one or two bits are set. */
function holdsMore(bits: number, limit: number): boolean {
  const withoutOne = bits & (bits - 1);
  return (limit === 1 ? withoutOne : withoutOne & (withoutOne - 1)) !== 0;
}
