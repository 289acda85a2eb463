import { issueReferences } from '../../src/markdown/references.ts';
import { readEntryFiles } from '../content/changelog.ts';
import type { Release } from '../github/proof.ts';
import type { Shelf } from '../github/releases.ts';
import type { Repository } from '../github/repositories.ts';
import { planGone } from './gone-entries.ts';
import { readKept, withTexts } from './kept.ts';
import { knownReleases, planChangelog } from './plan-changelog.ts';
import type { EntryPlan } from './plan-entry.ts';
import { planKept } from './plan-kept.ts';
import type { Run } from './repository.ts';

/** A repository's versions: what follows from them for the changelog's files, and all releases that are known. */
export interface News {
  entries: EntryPlan[];
  /** Oldest first. */
  releases: Release[];
}

/**
 * Compares what a repository tells of its versions with the changelog's files. `extent`: how many of its releases were read.
 * A newest page that is all there is tells of one that is gone too. That none is there at all, and that many are gone, is for
 * a reading of all to say.
 */
export async function planNews(
  shelf: Shelf,
  extent: 'newest' | 'all',
  repository: Repository,
  { folder, settings, mayRemove, held }: Pick<Run, 'folder' | 'settings' | 'mayRemove' | 'held'>,
): Promise<News> {
  const { repo } = repository;
  const files = await readEntryFiles(folder);
  const kept = readKept(shelf, repo, settings.changelog.file);
  const published = withTexts(shelf.releases, kept);
  const isAll = extent === 'all' || (shelf.isWhole && shelf.releases.length > 0);
  const gone = planGone({ releases: published, isAll, kept }, files, repo, mayRemove);
  if (gone.held && extent === 'all') held.push(gone.held);
  const going = new Set(gone.plans.flatMap(({ path, change }) => (change.kind === 'removed' ? [path] : [])));
  const staying = files.filter(({ path }) => !going.has(path));
  const entries = planChangelog(published, files, repository, folder);
  const ofFile = kept ? planKept(kept, published, files, repository, folder) : [];
  return {
    entries: [...entries, ...ofFile, ...gone.plans],
    releases: knownReleases(published, staying, repo, issueReferences),
  };
}
