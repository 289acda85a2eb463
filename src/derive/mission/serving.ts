import type { Mission, Pillar } from '../../model/mission.ts';
import { type PillarLabels, pillarOf } from '../pillars.ts';
import { seek, suggestPillar, termReader } from './suggest.ts';
import type { Said } from './texts.ts';

/** Which pillar a request serves, and who says so: its file, a label, or only the words in it, which is a suggestion. */
export interface Serving {
  pillar: Pillar;
  basis: 'key' | 'label' | 'words';
}

/** The pillar of each canonical request that serves one, by the request’s id; at most one each. */
export function servingOf(
  texts: readonly Said[],
  mission: Mission,
  labels: PillarLabels,
): Map<string, Serving> {
  const read = termReader();
  const sought = seek(mission.pillars, read);
  return new Map(
    texts.flatMap((said) => {
      const serving = servedBy(said, mission, labels, () => suggestPillar(said, sought, read));
      return serving ? [[said.request.item.id, serving] as const] : [];
    }),
  );
}

/** A key that names no pillar is somebody’s word too: nothing is suggested against it. */
function servedBy(
  { request: { item } }: Said,
  mission: Mission,
  labels: PillarLabels,
  suggest: () => Pillar | undefined,
): Serving | undefined {
  const told = pillarOf(item, mission, labels);
  if (told) return { pillar: told, basis: item.pillar === undefined ? 'label' : 'key' };
  const suggested = item.pillar === undefined ? suggest() : undefined;
  return suggested && { pillar: suggested, basis: 'words' };
}
