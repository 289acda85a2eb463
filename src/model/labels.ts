/** A label as rules see it: `Status: In Progress`, `status/in-progress` and `STATUS__in_progress` are the same. */
export const normaliseLabel = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_:/.-]+/g, '-')
    .replace(/^-|-$/g, '');

/** A set of labels that answers by their normal form. */
export interface Labels {
  has: (name: string) => boolean;
}

export function labelSet(names: Iterable<string>): Labels {
  const normal = new Set([...names].map(normaliseLabel));
  return { has: (name) => normal.has(normaliseLabel(name)) };
}
