import { readMessage, type Said } from './message.ts';

/** A commit, as GitHub or git tells it. */
export interface Told {
  oid: string;
  parents: readonly string[];
  message: string;
  /** When it was committed. */
  date: Date;
}

/** A commit, with what its message says of others. */
export interface Commit extends Said {
  oid: string;
  parents: readonly string[];
  /** When it was committed, in milliseconds. */
  at: number;
}

/** One reading of history, newest first: all that is reachable from where it began has been read back to `floor`. */
export interface Reading {
  /** In milliseconds; `-Infinity` once the beginning is read, `Infinity` where parents may be hidden. */
  floor: number;
}

/** What a tip reaches since a moment. */
export interface Reach {
  commits: ReadonlyMap<string, Commit>;
  /** Whether that is all of it; else what is missing may not be concluded from. */
  isWhole: boolean;
}

/** The part of a repository's history that is known, from however many readings. */
export interface Commits {
  has: (oid: string) => boolean;
  add: (told: Told, reading: Reading) => void;
  /** What can be reached from `tip` through commits that are not older than `since`, in milliseconds. */
  reach: (tip: string, since: number) => Reach;
}

interface Known {
  commit: Commit;
  readings: Reading[];
}

/** Begins with nothing known. */
export function openCommits(): Commits {
  const all = new Map<string, Known>();
  /** Only what is older than a reading's floor is missing for a reason that does no harm. */
  const isOldest = ({ readings }: Known, since: number): boolean =>
    readings.some(({ floor }) => floor <= since);
  return {
    has: (oid) => all.has(oid),
    add({ oid, parents, message, date }, reading) {
      const readings = [...(all.get(oid)?.readings ?? []), reading];
      all.set(oid, { commit: { oid, parents, at: date.getTime(), ...readMessage(message) }, readings });
    },
    reach(tip, since) {
      const commits = new Map<string, Commit>();
      const next = [tip];
      let isWhole = all.has(tip);
      for (let oid = next.pop(); oid !== undefined; oid = next.pop()) {
        const known = all.get(oid);
        if (!known || known.commit.at < since || commits.has(oid)) continue;
        commits.set(oid, known.commit);
        const { parents } = known.commit;
        if (!isOldest(known, since) && !parents.every((parent) => all.has(parent))) isWhole = false;
        next.push(...parents);
      }
      return { commits, isWhole };
    },
  };
}
