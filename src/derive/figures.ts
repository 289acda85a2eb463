import { type Request, isActive, isCanonical } from './requests.ts';

/** The figures of a roadmap: how much is asked for, how much has shipped. */
export interface Figures {
  /** Canonical requests. */
  requests: number;
  active: number;
  /** Voices: people over all requests, and people heard elsewhere. Somebody who wants two things counts twice. */
  people: number;
  heard: number;
  shipped: number;
  merged: number;
  byStatus: Record<string, number>;
}

/** Counts requests; merged ones count only in their canonical request. */
export function deriveFigures(requests: readonly Request[]): Figures {
  const canonical = requests.filter(isCanonical);
  const byStatus = Map.groupBy(canonical, ({ status }) => status.id);
  return {
    requests: canonical.length,
    active: canonical.filter(isActive).length,
    people: sum(canonical, ({ demand }) => demand.people),
    heard: sum(canonical, ({ demand }) => demand.heard),
    shipped: canonical.filter(({ status }) => status.kind === 'shipped').length,
    merged: requests.length - canonical.length,
    byStatus: Object.fromEntries([...byStatus].map(([id, those]) => [id, those.length])),
  };
}

const sum = (requests: readonly Request[], of: (request: Request) => number): number =>
  requests.reduce((total, request) => total + of(request), 0);
