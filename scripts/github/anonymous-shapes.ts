import { z } from 'astro/zod';
import { issue, type GitHubRelease, type Issue, release } from './shapes.ts';

/** REST's shapes, turned into those that GraphQL answers with, so that everything behind them is the same. */
const text = z.string().nullish();

const label = z.union([
  z.string().transform((name) => ({ name })),
  z.object({ node_id: text, name: text }).transform(({ node_id, name }) => ({ id: node_id, name })),
]);

const restIssue = z
  .object({
    node_id: z.string(),
    number: z.int().positive(),
    html_url: z.string(),
    title: text,
    body: text,
    state: z.string(),
    state_reason: text,
    created_at: z.string(),
    updated_at: z.string(),
    closed_at: text,
    /** Null when the account is gone. */
    user: z.object({ login: z.string(), type: text }).nullish(),
    milestone: z.object({ title: text }).nullish(),
    labels: z.array(label).nullish(),
    reactions: z.object({ '+1': z.int().nonnegative().nullish() }).nullish(),
    comments: z.int().nonnegative().nullish(),
  })
  .transform((told) => ({
    id: told.node_id,
    number: told.number,
    url: told.html_url,
    title: told.title,
    body: told.body,
    state: told.state.toUpperCase(),
    stateReason: told.state_reason?.toUpperCase(),
    createdAt: told.created_at,
    updatedAt: told.updated_at,
    closedAt: told.closed_at,
    author: told.user && { __typename: told.user.type, login: told.user.login },
    milestone: told.milestone,
    labels: { nodes: told.labels?.filter(({ name }) => name) },
    up: { totalCount: told.reactions?.['+1'] ?? 0 },
    comments: { totalCount: told.comments ?? 0 },
  }));

const restRelease = z
  .object({
    tag_name: z.string(),
    name: text,
    html_url: z.string(),
    draft: z.boolean(),
    prerelease: z.boolean(),
    published_at: text,
    body: text,
  })
  .transform((told) => ({
    tagName: told.tag_name,
    name: told.name,
    url: told.html_url,
    isDraft: told.draft,
    isPrerelease: told.prerelease,
    publishedAt: told.published_at,
    description: told.body,
  }));

/** What could be read of a list, and how many of it could not. */
export interface Sifted<Value> {
  values: Value[];
  odd: number;
}

/** Issues of a list; pull requests, which REST lists among them, are left out. One that is in no known shape stops none of the others. */
export const siftIssues = (list: readonly unknown[]): Sifted<Issue> =>
  sift(
    restIssue,
    issue,
    list.filter((entry) => !isPullRequest(entry)),
  );

/** Published releases of a list. */
export function siftReleases(list: readonly unknown[]): Sifted<GitHubRelease> {
  const { values, odd } = sift(restRelease, release, list);
  return { values: values.filter(({ isDraft, publishedAt }) => !isDraft && publishedAt), odd };
}

const isPullRequest = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'pull_request' in entry && Boolean(entry.pull_request);

/** Reads REST's shape, then the one that it stands for. */
function sift<Ours extends z.ZodType>(
  theirs: z.ZodType,
  ours: Ours,
  list: readonly unknown[],
): Sifted<z.output<Ours>> {
  const read = list.map((entry) => ours.safeParse(theirs.safeParse(entry).data));
  const values = read.flatMap(({ data, success }) => (success ? [data] : []));
  return { values, odd: read.length - values.length };
}
