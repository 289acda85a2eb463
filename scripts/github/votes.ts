import { z } from 'astro/zod';
import type { Tally } from '../../src/model/ledger.ts';
import type { GitHub } from './client.ts';
import { readShape } from './door.ts';
import { noRepository, unusable } from './failures.ts';
import type { Place } from './issues.ts';
import { partsOf, subIssues } from './parts.ts';

/** 100 issues with one small connection each: GitHub prices a page at one point. Comment counts would make it two. */
const PAGE = 100;
/** More open issues than this are not all read where the `top` will do. */
const MANY = 1_000;

/** Sub-issues are no connection, so they cost nothing; one that is closed does not move the issue that it is part of. */
const COUNT = `
        number
        up: reactions(content: THUMBS_UP, first: 1) { totalCount }
        subIssuesSummary { total completed }
      `;
const PRICE = 'rateLimit { cost nodeCount remaining used resetAt }';
const LISTING = `
  repository(owner: $owner, name: $name) {
    issues(first: ${PAGE}, after: $after, states: $states, orderBy: { field: CREATED_AT, direction: DESC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ${COUNT} }
    }
  }`;

/** A page of 👍 and sub-issues, newest issue first. Comments are not counted: they move `updatedAt`, so that sync sees them. */
export const VOTES = `
query Votes($owner: String!, $name: String!, $after: String, $states: [IssueState!]) {${LISTING}
  ${PRICE}
}`;

/** The same, and beside it the hundred open issues with most 👍. */
export const VOTES_AND_TOP = `
query VotesAndTop($owner: String!, $name: String!, $after: String, $states: [IssueState!], $search: String!) {${LISTING}
  top: search(query: $search, type: ISSUE, first: ${PAGE}) { nodes { ... on Issue { ${COUNT} } } }
  ${PRICE}
}`;

const counted = z.object({
  number: z.int().positive(),
  up: z.object({ totalCount: z.int().nonnegative() }),
  subIssuesSummary: subIssues,
});
const answer = z.object({
  repository: z
    .object({
      issues: z.object({
        totalCount: z.int().nonnegative(),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
        nodes: z.array(counted.nullable()),
      }),
    })
    .nullish(),
  top: z.object({ nodes: z.array(counted.nullable()) }).nullish(),
});

/** What was counted by issue number, and how many pages were read for it. `parts` is not there where GitHub does not say. */
export interface Votes {
  counts: ReadonlyMap<number, Pick<Tally, 'votes' | 'parts'>>;
  pages: number;
}

/**
 * Counts the 👍 and the sub-issues of `all` issues of a repository, of the `open` ones, or of the `top`: the open ones too, but where there are
 * more than a thousand only the newest hundred and the hundred with most 👍, in one request.
 * @throws GitHubFailure when the listing does not hold together; then no count is known.
 */
export async function countVotes(
  github: GitHub,
  { owner, name }: Place,
  reach: 'all' | 'open' | 'top',
): Promise<Votes> {
  const where = `${owner}/${name} votes`;
  const counts = new Map<number, Pick<Tally, 'votes' | 'parts'>>();
  const listed = new Set<number>();
  const states = reach === 'all' ? undefined : ['OPEN'];
  const search = `repo:${owner}/${name} is:issue is:open sort:reactions-+1-desc`;
  let after: string | undefined;
  let promised = Infinity;
  for (let pages = 1; ; pages += 1) {
    const isTop = reach === 'top' && after === undefined;
    const variables = { owner, name, after, states, ...(isTop && { search }) };
    const raw = await github.query(isTop ? VOTES_AND_TOP : VOTES, variables);
    const { repository, top } = readShape(answer, raw, where);
    if (!repository) throw noRepository(where);
    const { totalCount, pageInfo, nodes } = repository.issues;
    promised = Math.min(promised, totalCount);
    for (const node of [...(top?.nodes ?? []), ...nodes]) if (node) counts.set(node.number, countOf(node));
    for (const node of nodes) if (node) listed.add(node.number);
    if (isTop && totalCount > MANY) return { counts, pages };
    if (!pageInfo.hasNextPage) {
      if (listed.size >= promised) return { counts, pages };
      throw unusable(where, `${promised} issues, as GitHub counts`, String(listed.size));
    }
    if (!pageInfo.endCursor || pageInfo.endCursor === after) {
      throw unusable(where, 'the place of the next page', 'none, or the same again');
    }
    if (nodes.length === 0) throw unusable(where, 'a page of issues', 'an empty page that is not the last');
    after = pageInfo.endCursor;
  }
}

const countOf = ({ up, subIssuesSummary }: z.output<typeof counted>): Pick<Tally, 'votes' | 'parts'> => ({
  votes: up.totalCount,
  ...(subIssuesSummary && { parts: partsOf(subIssuesSummary) }),
});
