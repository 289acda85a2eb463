import { z } from 'astro/zod';
import { moment, repoName } from './fields.ts';

/** `content/ledger/sync.json`: how far each repository has been read. */
export const syncState = z.strictObject({
  /** When a sync last found something new. */
  syncedAt: moment.optional(),
  /** Latest `updatedAt` read, by repository: the next sync asks for what moved since. */
  watermarks: z.record(repoName, moment).default({}),
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

export function writeSyncState(state: SyncState): string {
  const watermarks = Object.fromEntries(
    Object.entries(state.watermarks).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return `${JSON.stringify({ ...state, watermarks }, null, 2)}\n`;
}
