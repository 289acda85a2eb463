import { wordsOf } from '../../src/derive/search/words.ts';
import type { Random } from '../soak/random.ts';
import type { Corpus } from './search-corpus.ts';

/** What somebody types who looks for a title; all that hold every intended word are right. */
export interface Asked {
  kind: Kind;
  query: string;
  place: number;
  right: (words: ReadonlySet<string>) => boolean;
}

export type Kind = (typeof KINDS)[number];
export const KINDS = ['exact', 'prefix', 'missing', 'doubled', 'swapped', 'wrong', 'CJK'] as const;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const IS_PLAIN = /^[a-z]+$/;

const SLIPS: Record<'missing' | 'doubled' | 'swapped' | 'wrong', (word: string, dice: Random) => string> = {
  missing: (word, dice) => without(word, dice.below(word.length)),
  doubled: (word, dice) => {
    const at = dice.below(word.length);
    return word.slice(0, at) + (word[at] ?? '') + word.slice(at);
  },
  swapped: (word, dice) => {
    const at = dice.below(word.length - 1);
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  },
  wrong: (word, dice) => {
    const at = dice.below(word.length);
    return word.slice(0, at) + (LETTERS[dice.below(26)] ?? 'x') + word.slice(at + 1);
  },
};

const without = (word: string, at: number): string => word.slice(0, at) + word.slice(at + 1);

/** `count` queries of each kind: two or three telling words of a title, one of them with a slip. */
export function queriesFor(corpus: Corpus, dice: Random, count: number): Asked[] {
  const held = new Map<string, number>();
  for (const title of corpus.titles)
    for (const word of new Set(wordsOf(title))) held.set(word, (held.get(word) ?? 0) + 1);
  const isTelling = (word: string): boolean => (held.get(word) ?? 0) <= corpus.titles.length / 50;
  const asked: Asked[] = [];
  for (const kind of KINDS) {
    const tries = count * 50;
    for (let got = 0, tried = 0; got < count && tried < tries; tried += 1) {
      const place = dice.below(corpus.titles.length);
      const one =
        kind === 'CJK' ? chinese(corpus, place, dice) : spaced(kind, corpus, place, dice, isTelling);
      if (!one) continue;
      asked.push({ kind, place, ...one });
      got += 1;
    }
  }
  return asked;
}

type Words = Pick<Asked, 'query' | 'right'>;

function spaced(
  kind: Exclude<Kind, 'CJK'>,
  { titles }: Corpus,
  place: number,
  dice: Random,
  isTelling: (word: string) => boolean,
): Words | undefined {
  const words = [...new Set(wordsOf(titles[place] ?? ''))].filter(
    (word) => word.length >= 4 && IS_PLAIN.test(word) && isTelling(word),
  );
  if (words.length < 2) return undefined;
  const from = dice.below(words.length - 1);
  const meant = words.slice(from, from + 2 + dice.below(2));
  const last = meant.at(-1) ?? '';
  const whole = (held: ReadonlySet<string>): boolean => meant.every((word) => held.has(word));
  if (kind === 'exact') return { query: meant.join(' '), right: whole };
  if (kind === 'prefix') {
    const head = last.slice(0, Math.max(3, Math.ceil(last.length * 0.6)));
    return {
      query: [...meant.slice(0, -1), head].join(' '),
      right: (held) =>
        meant.slice(0, -1).every((word) => held.has(word)) && [...held].some((word) => word.startsWith(head)),
    };
  }
  const at = dice.below(meant.length);
  const slipped = SLIPS[kind](meant[at] ?? '', dice);
  if (slipped === meant[at]) return undefined;
  return { query: meant.with(at, slipped).join(' '), right: whole };
}

function chinese({ titles }: Corpus, place: number, dice: Random): Words | undefined {
  const run = /\p{Script=Han}{3,}/u.exec(titles[place] ?? '')?.[0];
  if (!run) return undefined;
  const from = dice.below(run.length - 2);
  const query = run.slice(from, from + 3);
  const pairs = wordsOf(query).filter((pair) => pair.length === 2);
  return { query, right: (held) => pairs.every((pair) => held.has(pair)) };
}
