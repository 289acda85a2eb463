import type { Milestone } from '../../src/model/milestones.ts';
import { readMilestones, type Shelf } from '../github/releases.ts';
import type { Repository } from '../github/repositories.ts';
import type { GitHubMilestone } from '../github/shapes.ts';
import { cleanLine } from '../github/text.ts';
import { isTooMuch } from './gone.ts';
import type { Run } from './repository.ts';

/** What a repository tells of its milestones: `isAll` when one that is not among them is gone. */
interface Told {
  milestones: readonly GitHubMilestone[];
  isAll: boolean;
}

/** What the books are to say of a repository's milestones. */
export interface MilestonePlan {
  next: readonly Milestone[];
  /** Titles that items may still have, of milestones that are called something else now. */
  renamed: ReadonlySet<string>;
  /** Why none goes, where they are too many to be believed. */
  held: string | undefined;
}

/**
 * Compares milestones with those known. The first date that one had is kept for ever, also when it has none any more; of
 * milestones that are not all told, absence says nothing.
 */
export function planMilestones(
  { milestones, isAll }: Told,
  known: readonly Milestone[],
  repo: string,
  mayRemove: boolean,
): MilestonePlan {
  const before = new Map(known.map((one) => [one.number, one]));
  const told = new Map(
    milestones.map(({ number, title, dueOn }): [number, Milestone] => {
      const due = dueOn?.slice(0, '2026-12-31'.length);
      const firstDue = before.get(number)?.firstDue ?? due;
      return [number, { repo, number, title: cleanLine(title), due, firstDue }];
    }),
  );
  const missing = known.filter(({ number }) => !told.has(number));
  const isHeld = isAll && !mayRemove && isTooMuch(missing.length, known.length);
  const renamed = known.flatMap(({ number, title }) =>
    title === (told.get(number)?.title ?? title) ? [] : [title],
  );
  return {
    next: [...told.values(), ...(isAll && !isHeld ? [] : missing)],
    renamed: new Set(renamed),
    held: isHeld ? tooMany(repo, missing, known.length) : undefined,
  };
}

/**
 * The same of what was just read. Those beyond the hundred that changed last cost requests, so that they are read only when
 * `extent` is all. That none is there at all, and that many are gone, is for such a reading to say.
 */
export async function compareMilestones(
  { milestones }: Pick<Shelf, 'milestones'>,
  extent: 'newest' | 'all',
  repository: Repository,
  { github, ledger, mayRemove, held }: Pick<Run, 'github' | 'ledger' | 'mayRemove' | 'held'>,
): Promise<MilestonePlan> {
  const { repo } = repository;
  const isDue = extent === 'all';
  const read = isDue ? await readMilestones(github, repository, milestones) : milestones.nodes;
  const isAll = read.length === milestones.totalCount && (isDue || read.length > 0);
  const plan = planMilestones(
    { milestones: read, isAll },
    ledger.milestones.get(repo) ?? [],
    repo,
    mayRemove,
  );
  if (plan.held && isDue) held.push(plan.held);
  return plan;
}

function tooMany(repo: string, going: readonly Milestone[], all: number): string {
  return [
    `${repo}: ${going.length} of ${all} milestones would go, more than 5 %. None was removed.`,
    ...going.slice(0, 20).map(({ number, title }) => `  ${number}: ${title}`),
    ...(going.length > 20 ? [`  and ${going.length - 20} more`] : []),
    'If that is right: milepost sync --full --allow-removals',
  ].join('\n');
}
