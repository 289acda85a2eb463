import { existsSync } from 'node:fs';
import { readContent } from '../src/content/read.ts';
import { deriveRequests, isActive, isCanonical, type Request } from '../src/derive/requests.ts';
import { buildSimilarity, type Pair } from '../src/derive/similar/similarity.ts';
import { printable, show } from '../src/model/problem.ts';
import { ABSENT } from './check.ts';
import { type Command, type Flags, type Outcome, Stop } from './command.ts';

/** `milepost duplicates`: likely pairs, for a person to look at. It reads `content/` alone and writes nothing. */
export const duplicates: Command = {
  summary: 'likely pairs, proposed, never merged; --least 0.5 how alike, --most 50 how many',
  options: { least: { type: 'string' }, most: { type: 'string' } },
  async run({ content, own }): Promise<Outcome> {
    const least = readNumber(
      own,
      'least',
      LEAST,
      'a number from 0 to 1',
      (value) => value >= 0 && value <= 1,
    );
    const most = readNumber(
      own,
      'most',
      MOST,
      'a whole number from 1',
      (value) => value >= 1 && value % 1 === 0,
    );
    if (!existsSync(content)) throw new Stop(`${content}: no such folder. ${ABSENT}`, 2);
    const requests = deriveRequests(await readContent(content)).filter(isCanonical);
    const pairs = likelyPairs(requests, most, least);
    return { report: { pairs }, text: inWords(pairs, requests), status: 0 };
  },
};

/** Half of what the two say, weighed by how rare it is: under it, two wishes are more often neighbours than the same. */
const LEAST = 0.5;
const MOST = 50;

/** Pairs of which one at least is on the way: an open wish may be one that shipped or was declined long ago. */
function likelyPairs(requests: readonly Request[], most: number, least: number): Pair[] {
  const active = new Set(requests.filter(isActive).map(({ item }) => item.id));
  const { pairs } = buildSimilarity(requests.map(({ item }) => item));
  return pairs(most, least, (a, b) => active.has(a) || active.has(b)).map((pair) => ({
    ...pair,
    score: Math.round(pair.score * 1000) / 1000,
  }));
}

function inWords(pairs: readonly Pair[], requests: readonly Request[]): string {
  const byId = new Map(requests.map((request) => [request.item.id, request]));
  const told = (id: string): string => {
    const request = byId.get(id);
    const ended = request && !isActive(request) ? ` [${request.status.name}]` : '';
    return `${id} ${short(request?.item.title ?? '')}${ended}`;
  };
  const lines = pairs.map(({ a, b, score, words }) =>
    printable(`${score.toFixed(2)}  ${told(a)}  =  ${told(b)}  (${words.join(', ')})`),
  );
  const found = `${pairs.length} likely ${pairs.length === 1 ? 'pair' : 'pairs'} among ${requests.length} requests`;
  return [...lines, pairs.length === 0 ? `${found}.` : `${found}. ${REMEDY}`].join('\n');
}

const REMEDY =
  'Nothing was merged: close one on GitHub as a duplicate of the other, or give its file `duplicateOf:` and the other’s id.';

const TITLE = 80;
function short(title: string): string {
  const letters = [...title];
  return letters.length > TITLE ? `${letters.slice(0, TITLE - 1).join('')}…` : title;
}

function readNumber(
  own: Flags['own'],
  name: string,
  otherwise: number,
  expected: string,
  isRight: (value: number) => boolean,
): number {
  const given = own[name];
  if (given === undefined) return otherwise;
  const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : Number.NaN;
  if (isRight(value)) return value;
  throw new Stop(`--${name}: expected ${expected}; got ${show(given)}. Leave it out for ${otherwise}.`, 2);
}
