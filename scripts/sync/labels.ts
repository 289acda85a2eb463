import type { Settings } from '../../src/model/settings.ts';
import type { Label } from '../github/shapes.ts';
import { labelSet } from '../../src/model/labels.ts';
import { meaningfulLabels, tagFilter } from '../github/take.ts';
import { cleanLine } from '../github/text.ts';

/** Names by node id, as the books keep them. */
export const namesOf = (labels: readonly Label[]): Map<string, string> =>
  new Map(
    labels.flatMap(({ id, name }) => {
      const line = cleanLine(name).replaceAll('\t', ' ');
      return id && line !== '' ? [[id, line] as const] : [];
    }),
  );

/** Which items have to be read again because labels have other names or are gone, which moves no issue on GitHub. */
export type Reach = 'all' | { tags: ReadonlySet<string> };

/** Compares labels with those known; of labels that are not all told, absence says nothing. */
export function reachOf(
  known: ReadonlyMap<string, string>,
  told: ReadonlyMap<string, string>,
  isWhole: boolean,
  settings: Settings,
): Reach {
  const changed = [...known].flatMap(([id, before]) => {
    const after = told.get(id);
    return after === before || (after === undefined && !isWhole) ? [] : [[before, after] as const];
  });
  const means = labelSet([
    ...meaningfulLabels(settings),
    ...(settings.take.labels === 'all' ? [] : settings.take.labels),
  ]);
  const isTag = tagFilter(settings);
  const decides = (name: string | undefined): boolean => name !== undefined && means.has(name);
  const appears = ([before, after]: (typeof changed)[number]): boolean =>
    after !== undefined && isTag(after) && !isTag(before);
  const isDeep = changed.some((pair) => pair.some(decides) || appears(pair));
  return isDeep ? 'all' : { tags: new Set(changed.map(([before]) => before).filter(isTag)) };
}
