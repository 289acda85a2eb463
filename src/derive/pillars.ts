import type { FeedbackItem } from '../model/item.ts';
import type { Mission, Pillar } from '../model/mission.ts';
import { type Request, isCanonical } from './requests.ts';

/** Label of each pillar, by its id: the settings' `pillars`. */
export type PillarLabels = Readonly<Record<string, string>>;

/** The pillar that an item serves, when the mission has it: what its file says, else what its labels say. */
export function pillarOf(
  { pillar, tags }: Pick<FeedbackItem, 'pillar' | 'tags'>,
  mission: Mission | undefined,
  labels: PillarLabels,
): Pillar | undefined {
  const carried = new Set(tags.map((tag) => tag.toLowerCase()));
  const isServed = ({ id }: Pillar): boolean =>
    pillar === undefined ? carried.has(labels[id]?.toLowerCase() ?? '') : id === pillar;
  return mission?.pillars.find(isServed);
}

/** How a pillar is served; `pillar` is absent in the row of what serves none. */
export interface Service {
  pillar: Pillar | undefined;
  requests: number;
  shipped: number;
}

/** Counts canonical requests by pillar, in the mission's order, and last what serves none. */
export function servicesOf(mission: Mission, requests: readonly Request[], labels: PillarLabels): Service[] {
  const byPillar = Map.groupBy(
    requests.filter(isCanonical),
    ({ item }) => pillarOf(item, mission, labels)?.id,
  );
  return [...mission.pillars, undefined].map((pillar) => {
    const served = byPillar.get(pillar?.id) ?? [];
    return {
      pillar,
      requests: served.length,
      shipped: served.filter(({ status }) => status.kind === 'shipped').length,
    };
  });
}
