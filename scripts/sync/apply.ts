import { readUtf8 } from '../../src/content/files.ts';
import { type Adapted, adaptIssue, type Surroundings } from '../github/adapt.ts';
import type { ToldProof } from '../github/proof.ts';
import type { Issue } from '../github/shapes.ts';
import { numberIn } from '../github/repositories.ts';
import { linkOtherBases } from './bases.ts';
import { itemPath } from './item-path.ts';
import { lookInto } from './look.ts';
import { type Ancestor, type Change, planItem, planRemoval } from './plan.ts';
import { rereadPointing } from './pointing.ts';
import type { Counts, Run } from './repository.ts';

/** Writes what follows from issues. An issue known under another id takes what people wrote there with it. */
export async function applyIssues(
  issues: readonly Issue[],
  surroundings: Surroundings,
  run: Run,
): Promise<void> {
  const linked = await linkOtherBases(issues, surroundings, run);
  // One after the other: what is found out for one is known for the next.
  const told: (ToldProof | undefined)[] = [];
  for (const issue of linked) told.push(await lookInto(issue, surroundings, run));
  const met = await Promise.all(
    linked.map((issue, rank) => applyIssue(adaptIssue(issue, surroundings, told[rank]), issue, run)),
  );
  const left = met.flatMap((one) => one?.left ?? []);
  // The books say so only once all is done: what breaks off before is done again.
  await rereadPointing(new Set(left), run);
  for (const id of left) run.ledger.tallies.delete(id);
  for (const one of met) if (one) run.ledger.issues.set(one.id, one.node);
}

interface Met {
  id: string;
  node: string;
  /** The id that it no longer has. */
  left: string | undefined;
}

/** Undefined where an item cannot move on, so that it stays known under its old id. */
async function applyIssue(item: Adapted, issue: Issue, run: Run): Promise<Met | undefined> {
  const known = run.ledger.issues.idOf(issue.id);
  const ancestor = known === undefined || known === item.id ? undefined : await ancestorAt(known, run);
  const path = itemPath(run, item.id);
  const first = run.settings.statuses[0]?.id ?? 'open';
  const change = planItem(item, await readUtf8(path), path, first, ancestor, known === item.id);
  await apply(change, path, run, run.items);
  // No item, no votes: also where its file went in a sync that broke off.
  if (change.kind === 'removed' || change.kind === 'none') run.ledger.tallies.delete(item.id);
  else if (change.kind !== 'problem') run.ledger.tallies.set(item.id, item.tally);
  if (ancestor && change.kind === 'problem') return undefined;
  if (ancestor) await leave(ancestor, run);
  return { id: item.id, node: issue.id, left: ancestor && known };
}

/** The file that an item of ours had under another id. */
async function ancestorAt(id: string, run: Run): Promise<Ancestor | undefined> {
  const path = itemPath(run, id);
  const number = numberIn(id);
  return number === undefined ? undefined : { path, number, standing: await readUtf8(path) };
}

/** Takes the old file away once the new one stands. */
async function leave({ path, number, standing }: Ancestor, run: Run): Promise<void> {
  await apply(planRemoval(standing, path, { number }).change, path, run, run.items);
}

/** Does to a file what was planned, and counts it. */
export async function apply(
  change: Change,
  path: string,
  { writer, problems }: Pick<Run, 'writer' | 'problems'>,
  counts: Counts,
): Promise<void> {
  if (change.kind === 'problem') return void problems.push(change.problem);
  if (change.kind === 'none') return;
  if (change.kind === 'removed') await writer.remove(path);
  if ('text' in change) await writer.write(path, change.text);
  counts[change.kind] += 1;
}
