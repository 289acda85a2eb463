import { z } from 'astro/zod';
import { Stop } from '../command.ts';
import { followPages, readRest } from './anonymous-pages.ts';
import { type Sifted, siftIssues, siftReleases } from './anonymous-shapes.ts';
import type { GitHub } from './client.ts';
import { GitHubFailure } from './failures.ts';
import type { GitHubRelease, Issue } from './shapes.ts';

/** How many requests GitHub still answers, and when it begins to count anew. */
export interface Allowance {
  remaining: number;
  resetAt: Date;
}

/** GitHub counts searches apart from everything else. */
export interface Allowances {
  core: Allowance;
  search: Allowance;
}

const allowance = z
  .object({ remaining: z.int().nonnegative(), reset: z.int().nonnegative() })
  .transform(({ remaining, reset }): Allowance => ({ remaining, resetAt: new Date(reset * 1000) }));
const allowances = z.object({ resources: z.object({ core: allowance, search: allowance }) });

/** What is left of GitHub's limits; asking is free. A GitHub without limits answers 404: undefined. */
export async function readAllowances(github: GitHub): Promise<Allowances | undefined> {
  const answer = await github.get('/rate_limit');
  return answer.status === 404 ? undefined : readRest(allowances, answer, '/rate_limit').resources;
}

const repository = z.object({ full_name: z.string(), private: z.boolean(), has_issues: z.boolean() });
export type PublicRepository = z.output<typeof repository>;

/** Finds a repository, under its new name if it was renamed. @throws Stop (status 2) when there is none to be seen. */
export async function findRepository(github: GitHub, repo: string): Promise<PublicRepository> {
  let at = `/repos/${repo}`;
  for (let moves = 0; moves < 3; moves += 1) {
    const answer = await github.get(at);
    if (answer.status === 200) return readRest(repository, answer, at);
    if (answer.location === undefined || answer.status === 404) break;
    at = answer.location;
  }
  throw new Stop(
    `${repo}: expected a public repository; got none of this name. Check it on GitHub; a private one wants a GITHUB_TOKEN that may read it.`,
    2,
  );
}

/** Reads published releases, newest first, in at most `most` requests; `isWhole` says whether those are all. */
export async function listReleases(
  github: GitHub,
  repo: string,
  most: number,
): Promise<Sifted<GitHubRelease> & { isWhole: boolean }> {
  const path = `/repos/${repo}/releases?per_page=100`;
  const found = { values: new Array<GitHubRelease>(), odd: 0, isWhole: false };
  for await (const { answer, isLast } of followPages(github, path, most)) {
    const { values, odd } = siftReleases(readRest(list, answer, path));
    found.values.push(...values);
    found.odd += odd;
    found.isWhole = isLast;
  }
  return found;
}

const list = z.array(z.unknown());

/** A part of what is there to read. */
export interface Batch {
  issues: Issue[];
  /** How many came in no known shape. */
  odd: number;
  /** How many issues the repository has, where GitHub says so. */
  total?: number | undefined;
  /** Nothing is left to be read. */
  isLast: boolean;
}

const found = z.object({
  total_count: z.int().nonnegative(),
  incomplete_results: z.boolean().nullish(),
  items: list,
});

/**
 * Issues by their 👍, most first, pull requests not among them: a hundred a request, at most a thousand, for more GitHub does
 * not search. Ends quietly where search is refused: it is counted apart, and the listing tells the same in another order.
 */
export async function* listMostWanted(github: GitHub, repo: string, most: number): AsyncGenerator<Batch> {
  const query = new URLSearchParams({
    q: `repo:${repo} is:issue`,
    sort: 'reactions-+1',
    order: 'desc',
    per_page: '100',
  });
  const path = `/search/issues?${query}`;
  try {
    for await (const { answer, isLast } of followPages(github, path, Math.min(most, 10))) {
      const { items, total_count: total, incomplete_results } = readRest(found, answer, path);
      const { values, odd } = siftIssues(items);
      yield { issues: values, odd, total, isLast: isLast && !incomplete_results && total <= 1000 };
    }
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
  }
}

/** Issues that moved last, or all that moved since then, oldest first; at most `most` requests. */
export async function* listMoved(
  github: GitHub,
  repo: string,
  most: number,
  since: string | undefined,
): AsyncGenerator<Batch> {
  const query = new URLSearchParams({
    state: 'all',
    sort: 'updated',
    direction: since === undefined ? 'desc' : 'asc',
    per_page: '100',
    ...(since !== undefined && { since }),
  });
  const path = `/repos/${repo}/issues?${query}`;
  for await (const { answer, isLast } of followPages(github, path, most)) {
    const { values, odd } = siftIssues(readRest(list, answer, path));
    yield { issues: values, odd, isLast };
  }
}
