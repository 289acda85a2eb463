import { basename, join } from 'node:path';
import { listNames, PLACES, readUtf8 } from '../../src/content/files.ts';
import type { Surroundings } from '../github/adapt.ts';
import { type Fate, fateOf } from '../github/fate.ts';
import { fetchIssues } from '../github/issues.ts';
import { idOf, isSameRepo, numberOf, type Repository } from '../github/repositories.ts';
import { apply, applyIssues } from './apply.ts';
import { itemPath } from './item-path.ts';
import { planRemoval, type Removal } from './plan.ts';
import { rereadPointing, surroundingsOf } from './pointing.ts';
import type { Run } from './repository.ts';

/** Ids under which a repository's issues are known. */
export const knownIn = (repository: Repository, { ledger }: Run): Map<string, string> =>
  new Map([...ledger.issues.all].filter(([id]) => numberOf(repository, id) !== undefined));

/**
 * Compares what is known of a repository with all that it lists (numbers by node id). What is listed and unknown is read.
 * Absence alone takes nothing away: GitHub is asked for each item that is missing, by itself.
 */
export async function reconcile(
  listed: ReadonlyMap<string, number>,
  surroundings: Surroundings,
  run: Run,
): Promise<void> {
  const { repository } = surroundings;
  const unknown = [...listed].filter(
    ([node, number]) => run.ledger.issues.idOf(node) !== idOf(repository, number),
  );
  for await (const issues of fetchIssues(
    run.github,
    repository,
    unknown.map(([, number]) => number),
  ))
    await applyIssues(issues, surroundings, run);
  const known = knownIn(repository, run);
  const strays = await findStrays(repository, run);
  const missing = [...known].filter(([, node]) => !listed.has(node)).map(([id]) => id);
  if (missing.length + strays.length > 0)
    await settle([...missing, ...strays], [...known.keys(), ...strays], repository, run);
}

/** Items whose issue is not known: a sync wrote their files, broke off, and met the issue no more. */
export async function findStrays(repository: Repository, run: Run): Promise<string[]> {
  const unknown = (await itemIds(run)).filter(
    (id) => !run.ledger.issues.all.has(id) && numberOf(repository, id) !== undefined,
  );
  const strays: string[] = [];
  for (const id of unknown)
    if ((await plannedFor(id, repository, run)).change.kind === 'removed') strays.push(id);
  return strays;
}

async function itemIds({ folder }: Run): Promise<string[]> {
  const names = await listNames(join(folder, PLACES.feedback));
  return names.map((name) => name.slice(0, -'.md'.length));
}

/** What taking its file away would mean. */
async function plannedFor(id: string, repository: Repository, run: Run): Promise<Removal> {
  const path = itemPath(run, id);
  const [{ repo }, number] = [repository, numberOf(repository, id)];
  return planRemoval(await readUtf8(path), path, { repo, number });
}

/** An item whose issue is missing, and what GitHub says of it. */
interface Missing {
  id: string;
  path: string;
  removal: Removal;
  fate: Fate;
}

async function settle(
  missing: readonly string[],
  known: readonly string[],
  repository: Repository,
  run: Run,
): Promise<void> {
  const asked: Missing[] = [];
  const left: string[] = [];
  for (const id of missing) {
    const found = await askFor(id, repository, run);
    if (found) asked.push(found);
    else left.push(id);
  }
  const going: Missing[] = [];
  for (const one of asked) {
    const to = targetOf(one, run);
    if (to) await move(one, to.repository, to.number, run);
    else if (one.fate.kind === 'kept')
      run.notes.push(
        `${one.path}: kept; ${repository.repo} does not list its issue, but asked for it GitHub answers ${one.fate.got}.`,
      );
    else going.push(one);
  }
  const items = await countItems(known, run);
  const isHeld = !run.mayRemove && isTooMuch(going.length, items);
  if (isHeld) run.held.push(tooMuch(repository.repo, going, items));
  else for (const one of going) await remove(one, run);
  // Books last: a run that breaks off before finds the same again.
  const gone = [...left, ...(isHeld ? [] : going.map(({ id }) => id))];
  await rereadPointing(new Set(gone), run);
  for (const id of gone) {
    run.ledger.issues.delete(id);
    run.ledger.tallies.delete(id);
  }
}

/** Asks for the issue of a missing item; undefined where no item hangs on it. */
async function askFor(id: string, repository: Repository, run: Run): Promise<Missing | undefined> {
  const number = numberOf(repository, id);
  const path = itemPath(run, id);
  const removal = await plannedFor(id, repository, run);
  if (number === undefined || removal.change.kind === 'none') return undefined;
  const isOurs = (repo: string): boolean => run.repositories.some((one) => isSameRepo(one.repo, repo));
  return { id, path, removal, fate: await fateOf(run.github, repository, number, isOurs) };
}

/** Where an issue went that is still ours. */
function targetOf({ fate }: Missing, run: Run): { repository: Repository; number: number } | undefined {
  if (fate.kind !== 'moved' || !fate.to) return undefined;
  const { repo, number } = fate.to;
  const repository = run.repositories.find((one) => isSameRepo(one.repo, repo));
  return repository && { repository, number };
}

/** Moves an item to its new id, with what people wrote. */
async function move({ id, path }: Missing, to: Repository, number: number, run: Run): Promise<void> {
  const surroundings = await surroundingsOf(to, run);
  const next = idOf(to, number);
  for await (const issues of fetchIssues(run.github, to, [number])) {
    for (const issue of issues) {
      // It may be known under its new id already, where the other repository was read before.
      run.ledger.issues.set(id, issue.id);
      await applyIssues([issue], surroundings, run);
      if (run.ledger.issues.idOf(issue.id) === next)
        run.notes.push(`${path}: now ${next}.md; its issue was moved to ${to.repo}.`);
      return;
    }
  }
  run.notes.push(`${path}: kept; its issue was moved to ${to.repo}#${number}, which cannot be read yet.`);
}

async function remove({ path, removal, fate }: Missing, run: Run): Promise<void> {
  await apply(removal.change, path, run, run.items);
  if (removal.change.kind !== 'removed') return;
  const wrote =
    removal.wrote.length > 0 ? ` What people wrote in it (${removal.wrote.join(', ')}) is in git.` : '';
  run.notes.push(`${path}: removed; ${inWords(fate)}.${wrote}`);
}

function inWords(fate: Fate): string {
  if (fate.kind === 'deleted') return 'its issue was deleted, or turned into a discussion';
  if (fate.kind === 'moved' && fate.to) return `its issue was moved to ${fate.to.repo}#${fate.to.number}`;
  if (fate.kind === 'moved') return 'its issue was moved to where this token, or not everybody, may read it';
  return 'its issue is not there any more';
}

async function countItems(known: readonly string[], run: Run): Promise<number> {
  const ids = new Set(await itemIds(run));
  return known.filter((id) => ids.has(id)).length;
}

/** In a small repository one issue more or less is nothing; two at once may be a mistake. */
export const isTooMuch = (going: number, items: number): boolean => going >= 2 && going > items * 0.05;

const SHOWN = 20;

function tooMuch(repo: string, going: readonly Missing[], items: number): string {
  const lines = going.slice(0, SHOWN).map(({ path, fate }) => `  ${basename(path)}: ${inWords(fate)}`);
  const more = going.length > SHOWN ? [`  and ${going.length - SHOWN} more`] : [];
  return [
    `${repo}: ${going.length} of ${items} items would go, more than 5 %. None was removed.`,
    ...lines,
    ...more,
    'If that is right: milepost sync --allow-removals',
  ].join('\n');
}
