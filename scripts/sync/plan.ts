import { z } from 'astro/zod';
import { ENTRY_OWNED_KEYS } from '../../src/model/entry.ts';
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

/** A file as it stands: its text, `null` when it is not UTF-8, undefined when it is not there. */
export type Standing = string | null | undefined;

/** What is to be done with one file. */
export type Change =
  | { kind: 'created' | 'updated'; text: string }
  | { kind: 'removed' | 'unchanged' | 'none' }
  | { kind: 'problem'; problem: Problem };

/** Decides what becomes of an item's file. `firstStatus` is where every item begins. Never throws for what stands in the file. */
export function planItem(item: Adapted, standing: Standing, path: string, firstStatus: string): Change {
  if (standing === undefined && item.verdict !== 'item') return { kind: 'none' };
  const read = readStanding(standing, path);
  if ('problem' in read) return { kind: 'problem', problem: read.problem };
  const { yaml, source, number, history } = read;
  const isItsFile = standing === undefined || (source === 'github' && number === item.fields.number);
  if (!isItsFile)
    return { kind: 'problem', problem: taken(path, `${source} ${number ?? 'without a number'}`) };
  if (item.verdict === 'withheld') return { kind: 'removed' };
  const { status, createdAt } = item.fields;
  const owned = {
    ...item.fields,
    history: extendHistory(history, { status, createdAt, since: item.since }, firstStatus),
  };
  return compare(standing, writeDocument(withoutEmpty(owned), OWNED_KEYS, item.body, yaml));
}

/** Decides what becomes of a changelog entry's file: front matter of sync's, the release's text, people's keys as they were. */
export function planEntry(
  owned: Record<string, unknown>,
  body: string,
  standing: Standing,
  path: string,
): Change {
  const read = readStanding(standing, path);
  if ('problem' in read) return { kind: 'problem', problem: read.problem };
  return compare(standing, writeDocument(withoutEmpty(owned), ENTRY_OWNED_KEYS, body, read.yaml));
}

function compare(standing: Standing, text: string): Change {
  if (standing === text) return { kind: 'unchanged' };
  return { kind: standing === undefined ? 'created' : 'updated', text };
}

/** What sync must know of a file that it did not write alone. */
const standingFields = z.object({
  source: slug.default('github'),
  number: z.int().optional(),
  history: z.array(historyEntry).default([]),
});

type Read = (z.output<typeof standingFields> & { yaml: string }) | { problem: Problem };

function readStanding(standing: Standing, file: string): Read {
  if (standing === undefined) return { ...standingFields.parse({}), yaml: '' };
  if (standing === null) return { problem: broken(file, 1, 'text in UTF-8', 'other bytes') };
  try {
    const { data, yaml } = readDocument(standing);
    const fields = standingFields.safeParse(data);
    if (fields.success) return { ...fields.data, yaml };
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
const withoutEmpty = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
