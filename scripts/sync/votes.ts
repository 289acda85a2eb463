import { idOf, type Repository } from '../github/repositories.ts';
import { countVotes } from '../github/votes.ts';
import type { Run } from './repository.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** With more items than this, the hourly sweep makes do with the top where it must. */
const LARGE = 1_000;

/**
 * Counts votes and parts again, since neither a reaction nor a part that is done moves `updatedAt`: all issues once a day, the open ones between, and of
 * thousands of open ones the newest and the most wanted. `wasReadWhole`: this run has just read every issue.
 * @throws GitHubFailure; then every count of this repository stays as it was.
 */
export async function sweepVotes(repository: Repository, run: Run, wasReadWhole: boolean): Promise<void> {
  const { github, ledger, world } = run;
  const { repo } = repository;
  const items = [...ledger.tallies.keys()].filter((id) => isOf(repository, id)).length;
  if (wasReadWhole) {
    if (run.isFar) ledger.swept(repo, world.now());
    return;
  }
  if (items === 0) return;
  const isDue = isSweepDue(ledger.sweptAt(repo), world.now());
  const reach = isDue ? 'all' : items > LARGE ? 'top' : 'open';
  const { counts, pages } = await countVotes(github, repository, reach);
  for (const [number, count] of counts) {
    const id = idOf(repository, number);
    const tally = ledger.tallies.get(id);
    if (tally) ledger.tallies.set(id, { ...tally, ...count });
  }
  // Written with the next news only: a sweep that finds nothing leaves no trace. What fits on a page is read every time.
  if (isDue && pages > 1) ledger.swept(repo, world.now());
}

/**
 * Whether all votes are to be counted again: a day after the last time that was written, and then at the same hour of each
 * day, so that quiet days need not be written; at any hour once a week has gone by.
 */
export function isSweepDue(sweptAt: string | undefined, now: Date): boolean {
  if (sweptAt === undefined) return true;
  const age = now.getTime() - Date.parse(sweptAt);
  return age >= 7 * DAY || (age >= DAY && age % DAY < HOUR);
}

const isOf = ({ prefix }: Repository, id: string): boolean =>
  prefix === undefined ? /^\d+$/.test(id) : id.startsWith(`${prefix}-`);
