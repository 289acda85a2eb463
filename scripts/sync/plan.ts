import { z } from 'astro/zod';
import { explain, type Origin } from '../../src/model/explain.ts';
import { slug } from '../../src/model/fields.ts';
import {
  FIRST_YAML_LINE,
  FrontMatterError,
  readDocument,
  writeDocument,
} from '../../src/model/frontmatter.ts';
import { historyEntry, OWNED_KEYS } from '../../src/model/item.ts';
import type { Problem } from '../../src/model/problem.ts';
import { lineFinder } from '../../src/model/yaml.ts';
import { extendHistory } from '../content/history.ts';
import type { Adapted } from '../github/adapt.ts';
import { isSameRepo } from '../github/repositories.ts';

/** A file as it stands: its text, `null` when it is not UTF-8, undefined when it is not there. */
export type Standing = string | null | undefined;

/** What is to be done with one file. */
export type Change =
  | { kind: 'created' | 'updated'; text: string }
  | { kind: 'removed' | 'unchanged' | 'none' }
  | { kind: 'problem'; problem: Problem };

/** The file under which an item went until its issue was moved or its ids changed. */
export interface Ancestor {
  path: string;
  number: number;
  standing: Standing;
}

/**
 * Decides what becomes of an item's file. `firstStatus` is where every item begins; what people wrote in an ancestor goes
 * on, and its history. `isKnown`: the books say that the file is this very issue's, whatever its repository is called now. Never throws for what stands in the file.
 */
export function planItem(
  item: Adapted,
  standing: Standing,
  path: string,
  firstStatus: string,
  ancestor?: Ancestor,
  isKnown = false,
): Change {
  const old = ancestor && readStanding(ancestor.standing, ancestor.path);
  if (old && 'problem' in old) return { kind: 'problem', problem: old.problem };
  const heritage = old && isFileOf(old, ancestor.number) && ancestor.standing !== undefined ? old : undefined;
  if (standing === undefined && !heritage && item.verdict !== 'item') return { kind: 'none' };
  const read = readStanding(standing, path);
  if ('problem' in read) return { kind: 'problem', problem: read.problem };
  const { source, number } = read;
  const isStrangers = read.repo && item.fields.repo && !isSameRepo(read.repo, item.fields.repo) && !isKnown;
  if (standing !== undefined && (isStrangers || !isFileOf(read, item.fields.number)))
    return {
      kind: 'problem',
      problem: taken(path, `${source} ${isStrangers ? `${read.repo}#` : ''}${number ?? 'without a number'}`),
    };
  if (item.verdict === 'withheld') return standing === undefined ? { kind: 'none' } : { kind: 'removed' };
  const { status, createdAt } = item.fields;
  const owned = {
    ...item.fields,
    history: extendHistory(
      heritage?.history ?? read.history,
      { status, createdAt, since: item.since, isDated: item.isDated },
      firstStatus,
    ),
  };
  const { yaml, more } = inherit(read, heritage);
  const keys = [...OWNED_KEYS, ...Object.keys(more)];
  return compare(standing, writeDocument({ ...withoutEmpty(owned), ...more }, keys, item.body, yaml));
}

/** What people wrote in a file goes before what they wrote in its ancestor; an ancestor alone goes on byte for byte. */
function inherit(
  read: Standings,
  heritage: Standings | undefined,
): { yaml: string; more: typeof read.people } {
  if (!heritage) return { yaml: read.yaml, more: {} };
  if (Object.keys(read.people).length === 0) return { yaml: heritage.yaml, more: {} };
  const news = Object.entries(heritage.people).filter(([key]) => !(key in read.people));
  return { yaml: read.yaml, more: Object.fromEntries(news) };
}

/** What removing the file of an issue that is gone means: a file that is another's stays. */
export interface Removal {
  change: Change;
  /** Keys that people wrote in it. */
  wrote: string[];
}

/** Decides whether the file of an issue that is gone goes. */
export function planRemoval(
  standing: Standing,
  path: string,
  { repo, number }: { repo?: string; number: number | undefined },
): Removal {
  if (standing === undefined) return { change: { kind: 'none' }, wrote: [] };
  const read = readStanding(standing, path);
  if ('problem' in read) return { change: { kind: 'problem', problem: read.problem }, wrote: [] };
  const isItsFile = isFileOf(read, number) && (!repo || !read.repo || isSameRepo(read.repo, repo));
  return { change: { kind: isItsFile ? 'removed' : 'none' }, wrote: Object.keys(read.people) };
}

const isFileOf = ({ source, number }: Standings, of: number | undefined): boolean =>
  source === 'github' && number === of;

export function compare(standing: Standing, text: string): Change {
  if (standing === text) return { kind: 'unchanged' };
  return { kind: standing === undefined ? 'created' : 'updated', text };
}

/** What sync must know of a file that it did not write alone. */
const standingFields = z.object({
  source: slug.default('github'),
  number: z.int().optional(),
  repo: z.string().optional(),
  history: z.array(historyEntry).default([]),
});

interface Standings extends z.output<typeof standingFields> {
  /** All keys, whatever stands behind them. */
  data: Record<string, unknown>;
  yaml: string;
  body: string;
  /** Keys that sync does not own. */
  people: Record<string, unknown>;
}

type Read = Standings | { problem: Problem };

export function readStanding(standing: Standing, file: string): Read {
  if (standing === undefined)
    return { ...standingFields.parse({}), data: {}, yaml: '', body: '', people: {} };
  if (standing === null) return { problem: broken(file, 1, 'text in UTF-8', 'other bytes') };
  try {
    const { data, yaml, body } = readDocument(standing);
    const fields = standingFields.safeParse(data);
    const people = Object.entries(data).filter(([key]) => !OWNED_KEYS.includes(key));
    if (fields.success) return { ...fields.data, data, yaml, body, people: Object.fromEntries(people) };
    const lineOf = lineFinder(yaml);
    const origin: Origin = { file, lineOf: (path) => lineOf(path) + FIRST_YAML_LINE - 1 };
    const [first] = explain(standingFields, fields.error, data, origin);
    return { problem: first ?? broken(file, 1, 'known keys', 'others') };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return { problem: broken(file, error.line, 'Markdown with YAML front matter', error.message) };
  }
}

function broken(file: string, line: number, expected: string, got: string): Problem {
  const remedy = 'Sync left the file alone: mend it, then run sync --full.';
  return { file, line, field: '', level: 'error', expected, got, remedy };
}

function taken(file: string, got: string): Problem {
  const remedy = 'Sync left the file alone: rename it.';
  return {
    file,
    line: 1,
    field: 'number',
    level: 'error',
    expected: 'the issue that has this id',
    got,
    remedy,
  };
}

/** Keys without a value and empty lists are not written. */
export const withoutEmpty = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
