import { z } from 'astro/zod';
import { moment, repoName } from './fields.ts';

/** `content/ledger/sync.json`: how far each repository has been read. */
export const syncState = z.strictObject({
  /** When a sync last found something new. */
  syncedAt: moment.optional(),
  /** Digest of the settings with which issues became items: with others, everything is read again. */
  settings: z.string().optional(),
  /** Latest `updatedAt` read, by repository: the next sync asks for what moved since. */
  watermarks: z.record(repoName, moment).default({}),
  /** When the votes of all issues were last counted, by repository that has more than one page of them. */
  sweptAt: z.record(repoName, moment).optional(),
  /** When it was last made sure, by repository, that every item's issue is still there. */
  checkedAt: z.record(repoName, moment).optional(),
});
export type SyncState = z.output<typeof syncState>;

/** Reads the state; anything unreadable counts as none, and the next sync is a full one. */
export function readSyncState(text: string): SyncState {
  try {
    const { data } = syncState.safeParse(JSON.parse(text));
    return data ?? syncState.parse({});
  } catch {
    return syncState.parse({});
  }
}

export function writeSyncState({ watermarks, sweptAt, checkedAt, ...state }: SyncState): string {
  const ordered = {
    ...state,
    watermarks: byName(watermarks),
    ...(sweptAt && { sweptAt: byName(sweptAt) }),
    ...(checkedAt && { checkedAt: byName(checkedAt) }),
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

const byName = (moments: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(moments).sort(([a], [b]) => (a < b ? -1 : 1)));
