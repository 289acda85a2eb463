import { z } from 'astro/zod';
import { noTwins, repoName, slug, webAddress, words } from './fields.ts';
import { NEWS_GROUPS, newsGroup } from './news-group.ts';
import { languageTag } from './language.ts';
import { checkMessage } from './message.ts';
import { components, stylesheets } from './overrides.ts';
import { rule, status, STATUSES } from './status.ts';
import { theme } from './theme.ts';

const repository = z.union([
  repoName.transform((repo) => ({ repo, prefix: undefined })),
  z.strictObject({
    repo: repoName.describe('The repository, as owner/name.'),
    prefix: slug
      .optional()
      .describe(
        'Put before the number in ids: `docs` makes `docs-12`. Default: none for the first, else its name.',
      ),
  }),
]);

const take = z.strictObject({
  labels: z
    .union([z.literal('all'), z.array(words)])
    .default('all')
    .describe('Issues with any of these labels become items; `all` takes every issue.'),
  allow: words
    .optional()
    .describe('A gate: only issues that carry this label, set by a maintainer, are published.'),
  leave: z
    .array(words)
    .default(['roadmap:hide'])
    .describe('Issues with any of these labels are never published.'),
});

const tags = z.strictObject({
  show: z
    .union([z.literal('all'), z.array(words)])
    .default('all')
    .describe('Labels shown as tags.'),
  hide: z
    .array(words)
    .default([])
    .describe('Labels never shown as tags; labels that name a status are left out anyway.'),
});

const horizon = z.strictObject({
  id: slug.describe('Name in addresses.'),
  name: words.describe('Name on pages.'),
  when: z.array(rule).default([]).describe('Rules; one that holds is enough.'),
});

const changelog = z.strictObject({
  file: z
    .union([z.literal(false), z.string().regex(/^(?![/.])(?!.*\.\.)[\w./ -]{1,200}$/)], {
      error: 'a path inside the repository, such as docs/CHANGELOG.md, or false',
    })
    .default('CHANGELOG.md')
    .describe(
      'A file of the repository that keeps a changelog, https://keepachangelog.com: sync takes from it what no release on GitHub says. `false` leaves it alone.',
    ),
  groups: z
    .array(newsGroup)
    .min(1, { error: 'at least one group' })
    .superRefine(noTwins)
    .default([...NEWS_GROUPS])
    .describe(
      'Headings of what shipped, in their order. Later ones are tried first; the first takes what no other does.',
    ),
});

const branchPattern = z
  .string()
  .regex(/^[\w./*+@-]{1,200}$/, { error: 'a branch, or several with a star, such as release/*' });

const notify = z.strictObject({
  on: z
    .enum(['release', 'merge'])
    .default('release')
    .describe('When a request counts as out: with a release, or once merged.'),
  prereleases: z
    .boolean()
    .default(false)
    .describe('Whether a pre-release counts as a release, until a stable one has the same.'),
  bases: z
    .array(branchPattern)
    .default([])
    .describe(
      'Other branches whose merged pull requests count, such as `release/*`. GitHub links issues only to pull requests into the default branch; of these, the text is read for `Fixes #12` and the like.',
    ),
  since: z.iso
    .date({ error: 'a day, such as 2026-11-22' })
    .optional()
    .describe('Nobody is told of what shipped before this day. Without it nothing is sent.'),
  cap: z.int().min(1).max(100).default(25).describe('Most comments one run may write.'),
  quiet: words.default('roadmap:quiet').describe('A label that keeps an issue from being told.'),
  message: z
    .string()
    .superRefine(checkMessage)
    .optional()
    .describe(
      'What the comment says, in Markdown, with `{news}`, `{release}`, `{work}`, `{canonical}`, `{page}` and `{thanks}`. A line whose variable has nothing to show is left out; lines become one paragraph, an empty line begins the next. What they stand for is in the site’s language. Default: `{news}`, `{thanks}` and `{page}.`, a line each.',
    ),
});

const demand = z.strictObject({
  commenters: z
    .boolean()
    .default(false)
    .describe(
      'Whether somebody who only commented counts as wanting it. The first sync then asks for more: a point for each 25 requests that have comments.',
    ),
  maintainers: z
    .boolean()
    .default(true)
    .describe(
      'Whether owners, members and collaborators of the repository count. They are known by what they wrote on a request, so one who only voted counts anyway. `false` costs the first sync a point for each 25 requests.',
    ),
});

/** `content/milepost.yml`. Every key may be absent. */
export const settings = z.strictObject({
  title: words
    .optional()
    .describe('Name of the roadmap, in the header and in titles. Default: the repository’s.'),
  tagline: words
    .default('What people ask for, what is planned, what has shipped.')
    .describe('The board’s first sentence when there is no mission.'),
  repositories: z
    .array(repository)
    .default([])
    .describe('Where issues are read from. Default: the repository that the command runs in.'),
  take: take.prefault({}).describe('Which issues become items.'),
  statuses: z
    .array(status)
    .min(1, { error: 'at least one status' })
    .superRefine(noTwins)
    .default([...STATUSES])
    .describe('The status table, in the order of the road.'),
  tags: tags.prefault({}).describe('Which labels become tags.'),
  pillars: z
    .record(slug, words)
    .default({})
    .describe('Label that marks an item as serving a pillar, by the pillar’s id.'),
  horizons: z
    .array(horizon)
    .superRefine(noTwins)
    .default([
      { id: 'now', name: 'Now', when: [{ label: 'now' }] },
      { id: 'next', name: 'Next', when: [{ label: 'next' }] },
      { id: 'later', name: 'Later', when: [{ label: 'later' }] },
    ])
    .describe('Distances of the roadmap, nearest first.'),
  suggest: webAddress
    .optional()
    .describe('Where "Suggest an idea" leads. Default: a new issue in the first repository.'),
  form: z
    .array(words)
    .default(['What do you wish for?', 'What do you do today?', 'How often would it help?'])
    .describe(
      'Labels of the fields of your issue form, in its order: a request’s excerpt is the first answer. Default: those of the form that comes with Milepost.',
    ),
  branch: z
    .string()
    .regex(/^(?![-/.])(?!.*(?:\.\.|\/\/|@\{|\.lock(?:\/|$)))[\w./-]+(?<![/.])$/, {
      error: 'the name of a branch, such as roadmap-data',
    })
    .optional()
    .describe(
      'Branch that takes what sync and notify write, where the default branch is protected; builds lay it over `content/`. Default: the branch that is checked out.',
    ),
  demand: demand.prefault({}).describe('Who counts as wanting a request.'),
  changelog: changelog.prefault({}).describe('What the changelog is made of.'),
  notify: notify.prefault({}).describe('How people are told that their request shipped.'),
  locale: languageTag
    .default('en')
    .describe(
      'Language of the interface, and of dates and numbers: `ar`, `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `zh-CN`, or one whose words stand in `messages/<language>.json`.',
    ),
  contentLocale: languageTag
    .optional()
    .describe(
      'Language that most of what people wrote is in, requests, answers and release notes, where it is another than the interface’s. Default: unknown.',
    ),
  images: z
    .int()
    .min(0)
    .max(10_000)
    .default(200)
    .describe(
      'How many requests, and how many changelog entries, have a picture of their own for where their links are shared: the most wanted and the latest. The others share the site’s. Made where the build knows the site’s address.',
    ),
  theme: theme.prefault({}).describe('Colours, logo, icon, picture and fonts.'),
  components: components
    .prefault({})
    .describe(
      'Components in place of Milepost’s: `Footer: ./src/Footer.astro`, from the project’s root. Those given to the integration win.',
    ),
  css: stylesheets
    .default([])
    .describe(
      'Stylesheets that come after Milepost’s and win: `- ./src/tokens.css`, from the project’s root.',
    ),
});

export type Settings = z.output<typeof settings>;
export type UserSettings = z.input<typeof settings>;
