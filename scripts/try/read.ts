import { issueReferences } from '../../src/markdown/references.ts';
import type { Settings } from '../../src/model/settings.ts';
import { formatProblem } from '../../src/model/problem.ts';
import type { World } from '../command.ts';
import { readEntryFiles } from '../content/changelog.ts';
import { openLedger } from '../content/ledger.ts';
import { disk } from '../content/write.ts';
import type { Surroundings } from '../github/adapt.ts';
import { type Batch, listMostWanted, listMoved, listReleases } from '../github/anonymous.ts';
import type { GitHub } from '../github/client.ts';
import { GitHubFailure } from '../github/failures.ts';
import type { Release } from '../github/proof.ts';
import type { Repository } from '../github/repositories.ts';
import { apply, applyIssues } from '../sync/apply.ts';
import { knownReleases, planChangelog } from '../sync/plan-changelog.ts';
import { type Counts, type Run, saveLedger } from '../sync/repository.ts';
import { openRun } from '../sync/run.ts';
import type { Budget } from './budget.ts';
import { digestOf } from './token.ts';

/** What is known of a reading beside what it wrote. */
interface Told {
  /** Issues that the repository has, where GitHub said so. */
  total: number | undefined;
  /** Issues and releases that came in no known shape. */
  odd: number;
  /** Issues that were closed as duplicates: REST does not say of which. */
  duplicates: number;
  hasAllReleases: boolean;
  /** When GitHub answers again, where its limit ended the reading. */
  next: Date | undefined;
}

/** What a reading without a token came to. */
export interface Reading extends Told {
  items: Counts;
  /** Issues that are here now. */
  have: number;
  requests: number;
}

interface Task {
  repository: Repository;
  settings: Settings;
  folder: string;
  github: GitHub;
  world: World;
}

/** Pages of releases; each is a hundred. */
const RELEASE_PAGES = 3;

/**
 * Reads what a token-less visitor may: releases, the issues wanted most, those that moved last, or since the last time.
 * What was read stays when GitHub's limit ends it. @throws GitHubFailure for every other failure.
 */
export async function readAnonymously(task: Task, budget: Budget): Promise<Reading> {
  const run = await begin(task);
  const told: Told = { total: undefined, odd: 0, duplicates: 0, hasAllReleases: true, next: undefined };
  try {
    const before = task.github.requests();
    const releases = await readReleases(task, run, told);
    const core = budget.core - (task.github.requests() - before);
    await readIssues({ ...task, repositories: [task.repository], releases }, run, told, { ...budget, core });
  } catch (error) {
    if (!(error instanceof GitHubFailure) || error.next === undefined) throw error;
    told.next = error.next;
  }
  await saveLedger(run);
  for (const problem of run.problems) task.world.say(formatProblem(problem));
  const { items, ledger } = run;
  return { ...told, items, have: ledger.issues.all.size, requests: task.github.requests() };
}

/** Entries come before the issues that they prove. */
async function readReleases({ repository, folder, github }: Task, run: Run, told: Told): Promise<Release[]> {
  const { repo } = repository;
  const { values, odd, isWhole } = await listReleases(github, repo, RELEASE_PAGES);
  told.hasAllReleases = isWhole;
  told.odd += odd;
  const files = await readEntryFiles(folder);
  for (const { path, change } of planChangelog(values, files, repository, folder))
    await apply(change, path, run, run.entries);
  return knownReleases(values, files, repo, issueReferences);
}

async function begin({ repository, settings, folder, github, world }: Task): Promise<Run> {
  const ledger = await openLedger(folder, disk);
  ledger.useSettings(digestOf(settings, undefined));
  return openRun({
    settings,
    repositories: [repository],
    folder,
    isFull: false,
    github,
    writer: disk,
    ledger,
    world,
    mayRemove: false,
  });
}

/** Where a reading was complete, the next asks for what moved since, and for the votes of the most wanted again. */
async function readIssues(
  surroundings: Surroundings,
  run: Run,
  told: Told,
  { core, search }: Budget,
): Promise<void> {
  const { repo } = surroundings.repository;
  const since = withMargin(run.ledger.watermark(repo));
  const seen = new Map<string, string>();
  let latest = '';
  const take = async ({ issues, odd, total }: Batch): Promise<void> => {
    const fresh = issues.filter(({ id, updatedAt }) => updatedAt > (seen.get(id) ?? ''));
    await applyIssues(fresh, surroundings, run);
    for (const { id, updatedAt } of fresh) {
      seen.set(id, updatedAt);
      if (updatedAt > latest) latest = updatedAt;
    }
    told.odd += odd;
    told.duplicates += fresh.filter(({ stateReason }) => stateReason === 'DUPLICATE').length;
    told.total = total ?? told.total;
    const of = told.total === undefined ? '' : ` of ${number.format(told.total)}`;
    run.world.progress(`try ${repo}: ${number.format(seen.size)}${of} issues`);
  };
  let isWhole = false;
  for await (const batch of listMostWanted(
    run.github,
    repo,
    since === undefined ? search : Math.min(search, 1),
  )) {
    await take(batch);
    isWhole = batch.isLast;
  }
  if (!isWhole) for await (const batch of listMoved(run.github, repo, core, since)) await take(batch);
  if (latest !== '') run.ledger.advance(repo, latest);
}

/** GitHub's clocks and copies may differ by a little; what is read twice is only found unchanged. */
const MARGIN = 5 * 60_000;

const withMargin = (watermark: string | undefined): string | undefined =>
  watermark && new Date(Date.parse(watermark) - MARGIN).toISOString();

const number = new Intl.NumberFormat('en');
