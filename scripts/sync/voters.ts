import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type File, PLACES, readMarkdownFiles } from '../../src/content/files.ts';
import { clustersOf } from '../../src/derive/clusters.ts';
import type { Counted } from '../../src/model/counted.ts';
import type { FeedbackItem } from '../../src/model/item.ts';
import { compareIds } from '../../src/model/ledger.ts';
import { parseItem } from '../../src/model/parse.ts';
import type { Settings } from '../../src/model/settings.ts';
import { isSameRepo, type Repository } from '../github/repositories.ts';
import { BATCH, readVoters, type Voters, type Wanted } from '../github/voters.ts';
import { type Run, saveLedger } from './repository.ts';

/** A canonical item with what was merged into it: issues of repositories that are ours, and items from elsewhere. */
interface Cluster {
  id: string;
  members: readonly Member[];
  /** Items of the cluster that came from elsewhere: whoever asked there is on no list of GitHub's. */
  elsewhere: readonly FeedbackItem[];
  facts: string;
}

interface Member {
  id: string;
  number: number;
  repository: Repository;
}

/** A run that breaks off has lost no more than the counting of this many issues. */
const ISSUES_A_SAVE = 10 * BATCH;

/**
 * Counts people one by one where votes and authors cannot just be added: where requests were merged, and where settings
 * count commenters or leave maintainers out. Only what moved since the last count is counted again; a full sync counts all,
 * which also finds where one vote was given as another was taken back. Who they are stays in memory.
 */
export async function countVoters(run: Run): Promise<void> {
  const { ledger } = run;
  const clusters = await readClusters(run);
  const ids = new Set(clusters.map(({ id }) => id));
  for (const id of ledger.counted.keys()) if (!ids.has(id)) ledger.counted.delete(id);
  const due = clusters.filter(({ id, facts }) => run.isFull || ledger.counted.get(id)?.facts !== facts);
  for (const portion of inPortions(due)) {
    const voters = await readAll(portion, run);
    for (const cluster of portion)
      ledger.counted.set(cluster.id, countCluster(cluster, voters, run.settings.demand));
    await saveLedger(run);
  }
}

async function readClusters({ folder, ledger, settings, repositories }: Run): Promise<Cluster[]> {
  const { commenters, maintainers } = settings.demand;
  const countsAll = commenters || !maintainers;
  const files = await readMarkdownFiles(join(folder, PLACES.feedback));
  const items = countsAll ? files.flatMap(itemIn) : mergedItems(files);
  return [...clustersOf(items)]
    .sort(([a], [b]) => compareIds(a, b))
    .flatMap(([id, cluster]): Cluster[] => {
      const isAlone = cluster.length === 1;
      const hasMore = commenters && (ledger.tallies.get(id)?.comments ?? 0) > 0;
      if (isAlone && maintainers && !hasMore) return [];
      const members = cluster.flatMap((item) => memberOf(item, repositories));
      const elsewhere = cluster.filter(({ source }) => source !== 'github');
      const areKnown = members.length > 0 && members.length + elsewhere.length === cluster.length;
      const facts = factsOf(cluster, ledger.tallies, settings.demand);
      return areKnown ? [{ id, members, elsewhere, facts }] : [];
    });
}

/** The items that were merged, and those that they were merged into: the others' files need not be parsed. */
function mergedItems(files: readonly File[]): FeedbackItem[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const items = new Map<string, FeedbackItem>();
  let found = files.filter(({ text }) => text?.includes('\nduplicateOf:'));
  while (found.length > 0) {
    const parsed = found.flatMap(itemIn);
    for (const item of parsed) items.set(item.id, item);
    const targets = new Set(parsed.flatMap(({ duplicateOf }) => duplicateOf ?? []));
    found = [...targets].flatMap((id) => (items.has(id) ? [] : (byName.get(id) ?? [])));
    for (const { name } of found) byName.delete(name);
  }
  return [...items.values()];
}

const itemIn = ({ name, path, text }: File): FeedbackItem[] => {
  const { value } = parseItem(name, text ?? '', path);
  return value ? [value] : [];
};

function memberOf({ id, source, repo, number }: FeedbackItem, repositories: readonly Repository[]): Member[] {
  const repository = repositories.find((ours) => repo !== undefined && isSameRepo(ours.repo, repo));
  return source === 'github' && number !== undefined && repository ? [{ id, number, repository }] : [];
}

type Demand = Settings['demand'];

const readsComments = ({ commenters, maintainers }: Demand): boolean => commenters || !maintainers;

/** A name for everything that GitHub's counts say of a cluster, and for how the settings count. */
function factsOf(
  cluster: readonly FeedbackItem[],
  tallies: Run['ledger']['tallies'],
  demand: Demand,
): string {
  const members = cluster
    .toSorted((a, b) => compareIds(a.id, b.id))
    .map(({ id, author }) => {
      const { votes = 0, comments = 0 } = tallies.get(id) ?? {};
      return [id, author !== undefined, votes, readsComments(demand) ? comments : 0];
    });
  const words = JSON.stringify([demand.commenters, demand.maintainers, members]);
  return createHash('sha256').update(words).digest('base64url').slice(0, 10);
}

function* inPortions(clusters: readonly Cluster[]): Generator<Cluster[]> {
  let portion: Cluster[] = [];
  let issues = 0;
  for (const cluster of clusters) {
    portion.push(cluster);
    issues += cluster.members.length;
    if (issues < ISSUES_A_SAVE) continue;
    yield portion;
    [portion, issues] = [[], 0];
  }
  if (portion.length > 0) yield portion;
}

/** Who wants each of the issues, by the item's id. */
async function readAll(
  clusters: readonly Cluster[],
  { github, settings }: Run,
): Promise<Map<string, Voters>> {
  const wanted: Wanted = {
    comments: readsComments(settings.demand),
    commenters: settings.demand.commenters,
  };
  const voters = new Map<string, Voters>();
  const homes = Map.groupBy(
    clusters.flatMap(({ members }) => members),
    ({ repository }) => repository,
  );
  for (const [repository, members] of homes) {
    for (let from = 0; from < members.length; from += BATCH) {
      const batch = members.slice(from, from + BATCH);
      const numbers = batch.map(({ number }) => number);
      const found = await readVoters(github, repository, numbers, wanted);
      for (const { id, number } of batch) {
        const those = found.get(number);
        if (those) voters.set(id, those);
      }
    }
  }
  return voters;
}

/** Issues that GitHub no longer has count nobody. */
function countCluster(
  { id, members, elsewhere, facts }: Cluster,
  voters: ReadonlyMap<string, Voters>,
  { maintainers }: Demand,
): Counted {
  const sets = members.map((member) => ({ id: member.id, voters: voters.get(member.id) }));
  const leftOut = new Set(maintainers ? [] : sets.flatMap((one) => [...(one.voters?.maintainers ?? [])]));
  const people = (wanted: (member: string) => boolean): number[] =>
    sets
      .filter((one) => wanted(one.id))
      .flatMap((one) => [...(one.voters?.people ?? [])])
      .filter((person) => !leftOut.has(person));
  const asked = elsewhere.filter(({ author }) => author !== undefined);
  const askedHere = asked.filter((item) => item.id === id).length;
  const here = people((member) => member === id).length + askedHere;
  const merged = people((member) => member !== id).length + asked.length - askedHere;
  const different = new Set(people(() => true)).size + asked.length;
  return {
    people: different,
    here,
    merged,
    twice: here + merged - different,
    requests: members.length + elsewhere.length - 1,
    facts,
  };
}
