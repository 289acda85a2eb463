import type { Counts, Run } from './repository.ts';

/** What a run works with; what it finds and does begins at nothing. */
export type Begun = Omit<Run, 'items' | 'entries' | 'problems' | 'notes' | 'held' | 'isFar' | 'around'>;

export const openRun = (begun: Begun): Run => ({
  ...begun,
  items: none(),
  entries: none(),
  problems: [],
  notes: [],
  held: [],
  isFar: false,
  around: new Map(),
});

const none = (): Counts => ({ created: 0, updated: 0, unchanged: 0, removed: 0 });
