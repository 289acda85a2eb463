import type { Grounds } from './proof.ts';
import { isSameRepo } from './repositories.ts';
import type { Closer, Issue } from './shapes.ts';
import type { Pull } from './trace.ts';

/** A merged pull request that closes an issue. */
export interface Merged {
  node: Closer & { mergedAt: string };
  /** Undefined where its commit cannot be followed: it is another repository's, or GitHub does not tell it. */
  pull: Pull | undefined;
  /** Whether the issue stayed closed with it, as far as is known. */
  isEnough: boolean;
}

/** How long after a merge GitHub closes what it closes. */
const MOMENT = 60_000;

/**
 * The merged pull requests that close an issue, in the order of time. A merge into the default branch closes it: where a
 * later one closed it again, somebody had opened it meanwhile, for those before were not enough.
 */
export function mergedOf(issue: Issue, { repo, past: { head } }: Pick<Grounds, 'repo' | 'past'>): Merged[] {
  const nodes = issue.closers.nodes
    .flatMap((node) =>
      node.merged && node.mergedAt && isPublic(node, repo) ? [{ ...node, mergedAt: node.mergedAt }] : [],
    )
    .sort((a, b) => order(a.mergedAt, b.mergedAt) || a.number - b.number);
  const isCloser = ({ baseRefName, repository }: Closer): boolean =>
    head.name !== undefined && baseRefName === head.name && isSameRepo(repository.nameWithOwner, repo);
  const last = nodes.findLast((node) => isCloser(node) && isMomentAfter(issue.closedAt, node.mergedAt));
  return nodes.map((node) => ({
    node,
    pull: pullOf(node, repo),
    isEnough: !last || !isCloser(node) || node.mergedAt >= last.mergedAt,
  }));
}

function isMomentAfter(closedAt: Issue['closedAt'], mergedAt: string): boolean {
  const between = Date.parse(closedAt ?? '') - Date.parse(mergedAt);
  return between >= 0 && between <= MOMENT;
}

function pullOf(
  { number, mergedAt, mergeCommit, repository }: Merged['node'],
  repo: string,
): Pull | undefined {
  if (!mergeCommit || !isSameRepo(repository.nameWithOwner, repo)) return undefined;
  const { oid, committedDate } = mergeCommit;
  const where = repository.nameWithOwner;
  return { number, repo: where, mergedAt, oid, committedAt: Date.parse(committedDate ?? mergedAt) };
}

const isPublic = ({ repository }: Closer, repo: string): boolean =>
  !repository.isPrivate || isSameRepo(repository.nameWithOwner, repo);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
