import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'astro/zod';
import {
  type CommentData,
  commitOf,
  type GitHubData,
  gitHub,
  type IssueData,
  type PullRequestData,
  type ReleaseData,
  repository,
} from './data.ts';

const FILE = fileURLToPath(new URL('../../../shared/data/titanium.jsonl.gz', import.meta.url));

/** Why the real data is not there; undefined when it is. */
export const titaniumIsAbsent = (): string | undefined =>
  existsSync(FILE) ? undefined : `${FILE} is absent: the 6,589 real feature requests cannot be tried`;

const line = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['OPEN', 'CLOSED']),
  stateReason: z.enum(['COMPLETED', 'NOT_PLANNED', 'DUPLICATE', 'REOPENED']).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  closedAt: z.string().nullable(),
  author: z.string().nullable(),
  labels: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  fixVersions: z.array(z.string()).default([]),
  pullRequests: z.array(z.string()).default([]),
  milestone: z.string().nullish(),
  comments: z.int(),
  duplicateOf: z.int().nullish(),
  featureRequest: z.boolean(),
});
type Line = z.output<typeof line>;

/**
 * The Titanium SDK's issues as a repository on GitHub, feature requests only unless `all`. Pull requests that a completed
 * issue names count as merged when it was closed; a version was released when the last issue that it fixed was closed.
 */
export function titanium(all = false): GitHubData {
  const lines = gunzipSync(readFileSync(FILE)).toString('utf8').trimEnd().split('\n');
  const wanted = lines
    .map((text) => line.parse(JSON.parse(text)))
    .filter(({ featureRequest }) => all || featureRequest);
  const pulls = new Map<string, Map<number, PullRequestData>>();
  const issues = wanted.map((one) => issueOf(one, pulls));
  const home = repository(HOME, {
    issues,
    releases: releasesOf(wanted),
    pullRequests: [...(pulls.get(HOME)?.values() ?? [])],
  });
  const others = [...pulls].filter(([repo]) => repo !== HOME);
  return gitHub(
    home,
    ...others.map(([repo, found]) => repository(repo, { pullRequests: [...found.values()] })),
  );
}

const HOME = 'tidev/titanium';
const COMMENT: CommentData = {
  id: 1,
  author: 'somebody',
  body: 'A comment that the archive only counted.',
  createdAt: '2012-01-01T00:00:00Z',
};

function issueOf(one: Line, pulls: Map<string, Map<number, PullRequestData>>): IssueData {
  const { number, title, body, state, stateReason, createdAt, updatedAt, closedAt, author } = one;
  const closers = stateReason === 'COMPLETED' ? one.pullRequests.flatMap(pullAt) : [];
  for (const { repo, number } of closers) {
    const known = pulls.get(repo) ?? new Map<number, PullRequestData>();
    pulls.set(repo, known);
    known.set(number, {
      number,
      mergedAt: closedAt,
      baseRefName: 'master',
      mergeCommit: commitOf(`${repo} ${number}`),
    });
  }
  return {
    number,
    title,
    body,
    state,
    stateReason,
    createdAt,
    updatedAt,
    closedAt,
    author,
    labels: [...new Set([...one.labels, ...one.components])],
    milestone: one.milestone ?? null,
    duplicateOf: one.duplicateOf ? { repo: HOME, number: one.duplicateOf } : null,
    closedBy: closers,
    thumbsUp: [],
    comments: Array<CommentData>(one.comments).fill(COMMENT),
    locked: false,
    gone: null,
  };
}

function pullAt(address: string): { repo: string; number: number }[] {
  const [, owner, name, number] = /github\.com\/([\w.-]+)\/([\w.-]+)\/pull\/(\d+)/.exec(address) ?? [];
  return owner && name && number ? [{ repo: `${owner}/${name}`, number: Number(number) }] : [];
}

function releasesOf(lines: readonly Line[]): ReleaseData[] {
  const closed = new Map<string, string>();
  for (const { fixVersions, closedAt } of lines) {
    if (closedAt)
      for (const version of fixVersions) closed.set(version, latest(closedAt, closed.get(version)));
  }
  return [...closed].map(([tagName, at]) => ({
    tagName,
    name: tagName,
    description: `Everything that was finished for ${tagName}.`,
    isDraft: false,
    isPrerelease: /alpha|beta|preview|rc/i.test(tagName),
    createdAt: at,
    publishedAt: at,
  }));
}

const latest = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);
