/** What GitHub counted for an item; kept out of its file, so that the file's history is the item's life. */
export interface Tally {
  /** 👍 reactions. */
  votes: number;
  comments: number;
}

const HEADER = '# item\tvotes\tcomments';

/** Writes the tallies, one line an item, sorted, so that a changed vote is one changed line. */
export function writeTallies(tallies: ReadonlyMap<string, Tally>): string {
  const lines = [...tallies]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([id, { votes, comments }]) => `${id}\t${votes}\t${comments}`);
  return [HEADER, ...lines, ''].join('\n');
}

/** Reads tallies; a line that is not one is left out, since sync counts again. */
export function readTallies(text: string): Map<string, Tally> {
  const rows = text.split(/\r?\n/).map((line) => /^([a-z0-9-]+)\t(\d+)\t(\d+)$/.exec(line));
  return new Map(
    rows.flatMap((row) =>
      row?.[1] ? [[row[1], { votes: Number(row[2]), comments: Number(row[3]) }] as const] : [],
    ),
  );
}

/** A total order of ids: numbers by value and first, then the others by letter. */
export function compareIds(a: string, b: string): number {
  const [isLeft, isRight] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isLeft !== isRight) return isLeft ? -1 : 1;
  const byNumber = isLeft ? Number(a) - Number(b) : 0;
  return byNumber || (a < b ? -1 : a > b ? 1 : 0);
}
