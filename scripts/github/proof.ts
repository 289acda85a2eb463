import type { Proof } from '../../src/model/item.ts';
import { linkToCommit, linkToPull, linkToRelease } from './links.ts';
import { type Merged, mergedOf } from './merged.ts';
import type { Issue } from './shapes.ts';
import { cleanLine } from './text.ts';
import { type Lack, type Past, type Pull, trace, type Trail } from './trace.ts';

/** A published version, as far as it proves that something shipped. */
export interface Release {
  tag: string;
  name: string;
  url: string;
  publishedAt: string;
  isPrerelease: boolean;
  /** Commit of its tag, and when that was committed, where GitHub told it. */
  commit?: { oid: string; committedDate?: string | null | undefined } | undefined;
  /** Whether its text names the issue of that number. */
  names: (number: number) => boolean;
}

/** What proof is looked for in. */
export interface Grounds {
  repo: string;
  /** Oldest first. */
  releases: readonly Release[];
  past: Past;
  /** Whether pre-releases count, until a stable release has the same. */
  prereleases: boolean;
  /** What the item's file says already: asked again only where it no longer holds. */
  told?: ToldProof | undefined;
}

/** What an item's file says of how it shipped. */
export interface ToldProof {
  shippedIn: string | undefined;
  proof: readonly Proof[];
}

/** How it is known that an issue's wish is out: links in the order of time. */
export interface Evidenced {
  links: Proof[];
  /** When the first pull request was merged that was not taken back. */
  mergedAt: string | undefined;
  /** When the first of them came onto the default branch. */
  landedAt: string | undefined;
  /** The first release that has it. */
  release: Release | undefined;
  /** What was not known, so that the release goes by its date. */
  lacks: Lack[];
}

/** A merged pull request, and where it went. */
interface Traced extends Merged {
  trail: Trail | undefined;
}

/**
 * Looks for proof that an issue shipped: merged pull requests that close it and were not taken back, and the first release
 * that has one of them; by date, the first since the merge, where commits cannot tell. With no merged pull request, a release
 * proves it that has the issue's milestone for a name, or names the issue.
 */
export function proofOf(issue: Issue, grounds: Grounds): Evidenced {
  const merged = mergedOf(issue, grounds);
  const { origin } = new URL(issue.url);
  const known = knownRelease(merged, origin, grounds);
  const all = merged.map((one): Traced => ({
    ...one,
    trail: one.pull && !known ? traceInto(one.pull, grounds) : undefined,
  }));
  const left = all.filter(({ trail }) => !trail?.isReverted);
  const standing = left.some(({ isEnough }) => isEnough) ? left : [];
  const enough = standing.filter(({ isEnough }) => isEnough);
  const followed = enough.filter(({ pull }) => pull);
  const deciding = followed.length > 0 ? followed : enough;
  const release = known ?? (merged.length > 0 ? firstOf(deciding, grounds) : namedRelease(issue, grounds));
  const shipper = deciding.find((one) => isShipper(one, release, grounds.told));
  const links = standing.filter(isIn(release)).flatMap((one): Proof[] => {
    const pull = linkToPull(one.node, origin, grounds.repo);
    return one === shipper && one.pull ? [pull, linkToCommit(one.pull, origin)] : [pull];
  });
  return {
    links: [...links, ...(release ? [linkToRelease(release)] : [])],
    mergedAt: deciding[0]?.node.mergedAt,
    landedAt: deciding.find((one) => isOnDefault(one, grounds.past))?.node.mergedAt,
    release,
    lacks: all.flatMap(({ trail }) => trail?.lacks ?? []),
  };
}

/** What was merged after a release was published is not what shipped in it. */
const isIn =
  (release: Release | undefined) =>
  ({ node }: Merged): boolean =>
    release === undefined || node.mergedAt <= release.publishedAt;

/** A stable release comes first, and takes a pre-release's place. */
function traceInto(pull: Pull, { releases, past, prereleases }: Grounds): Trail {
  const stable = trace(
    pull,
    releases.filter(({ isPrerelease }) => !isPrerelease),
    past,
  );
  if (stable.release || !prereleases) return stable;
  const early = trace(
    pull,
    releases.filter(({ isPrerelease }) => isPrerelease),
    past,
  );
  return early.release ? early : stable;
}

/** The release that the item's file names, where it is still there, stable, and the pull requests are the same. */
function knownRelease(
  merged: readonly Merged[],
  origin: string,
  { told, releases, repo }: Grounds,
): Release | undefined {
  const pulls = told?.proof.filter(({ kind }) => kind === 'pull-request').map(({ url }) => url) ?? [];
  const release = releases.find(({ tag, isPrerelease }) => !isPrerelease && tag === told?.shippedIn);
  const there = merged.filter(isIn(release));
  const now = there.map((one) => linkToPull(one.node, origin, repo).url);
  return there.some(({ isEnough }) => isEnough) && now.join(' ') === pulls.join(' ') ? release : undefined;
}

function firstOf(deciding: readonly Traced[], grounds: Grounds): Release | undefined {
  const counted = inOrder(grounds);
  const byCommit = deciding.flatMap(({ trail }) => trail?.release ?? []);
  const mergedAt = deciding[0]?.node.mergedAt;
  return deciding.some(({ pull }) => pull)
    ? counted.find((release) => byCommit.includes(release))
    : counted.find(({ publishedAt }) => mergedAt !== undefined && publishedAt >= mergedAt);
}

function namedRelease(issue: Issue, grounds: Grounds): Release | undefined {
  return inOrder(grounds).find(
    (candidate) =>
      candidate.publishedAt >= issue.createdAt && isNamed(issue.number, issue.milestone?.title, candidate),
  );
}

/** Releases that count, best first: stable ones, then, where asked for, the others. */
function inOrder({ releases, prereleases }: Grounds): Release[] {
  const [early, stable] = [true, false].map((kind) =>
    releases.filter(({ isPrerelease }) => isPrerelease === kind),
  );
  return [...(stable ?? []), ...(prereleases ? (early ?? []) : [])];
}

/** Whether a pull request is the one that shipped, or, where nothing has yet, the one that waits: its commit was seen. */
function isShipper({ pull, trail }: Traced, release: Release | undefined, told?: ToldProof): boolean {
  if (!pull) return false;
  if (trail) return release ? trail.isSeen && trail.release === release : true;
  return told?.proof.some(({ kind, url }) => kind === 'commit' && url.endsWith(`/${pull.oid}`)) ?? false;
}

const isOnDefault = ({ node, trail }: Traced, { head }: Past): boolean =>
  !node.baseRefName ||
  head.name === undefined ||
  node.baseRefName === head.name ||
  trail?.isOnDefault === true;

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
