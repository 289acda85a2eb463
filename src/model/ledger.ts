/** What GitHub counted for an item; kept out of its file, so that the file's history is the item's life. */
export interface Tally {
  /** 👍 reactions. */
  votes: number;
  comments: number;
  /** Absent when the issue has no sub-issues. */
  parts?: Parts | undefined;
}

/** What an issue is made of: its sub-issues, and how many of them are closed. */
export interface Parts {
  total: number;
  done: number;
}

const HEADER = '# item\tvotes\tcomments';
const PARTS = '\tparts\tdone';

/**
 * Writes the tallies, one line an item, sorted, so that a changed vote is one changed line. Two more columns stand only where
 * an item has parts.
 */
export function writeTallies(tallies: ReadonlyMap<string, Tally>): string {
  const lines = [...tallies]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([id, { votes, comments, parts }]) =>
      [id, votes, comments, ...(parts ? [parts.total, parts.done] : [])].join('\t'),
    );
  const hasParts = [...tallies.values()].some(({ parts }) => parts);
  return [hasParts ? HEADER + PARTS : HEADER, ...lines, ''].join('\n');
}

/** Reads tallies; a line that is not one is left out, since sync counts again. */
export function readTallies(text: string): Map<string, Tally> {
  return new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const [, id, votes, comments, total, done] = LINE.exec(line) ?? [];
      if (id === undefined) return [];
      const parts = total === undefined ? {} : { parts: { total: Number(total), done: Number(done) } };
      return [[id, { votes: Number(votes), comments: Number(comments), ...parts }] as const];
    }),
  );
}

const LINE = /^([a-z0-9-]+)\t(\d+)\t(\d+)(?:\t(\d+)\t(\d+))?$/;

/** A total order of ids: numbers by value and first, then the others by letter. */
export function compareIds(a: string, b: string): number {
  const [isLeft, isRight] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isLeft !== isRight) return isLeft ? -1 : 1;
  const byNumber = isLeft ? Number(a) - Number(b) : 0;
  return byNumber || (a < b ? -1 : a > b ? 1 : 0);
}
