import { join } from 'node:path';
import { PLACES, readText } from '../../src/content/files.ts';
import type { Settings } from '../../src/model/settings.ts';
import { readSyncState } from '../../src/model/sync-state.ts';
import { settingsDigest } from '../sync/settings-digest.ts';

/**
 * Under which name the books keep how far a repository was read. What was read without a token lacks pull requests, so that
 * it counts as never read for a sync that has one.
 */
export const digestOf = (settings: Settings, token: string | undefined): string =>
  token === undefined ? `anonymous-${settingsDigest(settings)}` : settingsDigest(settings);

/** Whether a content folder was read with a token, so that reading it without one would take proofs away. */
export async function wasReadWithToken(folder: string, settings: Settings): Promise<boolean> {
  const state = readSyncState((await readText(join(folder, PLACES.state))) ?? '');
  return state.settings === digestOf(settings, 'some');
}
