import { issueReferences } from '../../src/markdown/references.ts';
import { readEntryFiles } from '../content/changelog.ts';
import { readLog } from '../git/log.ts';
import type { Surroundings } from '../github/adapt.ts';
import { type History, openHistory } from '../github/history.ts';
import type { Release } from '../github/proof.ts';
import { readShelf, type Shelf } from '../github/releases.ts';
import type { Repository } from '../github/repositories.ts';
import { knownReleases } from './plan-changelog.ts';
import type { Run } from './repository.ts';

/** What issues of one repository are read in the light of, of which more can be asked. */
export interface Around extends Surroundings {
  past: History;
  /** Whether every item is looked into anew that no commit proves: dates that were once good enough are tried again. */
  isFresh: boolean;
  /** Asks for the releases beyond the newest page; false when they are known. */
  readReleases: () => Promise<boolean>;
}

interface Read {
  shelf: Shelf;
  releases: readonly Release[];
  extent: 'newest' | 'all';
  isFresh: boolean;
}

/** Opens it for the rest of a run. */
export function openAround(
  { shelf, releases, extent, isFresh }: Read,
  repository: Repository,
  run: Run,
): Around {
  const { github, folder, settings, repositories } = run;
  let hasAll = extent === 'all' || shelf.isWhole;
  const around: Around = {
    settings,
    repository,
    repositories,
    releases,
    past: openHistory(github, repository, shelf.head, (since) => readLog(folder, since)),
    isFresh,
    async readReleases() {
      if (hasAll) return false;
      hasAll = true;
      const all = await readShelf(github, repository, 'all');
      const files = await readEntryFiles(folder);
      around.releases = knownReleases(all.releases, files, repository.repo, issueReferences);
      return true;
    },
  };
  run.around.set(repository.repo, around);
  return around;
}
