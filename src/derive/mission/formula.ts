import type { Mission } from '../../model/mission.ts';

export type Part = keyof NonNullable<Mission['formula']>;

/** A stretch of the mission’s sentence, and the part of the formula that it is. */
export interface Piece {
  text: string;
  part?: Part;
}

/**
 * The sentence, cut where the parts of its formula stand. A part that stands there in other words is not marked; of two that
 * overlap, the earlier one is.
 */
export function takeApart(sentence: string, formula: Mission['formula']): Piece[] {
  const found = (['what', 'how', 'who'] as const)
    .flatMap((part) => {
      const match = formula && new RegExp(literally(formula[part].trim()), 'iu').exec(sentence);
      return match ? [{ part, from: match.index, to: match.index + match[0].length }] : [];
    })
    .sort((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { part, from, to } of found) {
    if (from < at) continue;
    pieces.push({ text: sentence.slice(at, from) }, { text: sentence.slice(from, to), part });
    at = to;
  }
  return [...pieces, { text: sentence.slice(at) }].filter(({ text }) => text !== '');
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
