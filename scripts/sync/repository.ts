import type { Problem } from '../../src/model/problem.ts';
import type { Settings } from '../../src/model/settings.ts';
import { applyIssues, apply } from './apply.ts';
import { type Around, openAround } from './around.ts';
import type { World } from '../command.ts';
import type { Ledger } from '../content/ledger.ts';
import type { Writer } from '../content/write.ts';
import type { Surroundings } from '../github/adapt.ts';
import type { GitHub } from '../github/client.ts';
import { listIssues } from '../github/issues.ts';
import { listNumbers } from '../github/numbers.ts';
import { readLabels, readShelf, type Shelf } from '../github/releases.ts';
import { isSameRepo, type Repository } from '../github/repositories.ts';
import { findStrays, knownIn, reconcile } from './gone.ts';
import { namesOf, type Reach, reachOf } from './labels.ts';
import { compareMilestones } from './milestones.ts';
import type { Change } from './plan.ts';
import { planNews } from './news.ts';
import type { EntryPlan } from './plan-entry.ts';
import { readItems, rereadItems } from './pointing.ts';
import { progressLine } from './progress.ts';
import { rereadWaiting } from './waiting.ts';

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
  /** What happened to single items that people ought to know, in words. */
  notes: string[];
  /** Removals that were too many to be believed, in words. */
  held: string[];
  /** Removes however many items are gone. */
  mayRemove: boolean;
  /** More than a page of issues had to be read of some repository. */
  isFar: boolean;
  /** What the issues of a repository are read in the light of, once something was asked of it. */
  around: Map<string, Around>;
}

/** A sync that breaks off has lost no more than this many pages of reading. */
const PAGES_A_SAVE = 10;

/** Reads what moved in one repository and writes what follows from it. What was written stays when GitHub fails half-way. */
export async function syncRepository(repository: Repository, run: Run): Promise<void> {
  const { github, ledger, settings } = run;
  const { repo } = repository;
  const isKnown = ledger.watermark(repo) !== undefined && knownIn(repository, run).size > 0;
  const extent = isKnown && !run.isFull ? 'newest' : 'all';
  const shelf = await readShelf(github, repository, extent, settings.changelog.file);
  const labels = await compareLabels(shelf, repository, run);
  const milestones = await compareMilestones(shelf, extent, repository, run);
  const begins = !isKnown || labels.reach === 'all';
  if (begins) ledger.forget(repo);
  const since = run.isFull ? undefined : withMargin(ledger.watermark(repo));
  const { entries, releases } = await planNews(shelf, extent, repository, run);
  const surroundings = openAround(
    { shelf, releases, extent, isFresh: begins || run.isFull },
    repository,
    run,
  );
  if (begins) {
    // A first sync that breaks off goes on from its watermark, reading the newest releases only: the others must be there.
    await applyEntries(entries, run);
    ledger.labels.set(repo, labels.names);
    ledger.milestones.set(repo, milestones.next);
    await readAll(since, surroundings, run);
  } else {
    // Once an entry is written its release is no longer news, so the items that wait for it come first.
    await readAll(since, surroundings, run);
    if (since !== undefined) await rereadWaiting(newsIn(entries), surroundings, run);
    await applyEntries(entries, run);
    if (labels.reach !== 'all' && since !== undefined)
      await rereadNamed(labels.reach.tags, milestones.renamed, repository, run);
    ledger.labels.set(repo, labels.names);
    ledger.milestones.set(repo, milestones.next);
  }
}

interface ComparedLabels {
  names: Map<string, string>;
  /** Which items labels' new names reach. */
  reach: Reach;
}

/** Labels beyond the first hundred cost requests, so they are looked at with a full sync and once a week. */
async function compareLabels({ labels }: Shelf, repository: Repository, run: Run): Promise<ComparedLabels> {
  const known = run.ledger.labels.get(repository.repo) ?? new Map<string, string>();
  const isDue = run.isFull || known.size === 0 || isOverdue(repository, run);
  const told = namesOf(isDue ? await readLabels(run.github, repository, labels) : labels.nodes);
  const isWhole = isDue || !labels.pageInfo.hasNextPage;
  const names = isWhole ? told : new Map([...known, ...told]);
  return { names, reach: reachOf(known, told, isWhole, run.settings) };
}

/** GitHub's clocks and copies may differ by a little; what is read twice is only found unchanged. */
const MARGIN = 5 * 60_000;

const withMargin = (watermark: string | undefined): string | undefined =>
  watermark && new Date(Date.parse(watermark) - MARGIN).toISOString();

/** Reads issues, and makes sure that what is known is still there where the numbers differ, and once a week. */
async function readAll(since: string | undefined, surroundings: Surroundings, run: Run): Promise<void> {
  const { repository } = surroundings;
  const { seen, all } = await readIssues(since, surroundings, run);
  const isDoubtful =
    knownIn(repository, run).size !== all ||
    (hasNews(run) && isOverdue(repository, run)) ||
    (await findStrays(repository, run)).length > 0;
  if (since === undefined || isDoubtful)
    await reconcile(
      since === undefined ? seen : await listNumbers(run.github, repository),
      surroundings,
      run,
    );
  run.ledger.checked(repository.repo, run.world.now());
}

const WEEK = 7 * 24 * 3600_000;

const isOverdue = ({ repo }: Repository, { ledger, world }: Run): boolean =>
  world.now().getTime() - Date.parse(ledger.checkedAt(repo) ?? world.now().toISOString()) >= WEEK;

/** Numbers of the issues that were read, by node id, and how many the repository has. */
interface Met {
  seen: Map<string, number>;
  all: number;
}

async function readIssues(since: string | undefined, surroundings: Surroundings, run: Run): Promise<Met> {
  const { repo } = surroundings.repository;
  const began = run.world.now().getTime();
  const met: Met = { seen: new Map(), all: 0 };
  let done = 0;
  let pages = 0;
  let latest = '';
  for await (const { issues, total, all, isWhole } of listIssues(
    run.github,
    surroundings.repository,
    since,
  )) {
    await applyIssues(issues, surroundings, run);
    for (const { id, number, updatedAt } of issues) {
      met.seen.set(id, number);
      if (updatedAt > latest) latest = updatedAt;
    }
    if (isWhole && latest !== '') run.ledger.advance(repo, latest);
    met.all = all;
    done += issues.length;
    pages += 1;
    run.isFar ||= pages > 1;
    run.world.progress(progressLine(`sync ${repo}`, done, total, run.world.now().getTime() - began));
    if (pages % PAGES_A_SAVE === 0) await saveLedger(run);
  }
  return met;
}

/** Reads issues again whose labels or milestones have other names now. */
async function rereadNamed(
  tags: ReadonlySet<string>,
  milestones: ReadonlySet<string>,
  { repo }: Repository,
  run: Run,
): Promise<void> {
  if (tags.size + milestones.size === 0) return;
  const items = await readItems(run.folder);
  const named = items.filter(
    ({ repo: from, tags: its, milestone = '' }) =>
      from && isSameRepo(from, repo) && (milestones.has(milestone) || its.some((tag) => tags.has(tag))),
  );
  await rereadItems(named, run);
}

/** Versions of which there is news. */
const newsIn = (entries: readonly EntryPlan[]): Set<string> =>
  new Set(entries.filter(({ change }) => isNews(change)).map(({ version }) => version));

const isNews = ({ kind }: Change): boolean => kind === 'created' || kind === 'updated';

async function applyEntries(entries: readonly EntryPlan[], run: Run): Promise<void> {
  for (const { path, change, note } of entries) {
    await apply(change, path, run, run.entries);
    if (note) run.notes.push(note);
  }
}

/** Writes the books as far as the run has come. */
export async function saveLedger({ ledger, items, entries, isFar, world }: Run): Promise<void> {
  await ledger.save(hasNews({ items, entries }) ? 'found' : isFar ? 'far' : 'none', world.now());
}

const hasNews = ({ items, entries }: Pick<Run, 'items' | 'entries'>): boolean =>
  [items, entries].some(({ created, updated, removed }) => created + updated + removed > 0);
