import type { FeedbackItem } from '../../src/model/item.ts';
import type { Settings } from '../../src/model/settings.ts';
import { isNamed, type Release } from '../github/proof.ts';
import { isSameRepo } from '../github/repositories.ts';

/** What is known of releases: all of them, and those that are news. */
export interface KnownReleases {
  all: readonly Release[];
  fresh: readonly Release[];
}

/** Of the items that were closed without proof, how many of the latest are asked for again with a new release. */
const CLOSED = 50;

/**
 * The numbers of issues that releases may move, though nothing moved on the issues themselves: shipped and waiting for a
 * version, or in one that is gone or was a pre-release; and closed without proof, where a release now has their milestone
 * for a name, or names them, or where what was taken back may be in again.
 */
export function awaitingRelease(
  items: readonly FeedbackItem[],
  repo: string,
  { all, fresh }: KnownReleases,
  { statuses }: Settings,
): number[] {
  const idsOf = (kind: string): Set<string> =>
    new Set(statuses.filter((status) => status.kind === kind).map(({ id }) => id));
  const [shipped, closed] = [idsOf('shipped'), idsOf('closed')];
  const stable = new Set(all.filter(({ isPrerelease }) => !isPrerelease).map(({ tag }) => tag));
  const early = new Set(all.filter(({ isPrerelease }) => isPrerelease).map(({ tag }) => tag));
  const waits = ({ shippedIn }: FeedbackItem): boolean =>
    shippedIn === undefined
      ? fresh.length > 0
      : early.has(shippedIn)
        ? fresh.length > 0
        : !stable.has(shippedIn);
  const ours = items.filter(
    ({ source, repo: from }) => source === 'github' && from && isSameRepo(from, repo),
  );
  const latest = ours
    .filter(({ status, closedAt }) => fresh.length > 0 && closedAt && closed.has(status))
    .sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))
    .slice(0, CLOSED);
  const again = new Set(latest.map(({ id }) => id));
  return ours.flatMap((item) => {
    const { id, number, status, closedAt, milestone } = item;
    if (number === undefined) return [];
    const isDue = shipped.has(status)
      ? waits(item)
      : again.has(id) ||
        (closedAt !== undefined && fresh.some((release) => isNamed(number, milestone, release)));
    return isDue ? [number] : [];
  });
}
