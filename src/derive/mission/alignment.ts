import type { Pillar } from '../../model/mission.ts';
import type { Kind } from '../../model/status.ts';
import type { Request } from '../requests.ts';
import { lastQuarters, quarterOf, shippedAt } from './quarters.ts';
import type { Serving } from './serving.ts';
import type { Carried } from './voice/carried.ts';

/** What one quarter asked for and shipped, for one pillar. */
export interface Quarter {
  /** `2026-Q4`. */
  quarter: string;
  /** Requests that came in it, and requests that shipped in it. */
  asked: number;
  shipped: number;
  /** The same as shares of all that came and of all that shipped in it, from 0 to 1; null where nothing did. */
  shareOfAsked: number | null;
  shareOfShipped: number | null;
  /** `shareOfShipped - shareOfAsked`: above 0, work runs ahead of what is asked for. */
  drift: number | null;
}

/** How one pillar is asked for and served; `pillar` and `name` are null in the row of what serves none. */
export interface Alignment {
  pillar: string | null;
  name: string | null;
  /** Canonical requests: what was merged counts once. */
  requests: number;
  /** How many of them serve it only by their words, which nobody has confirmed. */
  suggested: number;
  /** People behind them on GitHub, and people heard elsewhere. */
  people: number;
  heard: number;
  /** Requests that are planned or in progress, have shipped, were declined. */
  planned: number;
  shipped: number;
  declined: number;
  /** Its part of all people and heard, and of all that shipped, from 0 to 1; null where there are none at all. */
  shareOfDemand: number | null;
  shareOfShipped: number | null;
  /** The last four quarters, oldest first. */
  quarters: readonly Quarter[];
  /** How many requests use its words, whichever pillar they serve. */
  carried: Carried;
  /** Ids of the requests, most wanted first. */
  items: readonly string[];
}

interface Facts {
  pillars: readonly Pillar[];
  /** Canonical requests, most wanted first. */
  requests: readonly Request[];
  serving: ReadonlyMap<string, Serving>;
  /** By the pillar’s id. */
  carried: ReadonlyMap<string, Carried>;
  /** The day that quarters are counted back from. */
  today: string;
}

/** One row a pillar, in the mission’s order, and last what serves none; no rows where there are no pillars. */
export function deriveAlignment({ pillars, requests, serving, carried, today }: Facts): Alignment[] {
  if (pillars.length === 0) return [];
  const byPillar = Map.groupBy(requests, ({ item }) => serving.get(item.id)?.pillar.id);
  return [...pillars, undefined].map((pillar) => {
    const own = byPillar.get(pillar?.id) ?? [];
    return {
      pillar: pillar?.id ?? null,
      name: pillar?.name ?? null,
      requests: own.length,
      suggested: own.filter(({ item }) => serving.get(item.id)?.basis === 'words').length,
      people: sum(own, ({ demand }) => demand.people),
      heard: sum(own, ({ demand }) => demand.heard),
      planned: countOf(own, ['planned', 'in-progress']),
      shipped: countOf(own, ['shipped']),
      declined: countOf(own, ['declined']),
      shareOfDemand: share(sum(own, voices), sum(requests, voices)),
      shareOfShipped: share(countOf(own, ['shipped']), countOf(requests, ['shipped'])),
      quarters: lastQuarters(today).map((quarter) => quarterFor(quarter, own, requests)),
      carried: carried.get(pillar?.id ?? '') ?? { requests: 0, words: [] },
      items: own.map(({ item }) => item.id),
    };
  });
}

function quarterFor(quarter: string, own: readonly Request[], all: readonly Request[]): Quarter {
  const isAsked = ({ item }: Request): boolean => quarterOf(item.createdAt) === quarter;
  const isShipped = (request: Request): boolean => quarterOf(shippedAt(request) ?? '') === quarter;
  const [asked, shipped] = [own.filter(isAsked).length, own.filter(isShipped).length];
  const shareOfAsked = share(asked, all.filter(isAsked).length);
  const shareOfShipped = share(shipped, all.filter(isShipped).length);
  const drift =
    shareOfAsked === null || shareOfShipped === null ? null : rounded(shareOfShipped - shareOfAsked);
  return { quarter, asked, shipped, shareOfAsked, shareOfShipped, drift };
}

const voices = ({ demand }: Request): number => demand.people + demand.heard;
const countOf = (requests: readonly Request[], kinds: readonly Kind[]): number =>
  requests.filter(({ status }) => kinds.includes(status.kind)).length;
const sum = (requests: readonly Request[], of: (request: Request) => number): number =>
  requests.reduce((total, request) => total + of(request), 0);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(part / whole));
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
