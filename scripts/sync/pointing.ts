import { join } from 'node:path';
import { PLACES, readMarkdownFiles } from '../../src/content/files.ts';
import { issueReferences } from '../../src/markdown/references.ts';
import type { FeedbackItem } from '../../src/model/item.ts';
import { parseItem } from '../../src/model/parse.ts';
import { readEntryFiles } from '../content/changelog.ts';
import type { Surroundings } from '../github/adapt.ts';
import { fetchIssues } from '../github/issues.ts';
import { readShelf } from '../github/releases.ts';
import { isSameRepo, type Repository } from '../github/repositories.ts';
import { applyIssues } from './apply.ts';
import { openAround } from './around.ts';
import { knownReleases } from './plan-changelog.ts';
import type { Run } from './repository.ts';

/** Items as they stand; files that cannot be read are left out. */
export async function readItems(folder: string): Promise<FeedbackItem[]> {
  const files = await readMarkdownFiles(join(folder, PLACES.feedback));
  return files.flatMap(({ name, path, text }) => parseItem(name, text ?? '', path).value ?? []);
}

/** What an issue is read in the light of, whatever its repository: the newest releases are asked for where nothing was yet. */
export async function surroundingsOf(repository: Repository, run: Run): Promise<Surroundings> {
  const known = run.around.get(repository.repo);
  if (known) return known;
  const shelf = await readShelf(run.github, repository, 'newest');
  const files = await readEntryFiles(run.folder);
  const releases = knownReleases(shelf.releases, files, repository.repo, issueReferences);
  return openAround({ shelf, releases, extent: 'newest', isFresh: false }, repository, run);
}

/** Reads the issues of chosen items again, in whatever repository they are, though nothing moved on them. */
export async function rereadItems(items: readonly FeedbackItem[], run: Run): Promise<void> {
  for (const repository of run.repositories) {
    const numbers = items.flatMap(({ source, repo, number }) =>
      source === 'github' && number && repo && isSameRepo(repo, repository.repo) ? [number] : [],
    );
    if (numbers.length === 0) continue;
    const surroundings = await surroundingsOf(repository, run);
    for await (const issues of fetchIssues(run.github, repository, numbers))
      await applyIssues(issues, surroundings, run);
  }
}

/** Reads items again that are merged into others which went away or have another id: GitHub does not touch them. */
export async function rereadPointing(ids: ReadonlySet<string>, run: Run): Promise<void> {
  if (ids.size === 0) return;
  const items = await readItems(run.folder);
  await rereadItems(
    items.filter(({ duplicateOf }) => duplicateOf !== undefined && ids.has(duplicateOf)),
    run,
  );
}
