import { z } from 'astro/zod';
import type { GitHub } from './client.ts';
import { readShape } from './door.ts';
import { unusable, GitHubFailure, noRepository } from './failures.ts';
import { completeIssues, wantsEvents } from './complete.ts';
import { ISSUES, issuesByNumber } from './queries.ts';
import { type Issue, issue, issuePage } from './shapes.ts';

export interface Place {
  owner: string;
  name: string;
}

export interface IssuePage {
  /** Issues not handed out before, or changed since. */
  issues: Issue[];
  /** How many issues the listing has, GitHub says. */
  total: number;
  /** How many the repository has, whenever they changed. */
  all: number;
  /** Whether nothing that was read is held back: what a duplicate is of is asked for many at once. */
  isWhole: boolean;
}

/** Issues a request: GitHub prices 50 with everything at 2 points. */
const PAGE = 50;
const SMALLEST_PAGE = 12;

const listing = z.object({
  repository: z.object({ issues: issuePage, all: z.object({ totalCount: z.int().nonnegative() }) }).nullish(),
});

/**
 * Reads the issues of a repository, all or those updated at or after `since`, oldest change first, page by page.
 * @throws GitHubFailure where the listing does not hold together: a cursor that leads nowhere, fewer issues than promised.
 */
export async function* listIssues(github: GitHub, place: Place, since?: string): AsyncGenerator<IssuePage> {
  const where = `${place.owner}/${place.name} issues`;
  const seen = new Map<string, string>();
  let first = PAGE;
  let after: string | undefined;
  let promised: number | undefined;
  let held: Issue[] = [];
  for (;;) {
    const { answer, size } = await askSmaller(github, { ...place, since, after }, first);
    first = size;
    const { repository } = readShape(listing, answer, where);
    if (!repository) throw noRepository(where);
    const { totalCount, pageInfo, nodes } = repository.issues;
    promised = Math.min(promised ?? totalCount, totalCount);
    const fresh = nodes.filter(({ id, updatedAt }) => seen.get(id) !== updatedAt);
    for (const { id, updatedAt } of fresh) seen.set(id, updatedAt);
    // Before they are handed out: a page that lost some would move the watermark past them.
    if (!pageInfo.hasNextPage && seen.size < promised) {
      const remedy = 'Run `milepost sync --full`; what was read is kept.';
      throw unusable(where, `${promised} issues, as GitHub counts`, String(seen.size), remedy);
    }
    const met = new Set(fresh.map(({ id }) => id));
    held = [...held.filter(({ id }) => !met.has(id)), ...fresh.filter(wantsEvents)];
    const ready = fresh.filter((node) => !wantsEvents(node));
    if (held.length >= PAGE || !pageInfo.hasNextPage) ready.push(...held.splice(0));
    const issues = await completeIssues(github, ready);
    yield { issues, total: totalCount, all: repository.all.totalCount, isWhole: held.length === 0 };
    if (!pageInfo.hasNextPage) break;
    if (nodes.length === 0) throw unusable(where, 'a page of issues', 'an empty page that is not the last');
    if (!pageInfo.endCursor || pageInfo.endCursor === after) {
      throw unusable(where, 'the place of the next page', 'none, or the same again');
    }
    after = pageInfo.endCursor;
  }
}

/** Asks for a page; when GitHub finds it too much (502, 504), for half of it, down to 12. */
async function askSmaller(
  github: GitHub,
  variables: Record<string, unknown>,
  size: number,
): Promise<{ answer: unknown; size: number }> {
  try {
    return { answer: await github.query(ISSUES, { ...variables, first: size }), size };
  } catch (error) {
    const tooMuch = error instanceof GitHubFailure && (error.httpStatus === 502 || error.httpStatus === 504);
    if (!tooMuch || size <= SMALLEST_PAGE) throw error;
    return askSmaller(github, variables, Math.floor(size / 2));
  }
}

/** Issues by their numbers, 50 a request; numbers that GitHub no longer knows are left out. */
export async function* fetchIssues(
  github: GitHub,
  place: Place,
  numbers: readonly number[],
): AsyncGenerator<Issue[]> {
  const where = `${place.owner}/${place.name} issues`;
  for (let from = 0; from < numbers.length; from += PAGE) {
    const found = await askForNumbers(github, place, numbers.slice(from, from + PAGE), where);
    yield await completeIssues(github, found);
  }
}

const byNumber = z.object({ repository: z.record(z.string(), issue.nullable()).nullish() });

async function askForNumbers(
  github: GitHub,
  place: Place,
  numbers: readonly number[],
  where: string,
): Promise<Issue[]> {
  if (numbers.length === 0) return [];
  try {
    const { repository } = readShape(
      byNumber,
      await github.query(issuesByNumber(numbers), { ...place }),
      where,
    );
    if (!repository) throw noRepository(where);
    // An issue that was moved may be answered with what it is now, elsewhere.
    return Object.entries(repository).flatMap(([key, node]) =>
      node && key === `issue${node.number}` ? [node] : [],
    );
  } catch (error) {
    const missing = error instanceof GitHubFailure ? error.missing : [];
    const left = numbers.filter((number) => !missing.includes(`issue${number}`));
    if (left.length === numbers.length) throw error;
    return askForNumbers(github, place, left, where);
  }
}
