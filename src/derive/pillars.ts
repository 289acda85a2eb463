import type { FeedbackItem } from '../model/item.ts';
import type { Mission, Pillar } from '../model/mission.ts';

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
