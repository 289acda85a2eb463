import { basename } from 'node:path';
import { UNRELEASED } from '../../src/derive/changelog.ts';
import { ENTRY_OWNED_KEYS } from '../../src/model/entry.ts';
import { sameVersion } from '../../src/markdown/keep-a-changelog.ts';
import type { EntryFile } from '../content/changelog.ts';
import { isSameRepo } from '../github/repositories.ts';
import type { GitHubRelease } from '../github/shapes.ts';
import { cleanLine } from '../github/text.ts';
import { isTooMuch } from './gone.ts';
import { type Kept, sectionOf } from './kept.ts';
import { readStanding } from './plan.ts';
import { type EntryPlan, isEdited } from './plan-entry.ts';

/** What a repository tells of its versions: `isAll` when these are all of its releases. */
interface Told {
  releases: readonly GitHubRelease[];
  isAll: boolean;
  kept: Kept | undefined;
}

/** Entries that go; `held` says why none does where they are too many to be believed. */
export interface GoneEntries {
  plans: EntryPlan[];
  held: string | undefined;
}

/**
 * Finds entries of sync's own whose release is gone from GitHub, or whose section from the repository's changelog. What people
 * wrote, and what people wrote another text for, stays; a reading that is not whole takes nothing away.
 */
export function planGone(
  told: Told,
  files: readonly EntryFile[],
  repo: string,
  mayRemove: boolean,
): GoneEntries {
  const own = files.filter(({ entry }) => entry?.repo !== undefined && isSameRepo(entry.repo, repo));
  const gone = own.filter((file) => isGone(file, told));
  const [edited, plain] = [gone.filter(isTheirs), gone.filter((file) => !isTheirs(file))];
  const isHeld = !mayRemove && isTooMuch(plain.length, own.length);
  const kept = edited.map((file) => planOf(file, 'unchanged', KEPT));
  if (!isHeld)
    return {
      plans: [...kept, ...plain.map((file) => planOf(file, 'removed', removed(file)))],
      held: undefined,
    };
  return { plans: kept, held: tooMany(repo, plain, own.length) };
}

function isGone({ entry }: EntryFile, { releases, isAll, kept }: Told): boolean {
  if (!entry?.url) return false;
  if (!entry.file) return isAll && releases.every(({ tagName }) => cleanLine(tagName) !== entry.version);
  if (
    kept?.file !== entry.file ||
    releases.some((one) => sameVersion(one.tagName) === sameVersion(entry.version))
  )
    return false;
  if (entry.version === UNRELEASED) return kept.isWhole ? !kept.unreleased : kept.unreleased === '';
  return kept.isWhole && sectionOf(kept, entry.version)?.date === undefined;
}

function isTheirs({ text, path }: EntryFile): boolean {
  const read = readStanding(text, path);
  return 'problem' in read || isEdited(read);
}

const planOf = ({ path, entry }: EntryFile, kind: 'removed' | 'unchanged', why: string): EntryPlan => {
  const note = entry?.version === UNRELEASED ? {} : { note: `${path}: ${why}` };
  return { path, version: entry?.version ?? '', change: { kind }, ...note };
};

const KEPT = 'kept, since people wrote in it; what it tells of is gone upstream.';

function removed({ text, path }: EntryFile): string {
  const read = readStanding(text, path);
  const wrote =
    'problem' in read ? [] : Object.keys(read.data).filter((key) => !ENTRY_OWNED_KEYS.includes(key));
  const kept = wrote.length > 0 ? ` What people wrote in it (${wrote.join(', ')}) is in git.` : '';
  return `removed; what it tells of is gone upstream.${kept}`;
}

function tooMany(repo: string, going: readonly EntryFile[], all: number): string {
  return [
    `${repo}: ${going.length} of ${all} changelog entries would go, more than 5 %. None was removed.`,
    ...going.slice(0, 20).map(({ path }) => `  ${basename(path)}: what it tells of is gone upstream`),
    ...(going.length > 20 ? [`  and ${going.length - 20} more`] : []),
    'If that is right: milepost sync --full --allow-removals',
  ].join('\n');
}
