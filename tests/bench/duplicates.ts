/**
 * `node tests/bench/duplicates.ts`: how often the issue that people named as the original is among the first 1, 5 and 10
 * that the likeness proposes, for real issues of which people said that they are duplicates; and what it costs.
 * Nothing in the likeness was fitted to these issues.
 */
import { buildSimilarity } from '../../src/derive/similar/similarity.ts';
import type { Text } from '../../src/derive/similar/weigh.ts';
import { plainBm25 } from './plain-bm25.ts';
import { type Issue, issueIn, TITANIUM, titaniumLines } from './titanium.ts';

const CUTS = [1, 5, 10];
const DEEP = 10;
/** What pages ask for. */
const LEAST = 0.2;

/** Places of those that are proposed for a place, best first. */
type Propose = (place: number) => readonly number[];

function bench(name: string, issues: readonly Issue[]): void {
  const places = new Map(issues.map(({ number }, place) => [number, place]));
  const known = issues.flatMap(({ duplicateOf }, place) => {
    const original = typeof duplicateOf === 'number' ? places.get(duplicateOf) : undefined;
    return original === undefined || original === place ? [] : [{ place, original }];
  });
  const texts = issues.map(({ number, title, body }) => ({ id: String(number), title, body }));
  const tagged = texts.map((text, place) => {
    const { labels = [], components = [] } = issues[place] ?? {};
    return { ...text, tags: [...new Set([...labels, ...components])] };
  });
  say(`${name}: ${issues.length} issues, ${known.length} known duplicates`);
  const recall = (what: string, propose: Propose): void => {
    const found = known.map(({ place, original }) => propose(place).indexOf(original));
    const shares = CUTS.map((cut) => found.filter((rank) => rank >= 0 && rank < cut).length / known.length);
    say(`  ${what.padEnd(48)}${shares.map((share) => share.toFixed(3)).join('  ')}`);
  };
  say(`  ${'recall'.padEnd(48)}${CUTS.map((cut) => `@${cut}`.padEnd(5)).join('  ')}`);
  recall('plain BM25, each word asked once', ranked(plainBm25(texts, false)));
  recall('plain BM25, words asked as often as they come', ranked(plainBm25(texts, true)));
  recall('milepost, titles and bodies', proposeBy(texts, places));
  recall('milepost, and tags', proposeBy(tagged, places));
  cost(tagged);
}

function ranked(scoresFor: (place: number) => Float64Array): Propose {
  return (place) => {
    const scores = scoresFor(place);
    const others = [...scores.keys()].filter((other) => other !== place && (scores[other] ?? 0) > 0);
    return others.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, DEEP);
  };
}

function proposeBy(texts: readonly Text[], places: ReadonlyMap<number, number>): Propose {
  const { similarTo } = buildSimilarity(texts);
  return (place) => similarTo(texts[place]?.id ?? '', DEEP).map(({ id }) => places.get(Number(id)) ?? -1);
}

function cost(texts: readonly Text[]): void {
  const start = process.cpuUsage();
  const similarity = buildSimilarity(texts);
  const built = seconds(start);
  similarity.neighbours(5, LEAST);
  say(
    `  five nearest of all ${texts.length}: ${seconds(start)} CPU s, ${built} of them to read and weigh; ` +
      `${Math.round(process.memoryUsage.rss() / 1e6)} MB\n`,
  );
}

function seconds(start: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(start);
  return ((user + system) / 1e6).toFixed(1);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const lines = titaniumLines();
if (lines) {
  const issues = lines.map(issueIn);
  bench(
    'feature requests',
    issues.filter(({ featureRequest }) => featureRequest),
  );
  bench('all', issues);
  say('15,000 of them');
  cost(issues.slice(0, 15_000).map(({ number, title, body }) => ({ id: String(number), title, body })));
} else {
  say(`${TITANIUM} is absent: likeness cannot be measured without it (see its README in the same folder)`);
}
