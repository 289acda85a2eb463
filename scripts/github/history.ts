import { z } from 'astro/zod';
import type { LocalLog } from '../git/log.ts';
import type { GitHub } from './client.ts';
import { openCommits, type Reading } from './commits.ts';
import { readShape } from './door.ts';
import { GitHubFailure } from './failures.ts';
import type { Place } from './issues.ts';
import { HISTORY } from './queries.ts';
import { history } from './shapes.ts';
import type { Past } from './trace.ts';

/** A past of which more can be read. */
export interface History extends Past {
  /** Reads more of what `tip` reaches back to `since`, in milliseconds; false when no more can be known. */
  read: (tip: string, since: number) => Promise<boolean>;
}

/** Reads a repository on this machine, if there is one: all commits since a moment. */
export type ReadLocal = (since: Date) => Promise<LocalLog | undefined>;

/**
 * Pages of a hundred commits that one run may ask of a repository. What lies farther back goes by date, so that a first
 * sync of a long history costs no more than 40 points.
 */
export const MOST_PAGES = 40;

const PAGE = 100;
const SMALLEST_PAGE = 12;

/** How far one reading of GitHub has come. */
interface Walk extends Reading {
  after: string | undefined;
}

const answer = z.object({
  repository: z.object({ object: z.object({ history: history.nullish() }).nullish() }).nullish(),
});

/**
 * Opens a repository's past. The repository on this machine is asked first: it is exact and costs nothing, but one that is
 * cut off proves only what it has. Then GitHub, the default branch before others, since most tags lie on it.
 */
export function openHistory(github: GitHub, place: Place, head: Past['head'], readLocal: ReadLocal): History {
  const commits = openCommits();
  const walks = new Map<string, Walk>();
  let localSince = Infinity;
  let pages = 0;
  let isSilent = false;

  async function readNear(since: number): Promise<boolean> {
    if (since >= localSince) return false;
    localSince = since;
    const log = await readLocal(new Date(since));
    if (!log) localSince = -Infinity;
    const reading = { floor: log?.isShallow ? Infinity : since };
    for (const one of log?.commits ?? [])
      commits.add({ ...one, parents: log?.isShallow ? [...one.parents, 'hidden'] : one.parents }, reading);
    return log !== undefined && log.commits.length > 0;
  }

  /** A page more of one walk; false when there is none. */
  async function readFar(tip: string): Promise<boolean> {
    const walk = walks.get(tip) ?? { floor: Infinity, after: undefined };
    walks.set(tip, walk);
    if (isSilent || pages >= MOST_PAGES || walk.floor === -Infinity) return false;
    pages += 1;
    const raw = await askSmaller(github, { ...place, oid: tip, after: walk.after }, PAGE);
    const page = raw
      ? readShape(answer, raw, `${place.owner}/${place.name} history`).repository?.object?.history
      : undefined;
    const last = page?.nodes.at(-1);
    const { hasNextPage = false, endCursor } = page?.pageInfo ?? {};
    if (!last || (hasNextPage && (!endCursor || endCursor === walk.after))) {
      // An older GitHub or a simulator that does not know its commits will not know the next ones either.
      isSilent = true;
      return false;
    }
    for (const { committedDate, ...one } of page?.nodes ?? [])
      commits.add({ ...one, date: new Date(committedDate) }, walk);
    walk.after = endCursor ?? undefined;
    walk.floor = hasNextPage ? Date.parse(last.committedDate) : -Infinity;
    return true;
  }

  return {
    commits,
    head,
    async read(tip, since) {
      if (await readNear(since)) return true;
      const isBehind = (oid: string): boolean => (walks.get(oid)?.floor ?? Infinity) > since;
      if (head.oid !== undefined && isBehind(head.oid)) return readFar(head.oid);
      return isBehind(tip) && readFar(tip);
    },
  };
}

/** Undefined where GitHub finds even a small page too much, does not know the question, or does not let this token ask it. */
async function askSmaller(
  github: GitHub,
  variables: Record<string, unknown>,
  size: number,
): Promise<unknown> {
  try {
    return await github.query(HISTORY, { ...variables, first: size });
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    const { httpStatus, status, unknown } = error;
    if (unknown.length > 0 || (status === 2 && httpStatus === undefined)) return undefined;
    if (httpStatus !== 502 && httpStatus !== 504) throw error;
    return size <= SMALLEST_PAGE ? undefined : askSmaller(github, variables, Math.floor(size / 2));
  }
}
