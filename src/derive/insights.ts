import { later, type Quarter, quarterOf, quartersBetween } from './quarters.ts';
import { type Request, compare, isActive, isCanonical } from './requests.ts';

/** What became of requests in one quarter. */
export interface QuarterFigures {
  quarter: Quarter;
  asked: number;
  shipped: number;
  declined: number;
  /** Median days from request to ship, of what shipped in it; undefined when nothing did. */
  days: number | undefined;
}

/** How a roadmap does, in figures that follow from its files. Days are whole ones, rounded. */
export interface Insights {
  /** Twelve quarters at most, without gaps, up to the one of `today`, or to the last in which anything happened where that is longer ago. */
  quarters: readonly QuarterFigures[];
  /** Median days from request to ship, of everything that shipped. */
  daysToShip: number | undefined;
  /** Canonical requests that somebody answered: in words, or by moving them. */
  answered: number;
  requests: number;
  /** Median days until the first answer that has a date: the first move. */
  daysToAnswer: number | undefined;
  /** Declined ones, those with a reason first, then the latest. */
  declined: readonly Request[];
  /** How many of them have a reason. */
  reasoned: number;
  /** Active ones that nobody answered, the oldest first. */
  unanswered: readonly Request[];
}

const QUARTERS = 12;
const DAY = 86_400_000;

/** Derives the figures from requests; `today` is the day that the content is of. */
export function deriveInsights(requests: readonly Request[], today: string): Insights {
  const all = requests.filter(isCanonical);
  const shipped = all.filter(({ status }) => status.kind === 'shipped');
  const declined = all.filter(({ status }) => status.kind === 'declined');
  return {
    quarters: quartersOf(all, shipped, declined, today),
    daysToShip: median(shipped.map(daysToShip)),
    answered: all.filter(isAnswered).length,
    requests: all.length,
    daysToAnswer: median(all.map(daysToMove)),
    declined: declined.toSorted(
      (a, b) => Number(hasReason(b)) - Number(hasReason(a)) || compare(b.movedAt, a.movedAt) || byAge(a, b),
    ),
    reasoned: declined.filter(hasReason).length,
    unanswered: all.filter((request) => isActive(request) && !isAnswered(request)).sort(byAge),
  };
}

function quartersOf(
  all: readonly Request[],
  shipped: readonly Request[],
  declined: readonly Request[],
  today: string,
): QuarterFigures[] {
  const now = quarterOf(today);
  const asked = Map.groupBy(all, ({ item }) => quarterOf(item.createdAt));
  const out = Map.groupBy(shipped, (request) => quarterOf(shippedAt(request)));
  const refused = Map.groupBy(declined, ({ movedAt }) => quarterOf(movedAt));
  const known = [...asked.keys(), ...out.keys(), ...refused.keys()].sort();
  const [first, latest] = [known[0], known.at(-1)];
  if (first === undefined || latest === undefined) return [];
  const last = latest < later(now, 1 - QUARTERS) ? latest : now;
  const oldest = later(last, 1 - QUARTERS);
  return quartersBetween(first > oldest ? first : oldest, last).map((quarter) => ({
    quarter,
    asked: asked.get(quarter)?.length ?? 0,
    shipped: out.get(quarter)?.length ?? 0,
    declined: refused.get(quarter)?.length ?? 0,
    days: median((out.get(quarter) ?? []).map(daysToShip)),
  }));
}

const shippedAt = ({ item, movedAt }: Request): string => item.shippedAt ?? item.closedAt ?? movedAt;
const daysToShip = (request: Request): number => daysBetween(request.item.createdAt, shippedAt(request));

/** Days until the first status after the one that it came with. */
const daysToMove = ({ item }: Request): number | undefined =>
  item.history[1] && daysBetween(item.createdAt, item.history[1].at);

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY));

/** Answered in words, or by a status other than the one that every request begins with. */
const isAnswered = ({ item, status }: Request): boolean =>
  item.response !== undefined || status.kind !== 'open' || item.history.length > 1;

const hasReason = ({ item }: Request): boolean => item.response !== undefined;
const byAge = (a: Request, b: Request): number =>
  compare(a.item.createdAt, b.item.createdAt) || compare(a.item.id, b.item.id);

/** The middle of those that are known, rounded; undefined of none. */
export function median(values: readonly (number | undefined)[]): number | undefined {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2);
}
