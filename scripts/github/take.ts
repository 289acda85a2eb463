import type { Settings } from '../../src/model/settings.ts';
import { type Labels, labelSet } from './labels.ts';

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

/** Tells labels that people see as tags from those that name a status, a pillar, a horizon, or what Milepost is to do. */
export function tagFilter({
  statuses,
  pillars,
  horizons,
  take,
  notify,
  tags,
}: Settings): (name: string) => boolean {
  const rules = [...statuses, ...horizons].flatMap(({ when }) => when);
  const meaning = labelSet([
    ...rules.flatMap(({ label }) => label ?? []),
    ...Object.values(pillars),
    ...(take.allow === undefined ? [] : [take.allow]),
    ...take.leave,
    ...tags.hide,
    notify.quiet,
  ]);
  const shown = tags.show === 'all' ? undefined : labelSet(tags.show);
  return (name) => !meaning.has(name) && (shown?.has(name) ?? true);
}
