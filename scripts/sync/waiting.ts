import { join } from 'node:path';
import { PLACES, readMarkdownFiles } from '../../src/content/files.ts';
import type { FeedbackItem } from '../../src/model/item.ts';
import { parseItem } from '../../src/model/parse.ts';
import { fetchIssues } from '../github/issues.ts';
import { isSameRepo } from '../github/repositories.ts';
import { containment } from '../github/containment.ts';
import { applyIssues } from './apply.ts';
import type { Around } from './around.ts';
import { awaitingRelease } from './awaiting.ts';
import type { Run } from './repository.ts';

/**
 * Reads issues again on which nothing moved: those that new releases may have (`news` are their tags), whose release is
 * gone, and those that wait for a release and were taken back meanwhile.
 */
export async function rereadWaiting(news: ReadonlySet<string>, around: Around, run: Run): Promise<void> {
  const { prereleases } = run.settings.notify;
  const { repo } = around.repository;
  const fresh = around.releases.filter(
    ({ tag, isPrerelease }) => news.has(tag) && (prereleases || !isPrerelease),
  );
  const items = await readItems(run.folder, fresh.length === 0);
  const waiting = awaitingRelease(items, repo, { all: around.releases, fresh }, run.settings);
  const taken = await takenBack(items, around);
  const numbers = [...new Set([...waiting, ...taken])];
  for await (const issues of fetchIssues(run.github, around.repository, numbers))
    await applyIssues(issues, around, run);
}

/** Items as they stand; where `provenOnly`, those that have proof, since most have none and need not be parsed. */
async function readItems(folder: string, provenOnly: boolean): Promise<FeedbackItem[]> {
  const files = await readMarkdownFiles(join(folder, PLACES.feedback));
  return files
    .filter(({ text }) => !provenOnly || text?.includes('\nproof:\n'))
    .flatMap(({ name, path, text }) => parseItem(name, text ?? '', path).value ?? []);
}

/** An item whose change no release has yet. */
interface Waiting {
  item: number;
  /** Its pull requests in this repository. */
  pulls: number[];
  /** The commit that the first of them made. */
  oid: string;
  mergedAt: string;
}

const DAY = 24 * 3600_000;

/**
 * Issues whose change was taken back as far as the newest commits tell: one look a run, a page of them where GitHub is asked.
 * What was taken back before that was found when the issue itself was read, or will be with the next release.
 */
async function takenBack(items: readonly FeedbackItem[], { past, repository }: Around): Promise<number[]> {
  const { repo } = repository;
  const waiting = items.flatMap((item) => waitingIn(item, repo));
  const [tip, oldest] = [past.head.oid, waiting.map(({ mergedAt }) => mergedAt).sort()[0]];
  if (tip === undefined || oldest === undefined) return [];
  const since = Date.parse(oldest) - DAY;
  await past.read(tip, since);
  const { commits } = past.commits.reach(tip, since);
  const all = [...commits.values()];
  const reverts = all.filter(({ reverts, revertsPulls }) => reverts.length > 0 || revertsPulls.length > 0);
  const isBack = (oid: string, number: number): boolean =>
    reverts.some(
      (one) =>
        one.reverts.some((name) => oid.startsWith(name)) ||
        one.revertsPulls.some((pull) => pull.number === number),
    ) && containment(commits, { oid, number, repo }) !== 'in';
  return waiting.flatMap(({ item, oid, pulls }) => {
    const others = all.filter((one) => one.pulls.some((number) => pulls.includes(number)));
    const changes = new Set([oid, ...others.map((one) => one.oid)]);
    const isDue = pulls.some((number) => [...changes].some((change) => isBack(change, number)));
    return isDue ? [item] : [];
  });
}

function waitingIn(item: FeedbackItem, repo: string): Waiting[] {
  const { number, shippedIn, proof } = item;
  if (number === undefined || shippedIn !== undefined || !item.repo || !isSameRepo(item.repo, repo))
    return [];
  const commit = proof.find(({ kind }) => kind === 'commit');
  const oid = /\/commit\/([0-9a-f]{40,64})$/.exec(commit?.url ?? '')?.[1];
  const pulls = proof.flatMap(({ kind, name }) => {
    const of = kind === 'pull-request' ? /^#(\d+)$/.exec(name)?.[1] : undefined;
    return of === undefined ? [] : [Number(of)];
  });
  return oid && commit?.at ? [{ item: number, oid, pulls, mergedAt: commit.at }] : [];
}
