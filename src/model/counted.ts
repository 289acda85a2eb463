import { compareIds } from './ledger.ts';

/** People behind an item, counted one by one: numbers only, never who they are. `people` is `here + merged - twice`. */
export interface Counted {
  /** Different people over the item and all that was merged into it. */
  people: number;
  /** Different people on the item itself. */
  here: number;
  /** People on the merged requests, each request's own added up. */
  merged: number;
  /** How often somebody who is counted already was met again. */
  twice: number;
  /** How many requests were merged into it. */
  requests: number;
  /** Names the facts that were counted: others want another count. */
  facts: string;
}

const HEADER = '# item\tpeople\there\tmerged\ttwice\trequests\tfacts';

/** Writes the counts, one line a canonical item, sorted. */
export function writeCounted(counted: ReadonlyMap<string, Counted>): string {
  const lines = [...counted]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([id, { people, here, merged, twice, requests, facts }]) =>
      [id, people, here, merged, twice, requests, facts].join('\t'),
    );
  return [HEADER, ...lines, ''].join('\n');
}

const LINE = /^([a-z0-9-]+)\t(\d+)\t(\d+)\t(\d+)\t(\d+)\t(\d+)\t([\w-]+)$/;

/** Reads counts; a line that is not one, or does not add up, is left out, since sync counts again. */
export function readCounted(text: string): Map<string, Counted> {
  return new Map(
    text.split(/\r?\n/).flatMap((line): [string, Counted][] => {
      const [, id, people, here, merged, twice, requests, facts] = LINE.exec(line) ?? [];
      if (id === undefined || facts === undefined) return [];
      const counted = {
        people: Number(people),
        here: Number(here),
        merged: Number(merged),
        twice: Number(twice),
        requests: Number(requests),
        facts,
      };
      return counted.people === counted.here + counted.merged - counted.twice ? [[id, counted]] : [];
    }),
  );
}
