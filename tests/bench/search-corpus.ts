import { random, type Random } from '../soak/random.ts';
import { issueIn, titaniumLines } from './titanium.ts';

/** What is searched: columns in the order of their numbers, and the beginning of each text. */
export interface Corpus {
  name: string;
  ids: string[];
  titles: string[];
  people: number[];
  excerpts: string[];
  tags: string[][];
}

/** Real titles, or undefined where they are not at hand. */
export function realCorpus(size: number): Corpus | undefined {
  const all = titaniumLines();
  if (!all) return undefined;
  const dice = random(size);
  const step = all.length / Math.min(size, all.length);
  const issues = Array.from({ length: Math.min(size, all.length) }, (_, n) =>
    issueIn(all[Math.floor(n * step)] ?? ''),
  );
  return {
    name: 'real',
    ids: issues.map(({ number }) => `${number}`),
    titles: issues.map(({ title }) => title),
    people: issues.map(() => peopleOf(dice)),
    excerpts: issues.map(({ body }) => body.replace(/\s+/g, ' ').slice(0, 200)),
    tags: issues.map(({ labels, components }) => [...new Set([...labels, ...components])]),
  };
}

const ONSETS = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sc sh st t th tr v w y z'.split(' ');
const VOWELS = 'a e i o u ai ea ou io ee'.split(' ');
const ENDS = 'n r l s t d m ck ng nt st x'.split(' ').concat('', '', '', '');
const HAN = (dice: Random): string => String.fromCodePoint(0x4e00 + Math.floor(1500 ** dice.next() * 2));

/** Made titles: words that few of are frequent (Zipf's law) and that look like one another, and Chinese in a fifth of them. */
export function madeCorpus(size: number): Corpus {
  const dice = random(42);
  const pick = (list: readonly string[]): string => list[dice.below(list.length)] ?? '';
  const words = Array.from({ length: 6000 + Math.floor(size / 4) }, () =>
    Array.from({ length: 1 + dice.below(3) }, () => pick(ONSETS) + pick(VOWELS) + pick(ENDS)).join(''),
  );
  const word = (): string => words[Math.floor(words.length ** dice.next()) - 1] ?? 'the';
  const chinese = (): string => Array.from({ length: 3 + dice.below(6) }, () => HAN(dice)).join('');
  const some = (count: number): string => Array.from({ length: count }, word).join(' ');
  const rows = Array.from({ length: size }, (_, n) => ({
    title: n % 5 === 4 ? `${some(2)} ${chinese()}` : some(4 + dice.below(7)),
    excerpt: some(20 + dice.below(10)),
  }));
  return {
    name: 'made',
    ids: rows.map((_, n) => `${n * 2 + 1}`),
    titles: rows.map(({ title }) => title),
    people: rows.map(() => peopleOf(dice)),
    excerpts: rows.map(({ excerpt }) => excerpt),
    tags: rows.map(() => [words[dice.below(20)] ?? '']),
  };
}

/** Most are wanted by nobody else, a few by hundreds. */
const peopleOf = (dice: Random): number => Math.floor(400 ** (dice.next() ** 3)) - 1;
