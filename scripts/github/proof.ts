import type { Proof } from '../../src/model/item.ts';
import { isSameRepo } from './repositories.ts';
import type { Closer, Issue } from './shapes.ts';
import { cleanLine } from './text.ts';

/** A published version, as far as it proves that something shipped. */
export interface Release {
  tag: string;
  name: string;
  url: string;
  publishedAt: string;
  isPrerelease: boolean;
  /** Whether its text names the issue of that number. */
  names: (number: number) => boolean;
}

/** How it is known that an issue's wish is out: links in the order of time. */
export interface Evidenced {
  links: Proof[];
  /** When the first pull request was merged. */
  mergedAt: string | undefined;
  /** The first stable release that has it. */
  release: Release | undefined;
}

/**
 * Looks for proof that an issue shipped: merged pull requests that close it, and the first stable release since the first
 * of them was merged. With no pull request, a release proves it that has the issue's milestone for a name, or names the issue.
 * `releases` are oldest first.
 */
export function proofOf(issue: Issue, repo: string, releases: readonly Release[]): Evidenced {
  const merged = issue.closers.nodes
    .flatMap((node) =>
      node.merged && node.mergedAt && isPublic(node, repo) ? [{ ...node, mergedAt: node.mergedAt }] : [],
    )
    .sort((a, b) => order(a.mergedAt, b.mergedAt) || a.number - b.number);
  const mergedAt = merged[0]?.mergedAt;
  const release = releases.find(
    (candidate) =>
      !candidate.isPrerelease &&
      (mergedAt
        ? candidate.publishedAt >= mergedAt
        : candidate.publishedAt >= issue.createdAt &&
          isNamed(issue.number, issue.milestone?.title, candidate)),
  );
  const { origin } = new URL(issue.url);
  const pulls = merged.map((node): Proof => {
    const where = node.repository.nameWithOwner;
    const name = isSameRepo(where, repo) ? `#${node.number}` : `${where}#${node.number}`;
    return { kind: 'pull-request', url: `${origin}/${where}/pull/${node.number}`, name, at: node.mergedAt };
  });
  return { links: [...pulls, ...(release ? [linkTo(release)] : [])], mergedAt, release };
}

const isPublic = ({ repository }: Closer, repo: string): boolean =>
  !repository.isPrivate || isSameRepo(repository.nameWithOwner, repo);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const linkTo = ({ url, tag, publishedAt }: Release): Proof => ({
  kind: 'release',
  url,
  name: tag,
  at: publishedAt,
});

/** Whether a release has an issue's milestone for a name (a leading `v` is no difference), or its text names the issue. */
export function isNamed(
  number: number,
  milestone: string | undefined,
  { tag, name, names }: Release,
): boolean {
  const title = versionOf(cleanLine(milestone ?? ''));
  return (title !== '' && (title === versionOf(tag) || title === versionOf(name))) || names(number);
}

const versionOf = (name: string): string => name.toLowerCase().replace(/^v(?=\d)/, '');
