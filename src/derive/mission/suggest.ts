import type { Pillar } from '../../model/mission.ts';
import { wordsOf } from '../search/words.ts';
import { stem } from '../similar/stem.ts';
import type { Said } from './texts.ts';

/** A word in the title tells what a request is about; one in the body may be there by the way. */
const WEIGHT = { title: 3, body: 1 };
/** One word in a body is no reason. */
const LEAST = 2;

/** A pillar with its words, ready to be looked for. */
export interface Sought {
  pillar: Pillar;
  words: readonly { word: string; terms: string }[];
}

/** Reads a text as stems between spaces, so that ` pull request ` is found in it as a whole. */
export type ReadTerms = (text: string) => string;

/** Remembers the stem of each word it meets. */
export function termReader(): ReadTerms {
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const known = stems.get(word) ?? stem(word);
    stems.set(word, known);
    return known;
  };
  return (text) => ` ${wordsOf(text).map(stemOf).join(' ')} `;
}

/** Where scripts have no spaces, words are pairs of characters, and the last character stands alone: it is in the pair before. */
const soughtTerms = (word: string, terms: ReadTerms): string =>
  terms(word).replace(/(?<=\P{ASCII}(\P{ASCII}) )\1 $/u, '');

/** The words of pillars, as they are looked for; words that hold no letter are left out. */
export const seek = (pillars: readonly Pillar[], read: ReadTerms): Sought[] =>
  pillars.map((pillar) => ({
    pillar,
    words: [...new Set(pillar.words)]
      .map((word) => ({ word, terms: soughtTerms(word, read) }))
      .filter(({ terms }) => terms.trim() !== ''),
  }));

export const wordsIn = ({ words }: Sought, terms: string): string[] =>
  words.filter((sought) => terms.includes(sought.terms)).map(({ word }) => word);

/** The pillar that most of a request’s words speak for; none when two are as likely, or hardly any word speaks. */
export function suggestPillar(
  { titles, lines }: Said,
  sought: readonly Sought[],
  read: ReadTerms,
): Pillar | undefined {
  const [title, body] = [read(titles.join('\n')), read(lines.join('\n'))];
  const [best, next] = sought
    .map((one) => ({ pillar: one.pillar, score: scoreOf(one, title, body) }))
    .sort((a, b) => b.score - a.score);
  if (!best || best.score < LEAST || best.score === next?.score) return undefined;
  return best.pillar;
}

const scoreOf = (sought: Sought, title: string, body: string): number =>
  WEIGHT.title * wordsIn(sought, title).length + WEIGHT.body * wordsIn(sought, body).length;
