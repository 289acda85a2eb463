import { z } from 'astro/zod';
import { day, moment, repoName, slug, webAddress, words } from './fields.ts';
import { languageTag } from './language.ts';

/** One link in the chain that proves that something shipped. */
export const proof = z.strictObject({
  kind: z.enum(['pull-request', 'commit', 'release']).describe('What the link shows.'),
  url: webAddress.describe('Where to see it.'),
  name: words.describe('How people call it: `#812`, `v2.4.0`, `1a2b3c4`.'),
  at: moment.optional().describe('When it was merged or published.'),
});
export type Proof = z.output<typeof proof>;

export const historyEntry = z.strictObject({
  at: moment.describe('When GitHub says it happened; else when sync first saw it.'),
  status: slug.describe('The status from then on.'),
});
export type HistoryEntry = z.output<typeof historyEntry>;

/** Something that a person told a maintainer elsewhere. Never a name or an address. */
export const evidence = z.strictObject({
  source: words.describe('Where it was heard: email, call, forum, github…'),
  date: day.optional().describe('When it was heard.'),
  url: webAddress.optional().describe('Where to read it, when it is public.'),
  quote: words.optional().describe('What they said, in their words.'),
  summary: words.optional().describe('What they said, in ours.'),
  weight: z.int().positive().optional().describe('How many people spoke, 1 when absent.'),
});
export type Evidence = z.output<typeof evidence>;

/** An item that this one is the same wish as: an id of ours, or `owner/name#12` in a repository that is not. */
const itemReference = z
  .union([z.string(), z.int().positive()])
  .transform(String)
  .pipe(
    z.string().regex(/^(?:[a-z0-9][a-z0-9-]*|[\w.-]+\/[\w.-]+#\d+)$/, {
      error: 'an item, such as 42 or owner/name#42',
    }),
  );

/** Keys that sync owns: it writes them, in this order, and takes them out when they are empty. */
const owned = {
  title: words.describe('What is wished for, in one line.'),
  status: slug.describe('Where it stands: an id of the status table.'),
  source: slug.default('github').describe('Where it came from: github, canny, email…'),
  repo: repoName.optional().describe('Repository of the issue, as owner/name.'),
  number: z.int().positive().optional().describe('Number of the issue.'),
  url: webAddress.optional().describe('Where the conversation is.'),
  author: words.optional().describe('Login of whoever asked; absent for bots and when the account is gone.'),
  createdAt: moment.describe('When it was asked for.'),
  closedAt: moment.optional().describe('When the issue was closed.'),
  tags: z.array(words).default([]).describe('Labels that are not statuses.'),
  milestone: words.optional().describe('Title of the milestone.'),
  duplicateOf: itemReference.optional().describe('The canonical item that this one was merged into.'),
  shippedIn: words.optional().describe('Version of the release that contains it.'),
  shippedAt: moment.optional().describe('When it shipped.'),
  proof: z.array(proof).default([]).describe('The chain that proves it shipped.'),
  history: z.array(historyEntry).default([]).describe('Every status, with the moment it began.'),
};

/** Keys that people own: sync never touches them. */
const people = {
  response: words.optional().describe('The maintainers’ answer, in Markdown. A declined item needs one.'),
  pillar: slug.optional().describe('Goal of the mission that it serves.'),
  evidence: z.array(evidence).default([]).describe('What was heard elsewhere.'),
  eta: words.optional().describe('When it may come, in words.'),
  lang: languageTag
    .optional()
    .describe('Language that it is written in, such as `de`, where it is another than the settings say.'),
  hidden: z.boolean().default(false).describe('Keeps it off the site.'),
};

export const OWNED_KEYS: readonly string[] = Object.keys(owned);
export const PEOPLE_KEYS: readonly string[] = Object.keys(people);

/** Front matter of `content/feedback/<id>.md`. */
export const itemFields = z.strictObject({ ...owned, ...people });
export type ItemFields = z.output<typeof itemFields>;

/** One piece of feedback: its file's front matter, its name, and what was asked for, in Markdown. */
export interface FeedbackItem extends ItemFields {
  /** The number, or `<source>-<key>`: the file's name without `.md`. */
  id: string;
  body: string;
}

/** A file name that is an item's id: safe on every system and in every address. */
export const ITEM_ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
