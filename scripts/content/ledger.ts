import { join } from 'node:path';
import { PLACES, readText } from '../../src/content/files.ts';
import { readTallies, type Tally, writeTallies } from '../../src/model/ledger.ts';
import { readSyncState, type SyncState, writeSyncState } from '../../src/model/sync-state.ts';
import type { Writer } from './write.ts';

/** The machine's own books: what GitHub counted, and how far each repository has been read. */
export interface Ledger {
  /** To be changed in place, then saved. */
  tallies: Map<string, Tally>;
  /** Latest change read of a repository; undefined when it was never read. */
  watermark: (repo: string) => string | undefined;
  /** Moves a watermark forward, never back. */
  advance: (repo: string, updatedAt: string) => void;
  /** Writes what changed. Watermarks move on disk only with other news, so that a quiet sync writes no byte. */
  save: (news: 'found' | 'far' | 'none', now: Date) => Promise<void>;
}

/**
 * Opens the books of a content folder. `save` is told what the run has met so far: `found` something new, nothing new but
 * `far` to read, or `none` of it.
 */
export async function openLedger(folder: string, writer: Writer): Promise<Ledger> {
  const paths = { tallies: join(folder, PLACES.tallies), state: join(folder, PLACES.state) };
  const written = { tallies: await readText(paths.tallies), state: await readText(paths.state) };
  const tallies = readTallies(written.tallies ?? '');
  const state: SyncState = readSyncState(written.state ?? '');
  const readBefore = Object.keys(state.watermarks).length;
  const keep = async (which: keyof typeof paths, text: string): Promise<boolean> => {
    if (text === written[which]) return false;
    await writer.write(paths[which], text);
    written[which] = text;
    return true;
  };
  return {
    tallies,
    watermark: (repo) => state.watermarks[repo],
    advance(repo, updatedAt) {
      if (updatedAt > (state.watermarks[repo] ?? '')) state.watermarks[repo] = updatedAt;
    },
    async save(news, now) {
      const counted =
        (tallies.size > 0 || written.tallies !== undefined) && (await keep('tallies', writeTallies(tallies)));
      const isNew = counted || news === 'found';
      if (isNew) state.syncedAt = now.toISOString();
      const isFirst = Object.keys(state.watermarks).length > readBefore;
      if (isNew || isFirst || news === 'far') await keep('state', writeSyncState(inOrder(state)));
    },
  };
}

/** The same state is always the same text. */
const inOrder = ({ syncedAt, watermarks }: SyncState): SyncState => ({
  ...(syncedAt && { syncedAt }),
  watermarks,
});
