import type { Pillar } from '../../../model/mission.ts';
import { seek, termReader, wordsIn } from '../suggest.ts';
import type { Said } from '../texts.ts';

/** How far a pillar’s words are people’s words too. */
export interface Carried {
  /** Requests that use any of its words, whichever pillar they serve. */
  requests: number;
  /** The same for each word, in the pillar’s order. */
  words: readonly { word: string; requests: number }[];
}

/** How many requests carry each pillar’s words, by the pillar’s id. */
export function carriedWords(texts: readonly Said[], pillars: readonly Pillar[]): Map<string, Carried> {
  const read = termReader();
  const terms = texts.map(({ titles, lines }) => read([...titles, ...lines].join('\n')));
  return new Map(
    seek(pillars, read).map((sought) => {
      const found = terms.map((text) => wordsIn(sought, text));
      const words = sought.words.map(({ word }) => ({
        word,
        requests: found.filter((own) => own.includes(word)).length,
      }));
      return [sought.pillar.id, { requests: found.filter(({ length }) => length > 0).length, words }];
    }),
  );
}
