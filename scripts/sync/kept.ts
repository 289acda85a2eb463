import {
  type ChangelogSection,
  type KeptChangelog,
  readKeepAChangelog,
  sameVersion,
} from '../../src/markdown/keep-a-changelog.ts';
import type { Shelf } from '../github/releases.ts';
import type { GitHubRelease } from '../github/shapes.ts';
import { cleanBody } from '../github/text.ts';

/** A repository's own changelog, with where it is. */
export interface Kept extends KeptChangelog {
  file: string;
  url: string;
  /** Whether all of it is known: GitHub tells no more than the first half million bytes of a file. */
  isWhole: boolean;
}

/** Reads the changelog that a repository keeps in a file; undefined where there is none, or none is wanted. */
export function readKept(
  { url, changelog }: Pick<Shelf, 'url' | 'changelog'>,
  repo: string,
  file: string | false,
): Kept | undefined {
  if (!changelog || file === false) return undefined;
  const { unreleased, sections } = readKeepAChangelog(cleanBody(changelog.text));
  const path = file.split('/').map(encodeURIComponent).join('/');
  return {
    unreleased,
    sections: changelog.isWhole ? sections : sections.slice(0, -1),
    file,
    url: `${url ?? `https://github.com/${repo}`}/blob/HEAD/${path}`,
    isWhole: changelog.isWhole,
  };
}

/** What the file says of a version, however either writes it. */
export const sectionOf = (kept: Kept | undefined, version: string): ChangelogSection | undefined =>
  kept?.sections.find((section) => sameVersion(section.version) === sameVersion(version));

/** Releases, those without a text with that of the file. */
export function withTexts(releases: readonly GitHubRelease[], kept: Kept | undefined): GitHubRelease[] {
  return releases.map((release) => {
    if (release.description.trim() !== '') return release;
    return { ...release, description: sectionOf(kept, release.tagName)?.text ?? '' };
  });
}
