import { parseEntry, parseItem } from '../../src/model/parse.ts';
import { syncState } from '../../src/model/sync-state.ts';
import type { Ended } from './run.ts';

type Files = ReadonlyMap<string, string>;

/** What must hold after every run, however it ended; returns what does not, by its kind. */
export interface Broken {
  kind: 'torn' | 'lost' | 'left over' | 'people' | 'broken' | 'unlike';
  what: string;
}

export const idOfPath = (path: string): string | undefined => /^feedback\/(.+)\.md$/.exec(path)?.[1];

/** Files that are not whole. */
export function tornFiles(files: Files): Broken[] {
  return [...files].flatMap(([path, text]): Broken[] => {
    const why = isTemporary(path) ? undefined : whyTorn(path, text);
    return why ? [{ kind: 'torn', what: `${path}: ${why}` }] : [];
  });
}

export const isTemporary = (path: string): boolean => path.endsWith('.tmp');

function whyTorn(path: string, text: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  if (path.startsWith('feedback/')) return problemOf(parseItem(name, text, path).problems);
  if (path.startsWith('changelog/')) return problemOf(parseEntry(name, text, path).problems);
  if (path.endsWith('.tsv')) return whyNoTable(text);
  if (path === 'ledger/sync.json') return isState(text) ? undefined : 'is no state';
  return undefined;
}

const problemOf = (
  problems: readonly { level: string; expected: string; got: string }[],
): string | undefined =>
  problems
    .filter(({ level }) => level === 'error')
    .map(({ expected, got }) => `expected ${expected}; got ${got}`)[0];

/** Columns that a row has both or neither of. */
const OPTIONAL = '\tparts\tdone';

/** A table is a heading and rows of as many fields, each with its line end. */
function whyNoTable(text: string): string | undefined {
  const [heading = '', ...rows] = text.split('\n');
  if (!heading.startsWith('#') || rows.pop() !== '') return 'does not begin or end as a table does';
  const widths = [heading, heading.replace(OPTIONAL, '')].map((columns) => columns.split('\t').length);
  const isOdd = rows.some((row) => !widths.includes(row.split('\t').length));
  return isOdd ? 'has a row of another width' : undefined;
}

function isState(text: string): boolean {
  try {
    return syncState.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** Items that were there before the run and must be: GitHub still has their issues and nobody hides them. */
export function lostItems(before: Files, after: Files, wanted: ReadonlySet<string>): Broken[] {
  return [...before.keys()].flatMap((path): Broken[] => {
    const id = idOfPath(path);
    const isLost = id !== undefined && wanted.has(id) && !after.has(path);
    return isLost ? [{ kind: 'lost', what: `${path} is gone, its issue is not` }] : [];
  });
}

/**
 * Temporary files that a run left which ended by itself. Those of this very process may stay after a run in another one:
 * a kill is played within the harness, which goes on running, and sync spares the files of what still runs.
 */
export function leftovers(files: Files, { end, elsewhere }: Pick<Ended, 'end' | 'elsewhere'>): Broken[] {
  if (end === 'killed') return [];
  const ours = `.milepost-${process.pid}-`;
  return [...files.keys()]
    .filter((path) => isTemporary(path) && !(elsewhere && path.includes(ours)))
    .map((path) => ({ kind: 'left over', what: path }));
}
