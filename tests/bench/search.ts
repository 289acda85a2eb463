/**
 * `npm run bench:search`: what a keystroke costs beside Fuse alone with its defaults, in the same run; how often the right
 * requests are among the first ten; how large the index is; and what hostile queries cost. Real titles where they are at hand.
 *
 * Right is every title that holds all words that were meant. Recall@10 is how many of them are among the first ten, of ten
 * or of as many as there are; "itself" is how often the very title is there that the words were taken from. Both are told
 * for Milepost and for Fuse. The time of a keystroke is that of one search while a query is typed letter by letter.
 * `-- --browser` types into the board itself, in a Chromium slowed down to a quarter: 10,000 requests, and nothing else.
 */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import Fuse from 'fuse.js';
import { makeSearch, type Search } from '../../src/derive/search/search.ts';
import { readTitles, writeTitles } from '../../src/derive/search/titles-file.ts';
import { buildVocabulary } from '../../src/derive/search/vocabulary.ts';
import { readWords, writeWords } from '../../src/derive/search/words-file.ts';
import { wordsOf } from '../../src/derive/search/words.ts';
import { tellingWords } from '../../src/derive/search/telling-words.ts';
import { random } from '../soak/random.ts';
import { type Corpus, madeCorpus, realCorpus } from './search-corpus.ts';
import { type Asked, KINDS, queriesFor } from './search-queries.ts';

const SIZES = process.argv.slice(2).map(Number).filter(Number.isFinite);
const IN_BROWSER = process.argv.includes('--browser');
const QUERIES = 100;
/** Fuse alone takes most of a second a keystroke at 50,000. */
const OF_FUSE = { keystrokes: 30, rounds: 2, recalled: 2 };
const HOSTILE = [
  'a'.repeat(10_000),
  Array.from({ length: 1250 }, (_, n) => `w${n.toString(36)}ord`).join(' '),
  '(a+)+$|^[*'.repeat(1000),
  '\u0000\u202e\ud83d'.repeat(3333),
  'ﷺ'.repeat(10_000),
  '支持登录'.repeat(2500),
  'a b c d e f g h '.repeat(625),
  'settings applications administration '.repeat(270),
];

function bench(corpus: Corpus): void {
  const { titles, excerpts, tags, name } = corpus;
  const file = writeTitles(corpus);
  const words = writeWords(tellingWords(titles, excerpts, tags));
  const [built, search] = timed(() => {
    const read = readTitles(file);
    return makeSearch(read, buildVocabulary(read.titles), readWords(words, titles.length));
  });
  const alone = makeSearch(corpus, buildVocabulary(titles));
  const [builtFuse, fuse] = timed(() => new Fuse(titles));
  const asked = queriesFor(corpus, random(7), QUERIES);
  const strokes = asked.flatMap(({ query }) => query.split('').map((_, at) => query.slice(0, at + 1)));
  for (const stroke of strokes.slice(0, 500)) search(stroke);

  say(`\n${name}, ${titles.length} requests`);
  say(`  ${'index'.padEnd(22)}${columns(['raw', 'gzip', 'brotli', 'brotli an item'])}`);
  weigh('titles, ids, people', file, titles.length);
  weigh('words of texts, tags', words, titles.length);
  const ours = spread(typed(strokes, search, 3));
  const some = strokes.filter((_, at) => at % Math.ceil(strokes.length / OF_FUSE.keystrokes) === 0);
  const theirs = spread(typed(some, (query) => fuse.search(query), OF_FUSE.rounds));
  say(`  ${'milliseconds'.padEnd(22)}${columns(['build', 'p50', 'p95', 'max'])}`);
  say(`  ${'milepost'.padEnd(22)}${columns([built, ...ours].map(ms))}`);
  say(`  ${'fuse, defaults'.padEnd(22)}${columns([builtFuse, ...theirs].map(ms))}`);
  say(
    `  ${'fuse / milepost'.padEnd(22)}${columns(['', ...ours.map((own, at) => `${Math.round((theirs[at] ?? 0) / own)} x`)])}`,
  );
  recall(corpus, asked, {
    titles: alone,
    everything: search,
    fuse: (query) => Uint32Array.from(fuse.search(query, { limit: 10 }), ({ refIndex }) => refIndex),
  });
  const worst = Math.max(
    ...HOSTILE.map((query) => Math.min(...[1, 2, 3].map(() => timed(() => search(query))[0]))),
  );
  say(`  hostile queries of 10,000 characters: ${ms(worst)} ms at most`);
}

function recall({ titles }: Corpus, asked: readonly Asked[], engines: Record<string, Search>): void {
  const held = titles.map((title) => new Set(wordsOf(title)));
  const counted = new Map(
    asked.map(({ right, query }) => [query, held.reduce((count, words) => count + Number(right(words)), 0)]),
  );
  say(`  ${'recall@10 / itself'.padEnd(22)}${columns(KINDS)}`);
  for (const [name, search] of Object.entries(engines)) {
    const cells = KINDS.map((kind) => {
      const all = asked.filter((one) => one.kind === kind);
      const some = name === 'fuse' && titles.length > 1000 ? all.slice(0, OF_FUSE.recalled) : all;
      if (some.length === 0) return '-';
      const shares = some.map(({ query, right, place }) => {
        const first = [...search(query).subarray(0, 10)];
        const hits = first.filter((found) => right(held[found] ?? new Set())).length;
        return [hits / Math.min(10, counted.get(query) ?? 10), Number(first.includes(place))];
      });
      const mean = (which: number): string =>
        (shares.reduce((sum, share) => sum + (share[which] ?? 0), 0) / shares.length).toFixed(2);
      return `${(shares.reduce((sum, [share = 0]) => sum + share, 0) / shares.length).toFixed(3)}/${mean(1)}`;
    });
    say(`  ${name.padEnd(22)}${columns(cells)}`);
  }
}

function weigh(what: string, text: string, items: number): void {
  const brotli = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
      [constants.BROTLI_PARAM_LGWIN]: 24,
    },
  }).length;
  const sizes = [Buffer.byteLength(text), gzipSync(text, { level: 9 }).length, brotli];
  say(
    `  ${what.padEnd(22)}${columns([...sizes.map((size) => size.toLocaleString('en')), (brotli / items).toFixed(2)])}`,
  );
}

function timed<Result>(work: () => Result): [ms: number, Result] {
  const before = performance.now();
  const result = work();
  return [performance.now() - before, result];
}

/** The time of each keystroke: the least of a few rounds, since other programs run too. Queries are typed in their order. */
function typed(strokes: readonly string[], search: (query: string) => unknown, count: number): number[] {
  const rounds = Array.from({ length: count }, () => strokes.map((stroke) => timed(() => search(stroke))[0]));
  return strokes.map((_, at) => Math.min(...rounds.map((round) => round[at] ?? Infinity)));
}

function spread(times: readonly number[]): number[] {
  const sorted = times.toSorted((a, b) => a - b);
  return [0.5, 0.95, 1].map(
    (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0,
  );
}

const ms = (time: number): string => time.toFixed(time < 10 ? 2 : 0);
const columns = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(15)).join('');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (IN_BROWSER) {
  const { feel } = await import('./chromium.ts');
  const { searches, keystrokes, waits, longestSlice } = await feel(madeCorpus(SIZES[0] ?? 10_000));
  say(`\nin Chromium, slowed down to a quarter: milliseconds`);
  say(`  ${''.padEnd(22)}${columns(['p50', 'p95', 'max'])}`);
  say(`  ${'the search alone'.padEnd(22)}${columns(spread(searches).map(ms))}`);
  say(`  ${'main thread, with rows'.padEnd(22)}${columns(spread(keystrokes).map(ms))}`);
  say(`  ${'until rows are there'.padEnd(22)}${columns(spread(waits).map(ms))}`);
  say(`  ${'longest while reading'.padEnd(22)}${columns(['', '', ms(longestSlice)])}`);
}

for (const size of IN_BROWSER ? [] : SIZES.length > 0 ? SIZES : [1000, 10_000, 50_000]) {
  bench(madeCorpus(size));
  const real = realCorpus(size);
  if (real) bench(real);
  else
    say(`\nreal, ${size} requests: ../shared/data/titanium.jsonl.gz is absent, so only made titles are told`);
}
