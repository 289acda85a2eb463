import type { FeedbackItem } from '../model/item.ts';
import { compareIds, type Tally } from '../model/ledger.ts';
import type { Settings } from '../model/settings.ts';
import { ENDED, type Status } from '../model/status.ts';
import { canonicalIds } from './clusters.ts';
import { type Demand, demandOf } from './demand.ts';

/** A feedback item with everything that follows from the others: what pages and the API show. */
export interface Request<Item extends FeedbackItem = FeedbackItem> {
  item: Item;
  status: Status;
  demand: Demand;
  comments: number;
  /** The canonical request's id, when this one was merged. */
  canonical: string | undefined;
  /** Items merged into this one, oldest first. */
  merged: readonly Item[];
  /** When its status last changed. */
  movedAt: string;
}

interface Facts<Item> {
  settings: Pick<Settings, 'statuses'>;
  items: readonly Item[];
  tallies: ReadonlyMap<string, Tally>;
}

/** Derives all requests, most wanted first; hidden items are left out. */
export function deriveRequests<Item extends FeedbackItem>({
  settings,
  items,
  tallies,
}: Facts<Item>): Request<Item>[] {
  const shown = items.filter(({ hidden }) => !hidden);
  const canonical = canonicalIds(shown);
  const clusters = Map.groupBy(shown, ({ id }) => canonical.get(id) ?? id);
  const byId = new Map(shown.map((item) => [item.id, item]));
  const requests = shown.map((item): Request<Item> => {
    const into = canonical.get(item.id);
    const isMerged = into !== undefined && into !== item.id;
    const merged = isMerged ? [] : (clusters.get(item.id) ?? []).filter(({ id }) => id !== item.id);
    return {
      item,
      status: statusNamed((isMerged ? byId.get(into) : item)?.status ?? item.status, settings.statuses),
      demand: demandOf(item, merged, tallies),
      comments: tallies.get(item.id)?.comments ?? 0,
      canonical: isMerged ? into : undefined,
      merged: merged.sort((a, b) => compare(a.createdAt, b.createdAt) || compareIds(a.id, b.id)),
      movedAt: item.history.at(-1)?.at ?? item.createdAt,
    };
  });
  return requests.sort(byDemand);
}

/** Most people first, then most heard elsewhere, then the oldest: a total order. */
export function byDemand(a: Request, b: Request): number {
  return (
    b.demand.people - a.demand.people ||
    b.demand.heard - a.demand.heard ||
    compare(a.item.createdAt, b.item.createdAt) ||
    compareIds(a.item.id, b.item.id)
  );
}

/** On the way: neither merged nor ended. */
export const isActive = ({ status, canonical }: Request): boolean =>
  !canonical && !ENDED.includes(status.kind);

/** Stands for itself: not merged into another. */
export const isCanonical = ({ canonical }: Request): boolean => canonical === undefined;

/** The table's row for a status; a name that is in no table counts as the table's first. */
function statusNamed(id: string, statuses: readonly Status[]): Status {
  const row = statuses.find((status) => status.id === id) ?? statuses[0];
  if (!row) throw new Error('the status table is empty');
  return row;
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
