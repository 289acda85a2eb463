import { join } from 'node:path';
import { PLACES } from '../../src/content/files.ts';
import { UNRELEASED } from '../../src/derive/changelog.ts';
import { sameVersion } from '../../src/markdown/keep-a-changelog.ts';
import { entryId, type EntryFile } from '../content/changelog.ts';
import { isSameRepo, type Repository } from '../github/repositories.ts';
import type { GitHubRelease } from '../github/shapes.ts';
import type { Kept } from './kept.ts';
import { type EntryPlan, planEntry, type Telling } from './plan-entry.ts';

/**
 * Plans a file for each version that the repository's own changelog dates and no release on GitHub tells of, and one for what comes
 * next. Where people wrote an entry for one of them, that is the one.
 */
export function planKept(
  kept: Kept,
  releases: readonly GitHubRelease[],
  files: readonly EntryFile[],
  { repo, prefix }: Repository,
  folder: string,
): EntryPlan[] {
  const released = new Set(releases.map(({ tagName }) => sameVersion(tagName)));
  const taken = new Set(files.map(({ id }) => id));
  const common = { repo, url: kept.url, file: kept.file };
  const dated = kept.sections
    .filter(({ version, date }) => date !== undefined && !released.has(sameVersion(version)))
    .map(({ version, date, isYanked, text }): Telling => {
      const title = isYanked ? `${version} (yanked)` : version;
      const prerelease = /^v?[\d.]+-/.test(version) || undefined;
      return {
        owned: { ...common, title, version, publishedAt: `${date}T12:00:00Z`, prerelease },
        body: text,
      };
    });
  const next: Telling[] = kept.unreleased
    ? [{ owned: { ...common, title: 'Unreleased', version: UNRELEASED }, body: kept.unreleased }]
    : [];
  return [...next, ...dated].flatMap((telling) => {
    const { version } = telling.owned;
    const standing = files.find((one) => tells(one, repo, version));
    if (standing?.entry && !standing.entry.file) return [];
    const plain = entryId(version, prefix, () => false);
    const broken = files.find(({ id, entry }) => entry === undefined && id === plain);
    const file = standing ?? broken;
    const id = file?.id ?? entryId(version, prefix, (name) => taken.has(name));
    taken.add(id);
    const path = file?.path ?? join(folder, PLACES.changelog, `${id}.md`);
    return [planEntry(telling, file?.text, path)];
  });
}

/** Whether an entry is of a version, people's own included, which name no repository. */
export const tells = ({ entry }: EntryFile, repo: string, version: string): boolean =>
  entry !== undefined &&
  sameVersion(entry.version) === sameVersion(version) &&
  (entry.repo === undefined || isSameRepo(entry.repo, repo));
