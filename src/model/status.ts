import { z } from 'astro/zod';
import { slug, words } from './fields.ts';
import { colourOnBoth } from './palette.ts';

/** What a status means to Milepost, whatever its name: its sign, and whether the item is still on the way. */
export const KINDS = [
  'open',
  'under-review',
  'planned',
  'in-progress',
  'closed',
  'shipped',
  'declined',
] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds that the board leaves out until somebody asks for them. */
export const ENDED: readonly Kind[] = ['closed', 'shipped', 'declined'];

/** One way for an issue to get a status: all conditions that are given must hold. */
export const rule = z.strictObject({
  label: words
    .optional()
    .describe('A label; case and separators do not matter: `Status: In Progress` is `status/in-progress`.'),
  state: z.enum(['open', 'closed']).optional().describe('Whether the issue is open or closed on GitHub.'),
  reason: z
    .enum(['completed', 'not-planned', 'duplicate', 'reopened'])
    .optional()
    .describe('GitHub’s reason for the state.'),
  milestone: words.optional().describe('Title of a milestone; `*` for any.'),
});
export type Rule = z.output<typeof rule>;

/** Whether a milestone is the one that a rule names; case does not matter, and `*` is any. */
export const isMilestone = (wanted: string, milestone: string | undefined): boolean =>
  milestone !== undefined && (wanted === '*' || wanted.toLowerCase() === milestone.toLowerCase());

export const status = z.strictObject({
  id: slug.describe('Name in files and addresses.'),
  name: words.describe('Name on pages.'),
  kind: z.enum(KINDS).describe('Which of the built-in meanings (and signs) it has.'),
  description: words.describe('What it means, in one sentence, for visitors.'),
  color: colourOnBoth
    .optional()
    .describe('Colour of its sign in the light theme; the dark one is derived. Default: the kind’s.'),
  when: z
    .array(rule)
    .default([])
    .describe('Rules; one that holds is enough. Later statuses in the table are tried first.'),
});
export type Status = z.output<typeof status>;

const labelled = (...labels: string[]): Rule[] =>
  labels.flatMap((label) => [{ label }, { label: `status/${label}` }]);

/** The status table when the settings have none. The first is what an issue has when no rule holds. */
export const STATUSES: readonly Status[] = [
  { id: 'open', name: 'Open', kind: 'open', description: 'Heard, and open for more voices.', when: [] },
  {
    id: 'under-review',
    name: 'Under review',
    kind: 'under-review',
    description: 'The maintainers are looking into it.',
    when: labelled('under-review', 'needs-decision'),
  },
  {
    id: 'planned',
    name: 'Planned',
    kind: 'planned',
    description: 'Decided: it will be built.',
    when: labelled('planned', 'accepted'),
  },
  {
    id: 'in-progress',
    name: 'In progress',
    kind: 'in-progress',
    description: 'Somebody is building it now.',
    when: labelled('in-progress', 'started'),
  },
  {
    id: 'closed',
    name: 'Closed, not verified',
    kind: 'closed',
    description: 'Closed as done, but no merged pull request or release proves it.',
    when: [{ state: 'closed' }],
  },
  {
    id: 'shipped',
    name: 'Shipped',
    kind: 'shipped',
    description: 'Done and out, with a pull request or a release to prove it.',
    when: [{ state: 'closed', reason: 'completed' }],
  },
  {
    id: 'declined',
    name: 'Declined',
    kind: 'declined',
    description: 'Decided: it will not be built. The reason stands with it.',
    when: [{ state: 'closed', reason: 'not-planned' }, ...labelled('declined', 'wontfix')],
  },
];
