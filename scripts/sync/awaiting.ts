import type { FeedbackItem } from '../../src/model/item.ts';
import type { Settings } from '../../src/model/settings.ts';
import { isNamed, type Release } from '../github/proof.ts';
import { isSameRepo } from '../github/repositories.ts';

/**
 * The numbers of issues that new releases may move, though nothing moved on the issues themselves: shipped and waiting for
 * a version, or closed without proof while a release now has their milestone for a name, or names them.
 */
export function awaitingRelease(
  items: readonly FeedbackItem[],
  repo: string,
  releases: readonly Release[],
  { statuses }: Settings,
): number[] {
  const shipped = new Set(statuses.filter(({ kind }) => kind === 'shipped').map(({ id }) => id));
  return items.flatMap(({ source, repo: from, number, status, shippedIn, closedAt, milestone }) => {
    if (source !== 'github' || number === undefined || !from || !isSameRepo(from, repo)) return [];
    const waits = shipped.has(status)
      ? shippedIn === undefined
      : closedAt !== undefined && releases.some((release) => isNamed(number, milestone, release));
    return waits ? [number] : [];
  });
}
