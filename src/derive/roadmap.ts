import { type Request, compare, isCanonical } from './requests.ts';
import { compareIds } from '../model/ledger.ts';
import type { Status } from '../model/status.ts';

/** One lane of the roadmap: a status and its requests. */
export interface Lane {
  status: Status;
  requests: readonly Request[];
  /** How many there are in all; `requests` may be the first of them. */
  total: number;
}

/** Kinds that are on the road, in its order. */
const ON_THE_ROAD = ['planned', 'in-progress', 'shipped'] as const;
const RECENT = 25;

/** The roadmap by status: what is planned, what is being built, what came out last. */
export function deriveRoadmap(requests: readonly Request[], statuses: readonly Status[]): Lane[] {
  const lanes = ON_THE_ROAD.flatMap((kind) => statuses.filter((status) => status.kind === kind));
  const byStatus = Map.groupBy(requests.filter(isCanonical), ({ status }) => status.id);
  return lanes.map((status) => {
    const all = byStatus.get(status.id) ?? [];
    const sorted = status.kind === 'shipped' ? [...all].sort(newestFirst).slice(0, RECENT) : all;
    return { status, requests: sorted, total: all.length };
  });
}

const shippedAt = ({ item, movedAt }: Request): string => item.shippedAt ?? movedAt;
const newestFirst = (a: Request, b: Request): number =>
  compare(shippedAt(b), shippedAt(a)) || compareIds(a.item.id, b.item.id);
