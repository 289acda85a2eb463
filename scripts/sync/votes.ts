import { idOf, type Repository } from '../github/repositories.ts';
import { countVotes } from '../github/votes.ts';
import type { Run } from './repository.ts';

const DAY = 86_400_000;
/** With more items than this, the hourly sweep makes do with the top where it must. */
const LARGE = 1_000;

/**
 * Counts votes again, since a reaction does not move `updatedAt`: all issues once a day, the open ones between, and of
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
  const isDue = world.now().getTime() - Date.parse(ledger.sweptAt(repo) ?? '1970-01-01') >= DAY;
  const reach = isDue ? 'all' : items > LARGE ? 'top' : 'open';
  const { counts, pages } = await countVotes(github, repository, reach);
  for (const [number, votes] of counts) {
    const id = idOf(repository, number);
    const tally = ledger.tallies.get(id);
    if (tally && tally.votes !== votes) ledger.tallies.set(id, { ...tally, votes });
  }
  // Where all fits on a page there is no need to remember when: it is read every time.
  if (!isDue || pages === 1) return;
  ledger.swept(repo, world.now());
  run.isFar = true;
}

const isOf = ({ prefix }: Repository, id: string): boolean =>
  prefix === undefined ? /^\d+$/.test(id) : id.startsWith(`${prefix}-`);
