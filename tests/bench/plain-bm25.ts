import type { Text } from '../../src/derive/similar/weigh.ts';

const SATURATION = 1.2;
const LENGTH = 0.75;
const TITLE = 3;

/**
 * BM25 as the books have it, over words as they stand, the title three times and the body once: what a better likeness has
 * to beat. Answers the scores of all texts against one of them. `counted` lets a word of that one count as often as it comes,
 * which long questions gain by; otherwise it counts once.
 */
export function plainBm25(texts: readonly Text[], counted: boolean): (place: number) => Float64Array {
  const bags = texts.map(({ title, body }) => bagOf(`${`${title} `.repeat(TITLE)} ${body}`));
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const postings = new Map<string, { place: number; count: number }[]>();
  for (const [place, bag] of bags.entries()) {
    for (const [word, count] of bag) {
      const known = postings.get(word);
      if (known) known.push({ place, count });
      else postings.set(word, [{ place, count }]);
    }
  }
  return (asking) => {
    const scores = new Float64Array(texts.length);
    for (const [word, times] of bags[asking] ?? []) {
      const holders = postings.get(word) ?? [];
      const rarity = Math.log(1 + (texts.length - holders.length + 0.5) / (holders.length + 0.5));
      const weight = rarity * (counted ? times : 1);
      for (const { place, count } of holders) {
        const relative = 1 - LENGTH + LENGTH * ((lengths[place] ?? 0) / average);
        scores[place] =
          (scores[place] ?? 0) + (weight * count * (SATURATION + 1)) / (count + SATURATION * relative);
      }
    }
    return scores;
  };
}

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[a-z0-9]+/g) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}
