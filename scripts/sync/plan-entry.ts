import { createHash } from 'node:crypto';
import { ENTRY_OWNED_KEYS } from '../../src/model/entry.ts';
import { writeDocument } from '../../src/model/frontmatter.ts';
import { type Change, compare, readStanding, type Standing, withoutEmpty } from './plan.ts';

/** What is to be done with the file of one changelog entry, and what people ought to know of it. */
export interface EntryPlan {
  path: string;
  version: string;
  change: Change;
  note?: string;
}

/** What sync knows of an entry: its own keys, and the text. */
export interface Telling {
  owned: { title: string; version: string; repo: string; url: string | undefined } & Record<string, unknown>;
  body: string;
}

/**
 * Decides what becomes of an entry's file. Title and text follow upstream until people write others: from then on theirs stay,
 * the other facts go on following, and a note says so when upstream has news.
 */
export function planEntry({ owned, body }: Telling, standing: Standing, path: string): EntryPlan {
  const { version } = owned;
  const read = readStanding(standing, path);
  if ('problem' in read) return { path, version, change: { kind: 'problem', problem: read.problem } };
  const upstream = digestOf(owned.title, body);
  const isTheirs = isEdited(read);
  const facts = withoutEmpty({ ...owned, upstream });
  if (!isTheirs) {
    const text = writeDocument(facts, ENTRY_OWNED_KEYS, body, read.yaml);
    return { path, version, change: compare(standing, text) };
  }
  const { title, ...others } = facts;
  const text =
    read.data['title'] === undefined
      ? writeDocument({ title, ...others }, ENTRY_OWNED_KEYS, read.body, read.yaml)
      : writeDocument(others, BUT_TITLE, read.body, read.yaml);
  const isSame = standing?.trimEnd() === text.trimEnd();
  const change: Change = isSame ? { kind: 'unchanged' } : compare(standing, text);
  if (read.data['upstream'] === upstream) return { path, version, change };
  const note = `${path}: title and text stay as people wrote them; ${owned.url ?? owned.repo} has others now.`;
  return { path, version, change, note };
}

/** Whether people wrote another title or text than sync had last; a file that does not say what that was is sync's. */
export function isEdited({ data, body }: { data: Readonly<Record<string, unknown>>; body: string }): boolean {
  const { title, upstream } = data;
  return upstream !== undefined && upstream !== digestOf(typeof title === 'string' ? title : '', body);
}

const BUT_TITLE = ENTRY_OWNED_KEYS.filter((key) => key !== 'title');

const digestOf = (title: string, body: string): string =>
  createHash('sha256').update(`${title}\n${body.trim()}`).digest('hex').slice(0, 16);
