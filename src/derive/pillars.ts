import type { FeedbackItem } from '../model/item.ts';
import type { Mission, Pillar } from '../model/mission.ts';
import { type Request, isCanonical } from './requests.ts';

/** The pillar that an item serves, when the mission has it. */
export function pillarOf(
  { pillar }: Pick<FeedbackItem, 'pillar'>,
  mission: Mission | undefined,
): Pillar | undefined {
  return mission?.pillars.find(({ id }) => id === pillar);
}

/** How a pillar is served; `pillar` is absent in the row of what serves none. */
export interface Service {
  pillar: Pillar | undefined;
  requests: number;
  shipped: number;
}

/** Counts canonical requests by pillar, in the mission's order, and last what serves none. */
export function servicesOf(mission: Mission, requests: readonly Request[]): Service[] {
  const byPillar = Map.groupBy(requests.filter(isCanonical), ({ item }) => pillarOf(item, mission)?.id);
  return [...mission.pillars, undefined].map((pillar) => {
    const served = byPillar.get(pillar?.id) ?? [];
    return {
      pillar,
      requests: served.length,
      shipped: served.filter(({ status }) => status.kind === 'shipped').length,
    };
  });
}
