import { PLACES } from '../../src/content/files.ts';
import { historyEntry } from '../../src/model/item.ts';
import { readDocument } from '../../src/model/frontmatter.ts';
import { z } from 'astro/zod';
import type { Broken } from './invariants.ts';
import { type Written, withoutPeople } from './people.ts';

type Files = ReadonlyMap<string, string>;

/** A dated history is the one thing in an item that a fresh sync cannot know: GitHub tells only where an issue stands now. */
const HISTORY = /^history:\n(?: +.*\n)+/m;

/**
 * What differs between a folder that was kept in step and one that a fresh sync wrote, byte for byte. Left out, because only
 * who was there can know them: what people wrote, earlier statuses, and when something was last found (`sync.json`).
 */
export function differences(ours: Files, fresh: Files, written: Written): Broken[] {
  const paths = [...new Set([...ours.keys(), ...fresh.keys()])].filter(isCompared).sort();
  return paths.flatMap((path): Broken[] => {
    const [mine, theirs] = [bookOr(ours.get(path)), bookOr(fresh.get(path))];
    if (mine === undefined && theirs === undefined) return [];
    const blocks = written.get(path) ?? [];
    if (mine === undefined) return [{ kind: 'lost', what: `${path} is not here` }];
    // A first sync of a repository without issues has no names to keep; those of an earlier day change nothing.
    if (theirs === undefined && path === PLACES.labels) return [];
    if (theirs === undefined) return [{ kind: 'unlike', what: `${path} is here and should not be` }];
    const lost = blocks.filter((block) => !mine.includes(block));
    if (lost.length > 0) return [{ kind: 'people', what: `${path} has lost ${JSON.stringify(lost[0])}` }];
    const [left, right] = [withoutPeople(mine, blocks), theirs].map((text) => comparable(path, text));
    if (left !== right)
      return [{ kind: 'unlike', what: `${path}\n${firstDifference(left ?? '', right ?? '')}` }];
    return path.startsWith('feedback/') ? whyNoHistory(path, mine) : [];
  });
}

/** A book without a line says as much as none. */
const bookOr = (text: string | undefined): string | undefined =>
  /^#.*\n$/.test(text ?? '') ? undefined : text;

/** Books that say how things stand; `sync.json` and the dated snapshots say how they came to. */
const BOOKS: readonly string[] = [
  PLACES.tallies,
  PLACES.counted,
  PLACES.issues,
  PLACES.labels,
  PLACES.milestones,
];

const isCompared = (path: string): boolean => /^(?:feedback|changelog)\//.test(path) || BOOKS.includes(path);

function comparable(path: string, text: string): string {
  if (path === PLACES.milestones) return text.replaceAll(FIRST_DUE, '$1');
  if (path === PLACES.counted) return text.replaceAll(COUNTS, '$1$2');
  if (!path.startsWith('feedback/')) return text;
  const end = text.indexOf('\n---\n', 4) + 1;
  return text.slice(0, end).replace(HISTORY, '') + text.slice(end);
}

/**
 * People behind a cluster are counted again when its totals move: one vote taken back and another given between two syncs
 * leave the totals as they were, and the count waits for the next change. So which and how many were counted is compared,
 * not who was met twice.
 */
const COUNTS = /^([a-z0-9-]+)(?:\t\d+){4}(\t\d+\t[\w-]+)$/gm;

/** When a milestone was first due is for who was there to know. */
const FIRST_DUE = /^([^#\t\n]+\t\d+\t[\d-]+)\t[\d-]+/gm;

const told = z.object({ status: z.string(), createdAt: z.string(), history: z.array(historyEntry) });

/** A history begins when the item does, goes forward, and ends where the item stands. */
function whyNoHistory(path: string, text: string): Broken[] {
  const { data } = readDocument(text);
  const { status, createdAt, history } = told.parse(data);
  const isForward = history.every(({ at }, rank) => at >= (history[rank - 1]?.at ?? createdAt));
  const isTrue = isForward && history.at(-1)?.status === status;
  return isTrue
    ? []
    : [{ kind: 'unlike', what: `${path}: history ${JSON.stringify(history)}, status ${status}` }];
}

function firstDifference(mine: string, theirs: string): string {
  const [left, right] = [mine.split('\n'), theirs.split('\n')];
  const line = left.findIndex((text, rank) => text !== right[rank]);
  const rank = line < 0 ? left.length : line;
  return `    kept:  ${rank + 1}: ${left[rank] ?? ''}\n    fresh: ${rank + 1}: ${right[rank] ?? ''}`;
}
