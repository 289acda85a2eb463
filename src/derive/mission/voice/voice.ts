import type { Mission } from '../../../model/mission.ts';
import type { Said } from '../texts.ts';
import { phrasesOf } from './phrases.ts';
import { type Quote, quotesOf } from './quotes.ts';
import { Terms } from './terms.ts';

/** A phrase that sets what is asked of this product apart. */
export interface Voice {
  phrase: string;
  /** Requests that use it, however often each does. */
  requests: number;
  /** How telling it is: requests times how much more usual it is here than in English. */
  score: number;
  /** Whether the mission uses all of its words, in whatever form. */
  inMission: boolean;
  /** Ids of the requests that use it, most wanted first, and no more than ten. */
  items: readonly string[];
  /** People’s own words with it, two at most. */
  quotes: readonly Quote[];
}

const MOST = { phrases: 40, items: 10, quotes: 2, asked: 25 };

interface Given {
  mission: Mission | undefined;
  locale: string;
}

/** How people describe what they want, in their words, the most telling first. The same texts give the same answer. */
export function deriveVoice(texts: readonly Said[], { mission, locale }: Given): Voice[] {
  const terms = new Terms(locale);
  const read = texts.map((said) => terms.read(textOf(said)));
  const phrases = phrasesOf(read, terms, MOST.phrases);
  const spoken = new Set(terms.read(mission ? wordsOfMission(mission) : ''));
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const quoted = new Set<string>();
  return phrases.map(({ words, terms: own, count, score }) => {
    const holders = texts.filter((_, place) => holds(read[place] ?? [], own));
    return {
      phrase: words,
      requests: count,
      score: Math.round(score * 10) / 10,
      inMission: own.every((term) => !terms.isTelling(term) || spoken.has(term)),
      items: holders.slice(0, MOST.items).map(({ request }) => request.item.id),
      quotes: pick(holders.slice(0, MOST.asked), (text) => holds(terms.read(text), own), segmenter, quoted),
    };
  });
}

/** Words that many use and the mission never does, those of most requests first. */
export const unsaid = (voice: readonly Voice[]): Voice[] =>
  voice.filter(({ inMission }) => !inMission).sort((a, b) => b.requests - a.requests || b.score - a.score);

const textOf = ({ request: { item, merged }, titles, lines }: Said): string =>
  [
    ...titles,
    ...lines,
    ...[item, ...merged].flatMap(({ evidence }) => evidence.map(({ quote = '' }) => quote)),
  ].join('\n');

const wordsOfMission = ({ mission = '', vision = '', strategy, values, pillars }: Mission): string =>
  [
    mission,
    vision,
    ...strategy,
    ...values,
    ...pillars.flatMap(({ name, promise, words }) => [name, promise, ...words]),
  ].join('\n');

function holds(text: readonly number[], phrase: readonly number[]): boolean {
  for (let at = text.indexOf(phrase[0] ?? -1); at >= 0; at = text.indexOf(phrase[0] ?? -1, at + 1)) {
    if (phrase.every((term, place) => text[at + place] === term)) return true;
  }
  return false;
}

/** Of each request one quote, and none twice. */
function pick(
  holders: readonly Said[],
  isAbout: (text: string) => boolean,
  segmenter: Intl.Segmenter,
  quoted: Set<string>,
): Quote[] {
  const picked: Quote[] = [];
  for (const said of holders) {
    if (picked.length === MOST.quotes) break;
    const quote = quotesOf(said, segmenter).find(({ text }) => !quoted.has(text) && isAbout(text));
    if (!quote) continue;
    quoted.add(quote.text);
    picked.push(quote);
  }
  return picked;
}
