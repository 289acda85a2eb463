import { join } from 'node:path';
import { PLACES, readMarkdownFiles, readUtf8 } from '../../src/content/files.ts';
import { issueReferences } from '../../src/markdown/references.ts';
import { parseItem } from '../../src/model/parse.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Settings } from '../../src/model/settings.ts';
import { awaitingRelease } from './awaiting.ts';
import type { World } from '../command.ts';
import { readEntryFiles } from '../content/changelog.ts';
import type { Ledger } from '../content/ledger.ts';
import type { Writer } from '../content/write.ts';
import { adaptIssue, type Surroundings } from '../github/adapt.ts';
import type { GitHub } from '../github/client.ts';
import { fetchIssues, listIssues } from '../github/issues.ts';
import { listReleases } from '../github/releases.ts';
import type { Issue } from '../github/shapes.ts';
import { type Change, planItem } from './plan.ts';
import { type EntryPlan, knownReleases, planChangelog } from './plan-changelog.ts';
import { progressLine } from './progress.ts';
import type { Repository } from '../github/repositories.ts';

export type Counts = Record<'created' | 'updated' | 'unchanged' | 'removed', number>;

/** One run of sync: what it works with, and what it has done so far. */
export interface Run {
  settings: Settings;
  repositories: readonly Repository[];
  /** The content folder. */
  folder: string;
  isFull: boolean;
  github: GitHub;
  writer: Writer;
  ledger: Ledger;
  world: World;
  items: Counts;
  entries: Counts;
  problems: Problem[];
  /** More than a page of issues had to be read of some repository. */
  isFar: boolean;
}

/** A sync that breaks off has lost no more than this many pages of reading. */
const PAGES_A_SAVE = 10;

/** Reads what moved in one repository and writes what follows from it. What was written stays when GitHub fails half-way. */
export async function syncRepository(repository: Repository, run: Run): Promise<void> {
  const { github, folder, ledger, settings, repositories } = run;
  const { repo } = repository;
  const watermark = ledger.watermark(repo);
  const since = run.isFull ? undefined : withMargin(watermark);
  const published = await listReleases(github, repository, since === undefined ? 'all' : 'newest');
  const files = await readEntryFiles(folder);
  const releases = knownReleases(published, files, repo, issueReferences);
  const entries = planChangelog(published, files, repository, folder);
  const surroundings = { settings, repository, repositories, releases };
  if (watermark === undefined) {
    // A first sync that breaks off goes on from its watermark, reading the newest releases only: the others must be there.
    await applyEntries(entries, run);
    await readIssues(since, surroundings, run);
  } else {
    // Once an entry is written its release is no longer news, so the items that wait for it come first.
    await readIssues(since, surroundings, run);
    if (since !== undefined) await rereadWaiting(entries, surroundings, run);
    await applyEntries(entries, run);
  }
}

/** GitHub's clocks and copies may differ by a little; what is read twice is only found unchanged. */
const MARGIN = 5 * 60_000;

const withMargin = (watermark: string | undefined): string | undefined =>
  watermark && new Date(Date.parse(watermark) - MARGIN).toISOString();

async function readIssues(since: string | undefined, surroundings: Surroundings, run: Run): Promise<void> {
  const { repo } = surroundings.repository;
  const began = run.world.now().getTime();
  let done = 0;
  let pages = 0;
  for await (const { issues, total } of listIssues(run.github, surroundings.repository, since)) {
    await applyIssues(issues, surroundings, run);
    for (const { updatedAt } of issues) run.ledger.advance(repo, updatedAt);
    done += issues.length;
    pages += 1;
    run.isFar ||= pages > 1;
    run.world.progress(progressLine(`sync ${repo}`, done, total, run.world.now().getTime() - began));
    if (pages % PAGES_A_SAVE === 0) await saveLedger(run);
  }
}

async function rereadWaiting(
  entries: readonly EntryPlan[],
  surroundings: Surroundings,
  run: Run,
): Promise<void> {
  const news = new Set(entries.filter(({ change }) => isNews(change)).map(({ version }) => version));
  const fresh = surroundings.releases.filter(({ tag, isPrerelease }) => news.has(tag) && !isPrerelease);
  if (fresh.length === 0) return;
  const files = await readMarkdownFiles(join(run.folder, PLACES.feedback));
  const items = files.flatMap(({ name, path, text }) => parseItem(name, text ?? '', path).value ?? []);
  const waiting = awaitingRelease(items, surroundings.repository.repo, fresh, run.settings);
  for await (const issues of fetchIssues(run.github, surroundings.repository, waiting)) {
    await applyIssues(issues, surroundings, run);
  }
}

const isNews = ({ kind }: Change): boolean => kind === 'created' || kind === 'updated';

async function applyIssues(issues: readonly Issue[], surroundings: Surroundings, run: Run): Promise<void> {
  const firstStatus = run.settings.statuses[0]?.id ?? 'open';
  await Promise.all(
    issues.map(async (issue) => {
      const item = adaptIssue(issue, surroundings);
      const path = join(run.folder, PLACES.feedback, `${item.id}.md`);
      const change = planItem(item, await readUtf8(path), path, firstStatus);
      await apply(change, path, run, run.items);
      if (change.kind === 'removed') run.ledger.tallies.delete(item.id);
      else if (change.kind !== 'none' && change.kind !== 'problem')
        run.ledger.tallies.set(item.id, item.tally);
    }),
  );
}

async function applyEntries(entries: readonly EntryPlan[], run: Run): Promise<void> {
  for (const { path, change } of entries) await apply(change, path, run, run.entries);
}

async function apply(change: Change, path: string, { writer, problems }: Run, counts: Counts): Promise<void> {
  if (change.kind === 'problem') return void problems.push(change.problem);
  if (change.kind === 'none') return;
  if (change.kind === 'removed') await writer.remove(path);
  if ('text' in change) await writer.write(path, change.text);
  counts[change.kind] += 1;
}

/** Writes the books as far as the run has come. */
export async function saveLedger({ ledger, items, entries, isFar, world }: Run): Promise<void> {
  const found = [items, entries].some(({ created, updated, removed }) => created + updated + removed > 0);
  await ledger.save(found ? 'found' : isFar ? 'far' : 'none', world.now());
}
