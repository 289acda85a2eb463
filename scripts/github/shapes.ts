import { z } from 'astro/zod';
import { subIssues } from './parts.ts';

/**
 * GitHub's own shapes, as far as sync reads them. Fields that an older GitHub Enterprise or a simulator answers with
 * null, or not at all, count as empty; without the others an answer is none.
 */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const count = z
  .object({ totalCount: z.int().nonnegative() })
  .nullish()
  .transform((value) => value?.totalCount ?? 0);

const repository = z.object({
  nameWithOwner: z.string(),
  /** A repository that does not say counts as private: nothing of it is told. */
  isPrivate: z
    .boolean()
    .nullish()
    .transform((value) => value ?? true),
});

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

const NO_PAGE: z.output<typeof pageInfo> = { hasNextPage: false, endCursor: null };

export interface Connection<Node> {
  pageInfo: z.output<typeof pageInfo>;
  nodes: NonNullable<Node>[];
  /** How many there are on all pages, where that was asked for. */
  totalCount?: number | undefined;
}

export const connectionOf = <Node extends z.ZodType>(node: Node): z.ZodType<Connection<z.output<Node>>> =>
  z
    .object({
      pageInfo: pageInfo.nullish(),
      nodes: z.array(node.nullable()).nullish(),
      totalCount: z.int().nullish(),
    })
    .nullish()
    .transform((value) => ({
      pageInfo: value?.pageInfo ?? NO_PAGE,
      nodes: (value?.nodes ?? []).flatMap((entry) => entry ?? []),
      totalCount: value?.totalCount ?? undefined,
    }));

export const label = z.object({ id: z.string().nullish(), name: z.string() });
export type Label = z.output<typeof label>;

/** A milestone; what is not a date counts as none. */
export const milestone = z.object({
  number: z.int().positive(),
  title: text,
  dueOn: z.iso.datetime().nullish().catch(null),
});
export type GitHubMilestone = z.output<typeof milestone>;

const target = z.object({ number: z.int().positive(), repository });

/** A mark as duplicate, set or taken back; pull requests, which can be canonical too, come without a number. */
const duplicateEvent = z.object({
  __typename: z.string(),
  canonical: target.nullish().catch(null),
});

/** The marks of an issue, oldest first; undefined when they were not asked for. */
export const duplicateEvents = z
  .object({ nodes: z.array(duplicateEvent.nullable()).nullish() })
  .nullish()
  .transform((value) => value?.nodes?.filter((node) => node !== null));
export type DuplicateEvent = z.output<typeof duplicateEvent>;

/** A commit's name. */
const commitName = z.string().regex(/^[0-9a-f]{40,64}$/);

/** A pull request that GitHub says closes an issue. */
export const closer = z.object({
  number: z.int().positive(),
  merged: z.boolean(),
  mergedAt: z.iso.datetime().nullish(),
  baseRefName: z.string().nullish(),
  /** The commit that the merge made. */
  mergeCommit: z.object({ oid: commitName, committedDate: z.iso.datetime().nullish() }).nullish(),
  repository,
});
export type Closer = z.output<typeof closer>;

export const issue = z.object({
  id: z.string(),
  number: z.int().positive(),
  url: z.url({ protocol: /^https?$/ }),
  title: text,
  body: text,
  state: z.enum(['OPEN', 'CLOSED']),
  stateReason: z.string().nullish(),
  duplicateOf: target.nullish(),
  events: duplicateEvents,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullish(),
  /** Null when the account is gone. */
  author: z.object({ __typename: z.string().nullish(), login: z.string() }).nullish(),
  milestone: z.object({ title: text }).nullish(),
  subIssuesSummary: subIssues,
  labels: connectionOf(label),
  up: count,
  comments: count,
  closers: connectionOf(closer),
});
export type Issue = z.output<typeof issue>;

/** A page of a listing that promises how long it is. */
export interface Page<Node> extends Connection<Node> {
  totalCount: number;
}

export const pageOf = <Node extends z.ZodType>(node: Node): z.ZodType<Page<z.output<Node>>> =>
  z
    .object({
      totalCount: z.int().nonnegative(),
      pageInfo,
      nodes: z.array(node.nullable()).nullish(),
    })
    .transform(({ nodes, ...page }) => ({ ...page, nodes: (nodes ?? []).flatMap((entry) => entry ?? []) }));

export const issuePage = pageOf(issue);

export const release = z.object({
  tagName: z.string(),
  name: text,
  url: z.url({ protocol: /^https?$/ }),
  isDraft: z.boolean(),
  isPrerelease: z.boolean(),
  publishedAt: z.iso.datetime().nullish(),
  description: text,
  /** Null when the tag is not there, or leads to no commit. */
  tagCommit: z.object({ oid: commitName, committedDate: z.iso.datetime().nullish() }).nullish(),
});
export type GitHubRelease = z.output<typeof release>;

/** A file of a repository; undefined where there is none, or none that is text. */
export const blob = z
  .object({ text: z.string().nullish(), isTruncated: z.boolean().nullish() })
  .nullish()
  .transform((value) =>
    typeof value?.text === 'string' ? { text: value.text, isWhole: value.isTruncated !== true } : undefined,
  );
export type Blob = NonNullable<z.output<typeof blob>>;

/** Where the default branch stands; null in a repository without commits. */
export const branchHead = z.object({
  name: z.string(),
  target: z.object({ oid: commitName.nullish() }).nullish(),
});

/** A commit in a history. */
export const commit = z.object({
  oid: commitName,
  message: text,
  committedDate: z.iso.datetime(),
  parents: z
    .object({ nodes: z.array(z.object({ oid: commitName }).nullable()).nullish() })
    .nullish()
    .transform((value) => (value?.nodes ?? []).flatMap((node) => node?.oid ?? [])),
});

export const history = connectionOf(commit);
