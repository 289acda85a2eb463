import { labelSet } from '../model/labels.ts';
import type { FeedbackItem } from '../model/item.ts';
import type { Settings } from '../model/settings.ts';
import { isMilestone, type Rule } from '../model/status.ts';
import { type Request, isActive } from './requests.ts';

/** One distance of the roadmap, and what lies there, most wanted first. */
export interface Distance {
  id: string;
  name: string;
  requests: readonly Request[];
}

/**
 * The roadmap by distance: each request on the way lies in the first horizon of which a rule holds. What no rule places
 * lies nearest when it is in progress, and one further when it is planned; nothing else is on the road.
 */
export function deriveHorizons(requests: readonly Request[], horizons: Settings['horizons']): Distance[] {
  const placed = Map.groupBy(requests.filter(isActive), (request) => horizonOf(request, horizons));
  return horizons.map(({ id, name }) => ({ id, name, requests: placed.get(id) ?? [] }));
}

function horizonOf({ item, status }: Request, horizons: Settings['horizons']): string | undefined {
  const labels = labelSet(item.tags);
  const placed = horizons.find(({ when }) => when.some((rule) => holds(rule, item, labels)));
  if (placed) return placed.id;
  if (status.kind === 'in-progress') return horizons[0]?.id;
  return status.kind === 'planned' ? (horizons[1] ?? horizons[0])?.id : undefined;
}

/** Files do not say why an issue has its state: a rule that asks for the reason holds for none. */
function holds(
  { label, state, reason, milestone }: Rule,
  item: Pick<FeedbackItem, 'closedAt' | 'milestone'>,
  labels: ReturnType<typeof labelSet>,
): boolean {
  return (
    reason === undefined &&
    (label === undefined || labels.has(label)) &&
    (state === undefined || state === (item.closedAt === undefined ? 'open' : 'closed')) &&
    (milestone === undefined || isMilestone(milestone, item.milestone))
  );
}
