import type { Notice } from '../../src/model/notice.ts';
import type { Changes, Notices } from './shelf.ts';

/** How long a claim is its run's alone, and how long an unknown outcome may yet turn up in GitHub's lists. */
const STALE = 15 * 60_000;

/** How long a run may write on the strength of its claim; then another may soon take it over. */
const GOOD_FOR = 10 * 60_000;

/** What the ledger says of a notice, before GitHub is asked anything. */
export type Standing =
  | 'free' // nobody's, or a dead run's
  | 'held' // another run is at it
  | 'doubtful' // just written, perhaps: to be looked for, not to be written
  | 'told'
  | 'outdated' // told, of another version
  | 'settled'; // never to be told

/** Says where a notice stands; `version` is what would be told today. */
export function standingOf(notice: Notice | undefined, version: string | undefined, now: Date): Standing {
  if (!notice || isStale(notice, now)) return 'free';
  if (notice.state === 'claimed') return 'held';
  if (notice.state === 'unknown') return 'doubtful';
  if (notice.state === 'skipped') return 'settled';
  const isOurs = notice.comment !== undefined && notice.reason === undefined;
  return isOurs && version !== undefined && notice.version !== version ? 'outdated' : 'told';
}

const isFinal = ({ state }: Notice): boolean => state === 'sent' || state === 'skipped';

/** Whether its run has died, or has had time enough to tell of it. A clock that is far ahead holds nothing. */
const isStale = (notice: Notice, now: Date): boolean => !isFinal(notice) && age(notice.at, now) >= STALE;
const age = (at: string, now: Date): number => Math.abs(now.getTime() - Date.parse(at));

/** Whether a run that claimed at a moment may still write. */
export const isGood = (claimedAt: string, now: Date): boolean => age(claimedAt, now) < GOOD_FOR;

/** Of the claims that a run wants to make, those that are free. */
export function claimFree(wanted: readonly Notice[], now: Notices, at: Date): Notice[] {
  return wanted.filter(({ key }) => {
    const notice = now.get(key);
    return !notice || isStale(notice, at);
  });
}

/**
 * What a run found out, against the ledger as it is by now. That there is a comment holds always; all else only over the
 * run's own claim, over a dead run's, or where there is nothing.
 */
export function mergeResults(results: Changes, now: Notices, run: string, at: Date): Changes {
  const holds = ([key, result]: [string, Notice | null]): boolean => {
    const notice = now.get(key);
    if (!notice) return result !== null;
    return result?.state === 'sent' || (!isFinal(notice) && (notice.run === run || isStale(notice, at)));
  };
  return new Map([...results].filter(holds));
}
