import { type Commits, openCommits } from './commits.ts';
import { type Containment, containment } from './containment.ts';
import type { Release } from './proof.ts';

/** What is known of a repository's past. */
export interface Past {
  commits: Commits;
  /** The default branch, as far as GitHub names it. */
  head: { name: string | undefined; oid: string | undefined };
}

/** Nothing is known: what shipped goes by dates. */
export const NO_PAST: Past = { commits: openCommits(), head: { name: undefined, oid: undefined } };

/** A merged pull request of the repository itself, whose commit is known. */
export interface Pull {
  number: number;
  /** `owner/name`. */
  repo: string;
  mergedAt: string;
  /** The commit that its merge made. */
  oid: string;
  /** When that was committed, in milliseconds; a rebased or queued one may be older than its merge. */
  committedAt: number;
}

/** What would have to be known for a sure answer: all that `tip` reaches back to `since`; without a tip, the release's. */
export interface Lack {
  tip: string | undefined;
  since: number;
}

/** Where a pull request's change went. */
export interface Trail {
  /** The first release that counts and has it; where history is not known, the first of which it is not known to lack it. */
  release: Release | undefined;
  /** Whether its commit was seen in that release. */
  isSeen: boolean;
  /** Taken back, and not landed again, before any release had it. */
  isReverted: boolean;
  /** Whether its commit was seen on the default branch. */
  isOnDefault: boolean;
  lacks: Lack | undefined;
}

/** Clocks differ, and commits are older than what is made of them: a day is read more than is needed. */
const MARGIN = 24 * 3600_000;

/** Follows a change into the first release that has it, and, where none has, onto the default branch. `releases` are oldest first. */
export function trace(pull: Pull, releases: readonly Release[], { commits, head }: Past): Trail {
  const since = Math.min(Date.parse(pull.mergedAt), pull.committedAt) - MARGIN;
  const look = (tip: string | undefined): { found: Containment; isWhole: boolean } => {
    if (tip === undefined) return { found: 'out', isWhole: false };
    const reach = commits.reach(tip, since);
    return { found: containment(reach.commits, pull), isWhole: reach.isWhole };
  };
  const unsettled = { isSeen: false, isReverted: false, isOnDefault: false };
  let wasReverted = false;
  for (const release of releases) {
    if (release.publishedAt < pull.mergedAt) continue;
    // What was committed before has nothing of it; readings need not go back to where it is.
    if (Date.parse(release.commit?.committedDate ?? '') < since) continue;
    const { found, isWhole } = look(release.commit?.oid);
    if (found === 'in') return { ...unsettled, release, isSeen: true, lacks: undefined };
    if (!isWhole) return { ...unsettled, release, lacks: { tip: release.commit?.oid, since } };
    wasReverted = found === 'reverted';
  }
  const { found, isWhole } = look(head.oid);
  return {
    release: undefined,
    isSeen: false,
    isReverted: found === 'reverted' || (found === 'out' && wasReverted),
    isOnDefault: found === 'in',
    lacks: isWhole || found === 'in' || head.oid === undefined ? undefined : { tip: head.oid, since },
  };
}
