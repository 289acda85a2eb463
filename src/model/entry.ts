import { z } from 'astro/zod';
import { moment, repoName, webAddress, words } from './fields.ts';

const owned = {
  title: words.describe('What the release is called.'),
  version: words.describe('The release’s tag, such as v2.4.0; `unreleased` for what comes next.'),
  repo: repoName.optional().describe('Repository of the release, as owner/name.'),
  url: webAddress.optional().describe('The release on GitHub.'),
  publishedAt: moment.optional().describe('When it was published; absent for what comes next.'),
  prerelease: z.boolean().default(false).describe('Whether it is a pre-release.'),
  file: words
    .optional()
    .describe(
      'The repository’s own changelog, where it tells of this version and no release on GitHub does.',
    ),
  upstream: words
    .optional()
    .describe(
      'What sync last saw of title and text, as a digest. Where they are others here, people wrote them, and sync leaves them; take the line out to have sync’s own again.',
    ),
};

const people = {
  summary: words.optional().describe('One sentence for the reader in a hurry.'),
  hidden: z.boolean().default(false).describe('Keeps it off the site.'),
};

export const ENTRY_OWNED_KEYS: readonly string[] = Object.keys(owned);

/** Front matter of `content/changelog/<id>.md`. */
export const entryFields = z.strictObject({ ...owned, ...people });

/** News: one entry of the changelog for each release. */
export interface Entry extends z.output<typeof entryFields> {
  /** The file's name without `.md`. */
  id: string;
  /** What is new, in Markdown. */
  body: string;
}
