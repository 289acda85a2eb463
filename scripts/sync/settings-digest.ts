import { createHash } from 'node:crypto';
import type { Settings } from '../../src/model/settings.ts';

/** Goes up when an issue becomes another item than before, so that an upgrade reaches all of them. */
const ADAPTER = 3;

/** One word that changes with any setting that makes another item of an issue. */
export function settingsDigest(settings: Settings): string {
  const { repositories, take, statuses, tags, pillars, horizons, notify } = settings;
  const { on, quiet, prereleases, bases } = notify;
  const told = [on, quiet, prereleases, bases];
  const facts = [ADAPTER, repositories, take, statuses, tags, pillars, horizons, ...told];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}
