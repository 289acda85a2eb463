import type { Settings } from '../../src/model/settings.ts';
import { type Labels, labelSet } from '../../src/model/labels.ts';

/**
 * `item`: it becomes one. `withheld`: it carries a label that keeps it off, or lacks the one that lets it in, so that
 * its file goes. `other`: no item is made of it, but one that is there goes on.
 */
export type Verdict = 'item' | 'withheld' | 'other';

/** What the settings make of an issue. */
export function judge(labels: Labels, { labels: wanted, allow, leave }: Settings['take']): Verdict {
  if (leave.some(labels.has)) return 'withheld';
  if (allow !== undefined && !labels.has(allow)) return 'withheld';
  return wanted === 'all' || wanted.some(labels.has) ? 'item' : 'other';
}

/** Labels that decide something: a status, a pillar, a horizon, or what Milepost is to do. */
export function meaningfulLabels(settings: Settings): string[] {
  const { pillars, horizons } = settings;
  return [...wordless(settings), ...labelsOf(horizons), ...Object.values(pillars)];
}

const labelsOf = (places: Settings['horizons'] | Settings['statuses']): string[] =>
  places.flatMap(({ when }) => when.flatMap(({ label }) => label ?? []));

/** Labels that are shown otherwise than as tags, or not at all. */
function wordless({ statuses, take, notify, tags }: Settings): string[] {
  return [
    ...labelsOf(statuses),
    ...(take.allow === undefined ? [] : [take.allow]),
    ...take.leave,
    ...tags.hide,
    notify.quiet,
  ];
}

/** Tells labels that people see as tags from those that say a status or give an order, and from those that settings do not show. */
export function tagFilter(settings: Settings): (name: string) => boolean {
  const { show } = settings.tags;
  const hidden = labelSet(wordless(settings));
  const shown = show === 'all' ? undefined : labelSet(show);
  return (name) => !hidden.has(name) && (shown?.has(name) ?? true);
}
