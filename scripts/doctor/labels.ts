import { nearest } from '../../src/model/nearest.ts';
import { settings as schema, type Settings } from '../../src/model/settings.ts';
import { labelSet, normaliseLabel } from '../../src/model/labels.ts';

/** What settings use labels for: one of them is enough. */
export interface Use {
  what: string;
  labels: readonly string[];
  /** Nobody asked for it: the settings say nothing of it. */
  isDefault: boolean;
}

/** Everything that settings use labels for. */
export function usesOf(settings: Settings): Use[] {
  const defaults = schema.parse({});
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const places = (kind: 'statuses' | 'horizons', word: string): Use[] =>
    settings[kind].map(({ name, when }) => ({
      what: `${word} “${name}”`,
      labels: when.flatMap(({ label }) => label ?? []),
      isDefault: isSame(settings[kind], defaults[kind]),
    }));
  const { take, notify, pillars } = settings;
  const all: Use[] = [
    ...places('statuses', 'status'),
    ...places('horizons', 'horizon'),
    ...Object.entries(pillars).map(([id, label]) => ({
      what: `pillar “${id}”`,
      labels: [label],
      isDefault: false,
    })),
    { what: 'take.labels', labels: take.labels === 'all' ? [] : take.labels, isDefault: false },
    { what: 'take.allow', labels: take.allow === undefined ? [] : [take.allow], isDefault: false },
    ...take.leave.map((label) => ({
      what: 'take.leave',
      labels: [label],
      isDefault: isSame(take.leave, defaults.take.leave),
    })),
    { what: 'notify.quiet', labels: [notify.quiet], isDefault: notify.quiet === defaults.notify.quiet },
  ];
  return all.filter(({ labels }) => labels.length > 0);
}

/** Uses of which no label is there. */
export function unmet(uses: readonly Use[], there: readonly string[]): Use[] {
  const known = labelSet(there);
  return uses.filter(({ labels }) => !labels.some(known.has));
}

/** The label that was probably meant. */
export function meant(label: string, there: readonly string[]): string | undefined {
  const near = nearest(
    normaliseLabel(label),
    there.map((name) => normaliseLabel(name)),
  );
  return there.find((name) => normaliseLabel(name) === near);
}

/** The command that makes a label, safe to paste into a shell. */
export const creating = (label: string, repo: string): string =>
  `gh label create ${quoted(label)} --repo ${repo}`;

const quoted = (text: string): string =>
  /^[\w .:/-]+$/.test(text) ? `"${text}"` : `'${text.replaceAll("'", `'\\''`)}'`;
