import type { Milestone } from '../model/milestones.ts';
import { later, type Quarter, quarterOf, quartersBetween, readQuarter } from './quarters.ts';
import { type Request, isCanonical } from './requests.ts';

/** What one quarter of the roadmap holds, most wanted first. */
export interface Season {
  quarter: Quarter;
  /** Where it lies, seen from the quarter that the content is of. */
  place: 'past' | 'now' | 'ahead';
  requests: readonly Request[];
}

/** The roadmap by quarter. */
export interface Timeline {
  /** The oldest first; without gaps from two quarters ago on, before that where something is overdue. */
  seasons: readonly Season[];
  /** On the road, but without a date. */
  undated: readonly Request[];
}

/** Quarters behind the present one that are still shown: what shipped lately. */
const PAST = 2;
/** Quarters ahead that have a place even when they hold nothing. */
const AHEAD = 2;
/** What is farther than this has no date that means anything. */
const FARTHEST = 12;

/** Finds the milestone of an item: by its title, in the item's own repository. */
export type Milestones = (request: Request) => Milestone | undefined;

export function milestonesOf(all: readonly Milestone[]): Milestones {
  const named = new Map(all.map((one) => [nameOf(one.repo, one.title), one]));
  return ({ item: { repo, milestone } }) =>
    repo && milestone ? named.get(nameOf(repo, milestone)) : undefined;
}

const nameOf = (repo: string, title: string): string => `${repo.toLowerCase()}\n${title.toLowerCase()}`;

/**
 * Places what is planned, in progress or lately shipped into quarters: by the day that it shipped, else by its `eta` where
 * that names a quarter, else by its milestone's date.
 */
export function deriveTimeline(
  requests: readonly Request[],
  milestoneOf: Milestones,
  today: string,
): Timeline {
  const now = quarterOf(today);
  const onRoad = requests.filter((request) => isCanonical(request) && isOnRoad(request));
  const near = [later(now, -PAST), later(now, AHEAD)] as const;
  const farthest = later(now, FARTHEST);
  const placed = Map.groupBy(onRoad, (request) => {
    const quarter = quarterFor(request, milestoneOf(request));
    return quarter && quarter <= farthest ? quarter : undefined;
  });
  const holds = (quarter: Quarter): boolean =>
    (placed.get(quarter) ?? []).some(({ status }) => status.kind !== 'shipped');
  const held = [...placed.keys()].filter((quarter) => quarter !== undefined && holds(quarter));
  const known = [...held, ...near].filter((quarter) => quarter !== undefined).sort();
  return {
    seasons: quartersBetween(known[0] ?? now, known.at(-1) ?? now)
      .filter((quarter) => quarter >= near[0] || holds(quarter))
      .map((quarter) => ({
        quarter,
        place: quarter < now ? 'past' : quarter > now ? 'ahead' : 'now',
        requests: placed.get(quarter) ?? [],
      })),
    undated: placed.get(undefined) ?? [],
  };
}

const isOnRoad = ({ status }: Request): boolean =>
  status.kind === 'planned' || status.kind === 'in-progress' || status.kind === 'shipped';

function quarterFor(
  { item, status, movedAt }: Request,
  milestone: Milestone | undefined,
): Quarter | undefined {
  if (status.kind === 'shipped') return quarterOf(item.shippedAt ?? item.closedAt ?? movedAt);
  return readQuarter(item.eta ?? '') ?? (milestone?.due ? quarterOf(milestone.due) : undefined);
}
