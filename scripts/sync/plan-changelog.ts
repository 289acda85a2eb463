import { join } from 'node:path';
import { PLACES } from '../../src/content/files.ts';
import type { Entry } from '../../src/model/entry.ts';
import { entryId, type EntryFile, findEntry } from '../content/changelog.ts';
import type { Release } from '../github/proof.ts';
import type { GitHubRelease } from '../github/shapes.ts';
import { cleanBody, cleanLine } from '../github/text.ts';
import { isSameRepo, type Repository } from '../github/repositories.ts';
import { type EntryPlan, planEntry } from './plan-entry.ts';
import { tells } from './plan-kept.ts';

/** Plans a file for each published release. Entries that people wrote themselves, which have no `repo`, stay as they are. */
export function planChangelog(
  releases: readonly GitHubRelease[],
  files: readonly EntryFile[],
  { repo, prefix }: Repository,
  folder: string,
): EntryPlan[] {
  const taken = new Set(files.map(({ id }) => id));
  return releases.toSorted(byDate).flatMap((release): EntryPlan[] => {
    const version = cleanLine(release.tagName);
    const file =
      findEntry(files, repo, version) ??
      files.find((one) => one.entry?.file && tells(one, repo, version)) ??
      findBroken(
        files,
        entryId(version, prefix, () => false),
      );
    if (version === '' || (file?.entry && file.entry.repo === undefined)) return [];
    const id = file?.id ?? entryId(version, prefix, (name) => taken.has(name));
    taken.add(id);
    const path = file?.path ?? join(folder, PLACES.changelog, `${id}.md`);
    const standing = file?.text ?? files.find((other) => other.id === id)?.text;
    const telling = { owned: ownedOf(release, version, repo), body: cleanBody(release.description) };
    return [planEntry(telling, standing, path)];
  });
}

function ownedOf({ name, url, publishedAt, isPrerelease }: GitHubRelease, version: string, repo: string) {
  const title = cleanLine(name) || version;
  return {
    title,
    version,
    repo,
    url,
    publishedAt: publishedAt ?? undefined,
    prerelease: isPrerelease || undefined,
  };
}

/** A file that cannot be read may be the release's own, with a slip in it: it is told, and no second one is written. */
const findBroken = (files: readonly EntryFile[], id: string): EntryFile | undefined =>
  files.find((file) => file.entry === undefined && file.id === id);

const byDate = (a: Pick<GitHubRelease, 'publishedAt' | 'tagName'>, b: typeof a): number =>
  compare(a.publishedAt ?? '', b.publishedAt ?? '') || compare(a.tagName, b.tagName);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Finds the numbers of the issues of a repository that a text names. */
export type References = (markdown: string, repo: string) => number[];

/** All releases that are known, oldest first: those that GitHub just told, and those of the changelog. */
export function knownReleases(
  published: readonly GitHubRelease[],
  files: readonly EntryFile[],
  repo: string,
  references: References,
): Release[] {
  const told = published.flatMap(
    ({ tagName, name, url, publishedAt, isPrerelease, description, tagCommit }) =>
      publishedAt
        ? [
            {
              tag: cleanLine(tagName),
              name: cleanLine(name),
              url,
              publishedAt,
              isPrerelease,
              commit: tagCommit ?? undefined,
              text: description,
            },
          ]
        : [],
  );
  const tags = new Set(told.map(({ tag }) => tag));
  const kept = files.flatMap(({ entry }) =>
    entry && !tags.has(entry.version) ? fromEntry(entry, repo) : [],
  );
  return [...told, ...kept]
    .filter(({ tag }) => tag !== '')
    .sort((a, b) => compare(a.publishedAt, b.publishedAt) || compare(a.tag, b.tag))
    .map(({ text, ...release }) => ({ ...release, names: namesIn(() => references(text, repo)) }));
}

type Known = Omit<Release, 'names'> & { text: string };

/** What a file tells is news, and no proof that something was published. */
function fromEntry(
  { version, title, url, publishedAt, prerelease, repo, body, file }: Entry,
  wanted: string,
): Known[] {
  if (file || !url || !publishedAt || !repo || !isSameRepo(repo, wanted)) return [];
  return [{ tag: version, name: title, url, publishedAt, isPrerelease: prerelease, text: body }];
}

/** Reads a text only when somebody asks, and once. */
function namesIn(read: () => number[]): (number: number) => boolean {
  let numbers: Set<number> | undefined;
  return (number) => (numbers ??= new Set(read())).has(number);
}
