import type { FeedbackItem } from '../model/item.ts';
import { compareIds, type Parts } from '../model/ledger.ts';
import type { Settings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshots.ts';
import { ENDED, type Status } from '../model/status.ts';
import { clustersOf } from './clusters.ts';
import { type Counts, type Demand, demandOf } from './demand.ts';
import { STILL, type Trend, trendOf } from './trend.ts';

/** A feedback item with everything that follows from the others: what pages and the API show. */
export interface Request<Item extends FeedbackItem = FeedbackItem> {
  item: Item;
  status: Status;
  demand: Demand;
  trend: Trend;
  comments: number;
  /** What its issue is made of; undefined where that has no sub-issues. */
  parts: Parts | undefined;
  /** The canonical request's id, when this one was merged. */
  canonical: string | undefined;
  /** Items merged into this one, oldest first. */
  merged: readonly Item[];
  /** When its status last changed. */
  movedAt: string;
}

interface Facts<Item> extends Counts {
  settings: Pick<Settings, 'statuses'>;
  items: readonly Item[];
  /** The vote history, oldest first. */
  snapshots?: readonly Snapshot[];
  /** The day that trends are told for; without it there are none. */
  today?: string | undefined;
}

/** Derives all requests, most wanted first; hidden items are left out. */
export function deriveRequests<Item extends FeedbackItem>({
  settings,
  items,
  tallies,
  counted = new Map(),
  snapshots = [],
  today,
}: Facts<Item>): Request<Item>[] {
  const clusters = clustersOf(items);
  const histories = Map.groupBy(snapshots, ({ id }) => id);
  const trendIn = (cluster: readonly Item[]): Trend => {
    const members = cluster.map(({ id, createdAt }) => ({ createdAt, snapshots: histories.get(id) ?? [] }));
    return today === undefined ? STILL : trendOf(members, today);
  };
  const requests = [...clusters].flatMap(([into, cluster]) => {
    const canonical = cluster.find(({ id }) => id === into);
    return cluster.map((item): Request<Item> => {
      const isMerged = item.id !== into;
      const merged = isMerged ? [] : cluster.filter(({ id }) => id !== item.id);
      return {
        item,
        status: statusNamed(canonical?.status ?? item.status, settings.statuses),
        demand: demandOf(item, merged, isMerged ? { tallies } : { tallies, counted }),
        trend: trendIn([item, ...merged]),
        comments: tallies.get(item.id)?.comments ?? 0,
        parts: tallies.get(item.id)?.parts,
        canonical: isMerged ? into : undefined,
        merged: merged.sort((a, b) => compare(a.createdAt, b.createdAt) || compareIds(a.id, b.id)),
        movedAt: item.history.at(-1)?.at ?? item.createdAt,
      };
    });
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

/** On the way: neither merged, here or into an item of another repository, nor ended. */
export const isActive = ({ item, status, canonical }: Request): boolean =>
  !canonical && !item.duplicateOf?.includes('#') && !ENDED.includes(status.kind);

/** Stands for itself: not merged into another. */
export const isCanonical = ({ canonical }: Request): boolean => canonical === undefined;

/** The table's row for a status; a name that is in no table counts as the table's first. */
function statusNamed(id: string, statuses: readonly Status[]): Status {
  const row = statuses.find((status) => status.id === id) ?? statuses[0];
  if (!row) throw new Error('the status table is empty');
  return row;
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
