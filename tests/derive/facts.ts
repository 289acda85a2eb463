import { type Request, deriveRequests } from '../../src/derive/requests.ts';
import type { Counted } from '../../src/model/counted.ts';
import { type Entry, entryFields } from '../../src/model/entry.ts';
import { type FeedbackItem, itemFields } from '../../src/model/item.ts';
import type { Tally } from '../../src/model/ledger.ts';
import { type Mission, missionFields } from '../../src/model/mission.ts';
import { type Settings, settings as schema } from '../../src/model/settings.ts';
import type { Snapshot } from '../../src/model/snapshots.ts';

export const SETTINGS: Settings = schema.parse({});

/** An item with only what a test is about. */
export function item(id: string, fields: Partial<FeedbackItem> = {}): FeedbackItem {
  const plain = itemFields.parse({ title: `Wish ${id}`, status: 'open', createdAt: '2026-01-01T00:00:00Z' });
  return { ...plain, body: '', ...fields, id };
}

export function entry(id: string, fields: Partial<Entry> = {}): Entry {
  return { ...entryFields.parse({ title: id, version: id }), body: '', ...fields, id };
}

export const mission = (fields: object): Mission => missionFields.parse(fields);

interface Given {
  votes?: Readonly<Record<string, number>>;
  settings?: Pick<Settings, 'statuses'>;
  counted?: ReadonlyMap<string, Counted>;
  /** The vote history, and the day to tell trends for. */
  snapshots?: readonly Snapshot[];
  today?: string;
}

/** Requests of items, with votes by id and no comments. */
export function requestsOf(
  items: readonly FeedbackItem[],
  { votes = {}, settings = SETTINGS, ...rest }: Given = {},
): Request[] {
  const tallies = new Map<string, Tally>(
    Object.entries(votes).map(([id, count]) => [id, { votes: count, comments: 0 }]),
  );
  return deriveRequests({ settings, items, tallies, ...rest });
}

export const idsOf = (requests: readonly Request[]): string[] => requests.map(({ item: { id } }) => id);
