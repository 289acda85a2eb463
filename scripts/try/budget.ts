import { Stop } from '../command.ts';
import type { Allowances } from '../github/anonymous.ts';

/** Requests that one try may make, by what GitHub counts them as. */
export interface Budget {
  core: number;
  search: number;
}

/** A try takes no more of the sixty requests an hour than this, searches included. */
const MOST = 40;
/** The repository, three pages of releases, and one of issues. */
const LEAST = 5;

/** What a try may spend once its repository is found, which takes a request; undefined when too little is left to show anything. */
export function budgetFrom(allowances: Allowances | undefined): Budget | undefined {
  if (allowances === undefined) return { core: MOST - 10, search: 10 };
  const { core, search } = allowances;
  if (core.remaining < LEAST) return undefined;
  const searches = Math.min(search.remaining, 10);
  return { core: Math.min(core.remaining, MOST - searches) - 1, search: searches };
}

/** Says when GitHub answers again, and how not to wait. */
export function usedUp(repo: string, { core }: Allowances, now: Date): Stop {
  const minutes = Math.max(1, Math.ceil((core.resetAt.getTime() - now.getTime()) / 60_000));
  return new Stop(
    [
      `GitHub answers 60 requests an hour without a token, and this address has used them up. It answers again at ${core.resetAt.toISOString()}, in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
      WITH_TOKEN(repo),
    ].join('\n'),
    3,
  );
}

/** The way to see all of it. */
export const WITH_TOKEN = (repo: string): string =>
  [
    `With a token nothing is left out: GITHUB_TOKEN=$(gh auth token) npx milepost try ${repo}`,
    '  or make one (no scope needed for public repositories): https://github.com/settings/personal-access-tokens/new',
  ].join('\n');
