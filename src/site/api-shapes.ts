import { z } from 'astro/zod';
import { day, moment, slug, webAddress } from '../model/fields.ts';
import { evidence, historyEntry, proof } from '../model/item.ts';
import { KINDS } from '../model/status.ts';
import { KINDS as PAGES } from './footprint/kinds.ts';

/** What `/api/v1/` answers with: the types of what is written, the schemas that are published, and the page that explains them. */

const count = z.int().nonnegative();
const id = z.string().describe('Name of a request: its page is /feedback/<id>/.');
const path = z.string().describe('Address of its page on this site, with the base path.');

/** A request in short. Absent values are `null`: every key is always there. */
export const apiItemShape = z.strictObject({
  id,
  number: z.int().positive().nullable().describe('Number of the issue.'),
  repo: z.string().nullable().describe('Repository of the issue, as owner/name.'),
  source: z.string().describe('Where it came from: github, canny, email…'),
  title: z.string().describe('What is wished for, in one line.'),
  status: slug.describe('Where it stands: an id of a status.'),
  url: webAddress.nullable().describe('Where the conversation is.'),
  path,
  votes: count.describe('👍 on the issue itself.'),
  demand: count.describe('People who want it on GitHub, merged requests included.'),
  heard: count.describe('People heard elsewhere, counted apart.'),
  trend: z.number().describe('Votes won a week, lately.'),
  tags: z.array(z.string()).readonly().describe('What it is about.'),
  duplicateOf: z.string().nullable().describe('The request that it was merged into.'),
  merged: z.array(z.string()).readonly().describe('Requests that were merged into it.'),
  pillar: z.string().nullable().describe('Goal of the mission that it serves.'),
  createdAt: moment.describe('When it was asked for.'),
  closedAt: moment.nullable().describe('When the issue was closed.'),
  shippedIn: z.string().nullable().describe('Version of the release that contains it.'),
  shippedAt: moment.nullable().describe('When it shipped.'),
});

const link = z.strictObject({
  kind: z
    .enum(['request', ...proof.shape.kind.options, 'comment'])
    .describe('What the link shows; comment is the one that told it.'),
  url: webAddress.describe('Where to see it.'),
  name: z.string().describe('How people call it.'),
  at: z.string().optional().describe('When it was merged, published or written.'),
});

const demandParts = z.strictObject({
  people: count.describe('The same as demand.'),
  votes: count.describe('👍 on the issue itself.'),
  here: count.describe('People on the request itself.'),
  merged: count.describe('People on the requests merged into it.'),
  twice: count.describe('How often somebody counted already was met again.'),
  heard: count.describe('People heard elsewhere.'),
  basis: z.enum(['counted', 'author', 'added']).describe('Counted one by one, or added up.'),
});

/** What a request has when it is told whole. */
export const apiWholeShape = apiItemShape.extend({
  author: z.string().nullable().describe('Login of whoever asked.'),
  milestone: z.string().nullable().describe('Title of the milestone.'),
  response: z.string().nullable().describe('The maintainers’ answer, in Markdown.'),
  eta: z.string().nullable().describe('When it may come, in words.'),
  comments: count.describe('Comments on the issue.'),
  parts: z
    .strictObject({
      total: count.describe('Sub-issues.'),
      done: count.describe('Those that are done.'),
    })
    .nullable()
    .describe('How far its sub-issues are; null where it has none.'),
  movedAt: moment.describe('When its status last changed.'),
  demandParts: demandParts.describe('How demand came about.'),
  history: z.array(historyEntry).describe('Every status, with the moment it began.'),
  proof: z.array(link).describe('What shows that it shipped.'),
  evidence: z
    .array(evidence.extend({ date: day.optional().describe('When it was heard.') }))
    .describe('What was heard elsewhere.'),
  similar: z.array(z.string()).describe('Ids of requests like it, the likest first.'),
  body: z.string().describe('What was asked, in Markdown of anybody’s: not safe as HTML.'),
});

export const apiEntryShape = z.strictObject({
  id: z.string().describe('Name of the entry: its page is /changelog/<id>/.'),
  title: z.string().describe('What the release is called.'),
  version: z.string().describe('The release’s tag; unreleased for what comes next.'),
  repo: z.string().nullable().describe('Repository of the release, as owner/name.'),
  url: webAddress.nullable().describe('The release on GitHub.'),
  path,
  publishedAt: moment.nullable().describe('When it was published; null for what comes next.'),
  prerelease: z.boolean().describe('Whether it is a pre-release.'),
  summary: z.string().nullable().describe('One sentence for the reader in a hurry.'),
  shipped: z.array(z.string()).describe('Ids of the requests that shipped in it.'),
  credits: z
    .array(
      z.strictObject({
        id,
        title: z.string().describe('What was wished for.'),
        path,
        group: z.string().describe('Under which heading of the entry it stands.'),
        askedBy: z.array(z.string()).describe('Logins of those who asked for it.'),
        demand: count.describe('People who want it.'),
        proof: z.array(link).describe('From the request to the comment that told it.'),
      }),
    )
    .describe('Who asked for it, and what proves it.'),
  body: z.string().describe('What is new, in Markdown.'),
});

export const apiChangeShape = z.strictObject({
  at: moment.describe('When it moved.'),
  id,
  title: z.string().describe('What is wished for.'),
  from: z.string().describe('The status before.'),
  to: z.string().describe('The status from then on.'),
  url: z.string().describe('Its page; with the origin where the build knows it.'),
});
export type ApiChange = z.output<typeof apiChangeShape>;

export const apiMetaShape = z.strictObject({
  title: z.string().describe('Name of the roadmap.'),
  commit: z.string().nullable().describe('Commit that the content is of.'),
  syncedAt: moment.nullable().describe('When a sync last found something new.'),
  counts: z
    .strictObject({
      requests: count.describe('Requests, merged ones once.'),
      active: count.describe('Those that are still on their way.'),
      people: count.describe('People who want something on GitHub.'),
      heard: count.describe('People heard elsewhere.'),
      shipped: count.describe('Requests that have shipped.'),
      merged: count.describe('Requests that were merged into others.'),
      byStatus: z.record(z.string(), count).describe('Requests by the id of their status.'),
      tags: count.describe('Tags.'),
    })
    .describe('How much there is.'),
  statuses: z
    .array(
      z.strictObject({
        id: slug.describe('Name in files and addresses.'),
        name: z.string().describe('Name on pages.'),
        kind: z.enum(KINDS).describe('Which of the built-in meanings it has.'),
        description: z.string().describe('What it means, in one sentence.'),
      }),
    )
    .describe('The table of statuses.'),
});

export const apiFootprintShape = z.strictObject({
  method: z.string().describe('How the estimate is made.'),
  pages: z
    .array(
      z.strictObject({
        kind: z.enum(PAGES.map(([kind]) => kind)).describe('Of which kind it is the heaviest page.'),
        path: z.string().describe('The page, as a file of the build.'),
        files: count.describe('The page itself and everything that it loads.'),
        bytes: count.describe('Over the wire, compressed.'),
        grams: z.number().describe('Of CO₂ equivalent, estimated, for a first visit.'),
      }),
    )
    .describe('The heaviest page of each kind.'),
});
