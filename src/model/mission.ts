import { z } from 'astro/zod';
import { day, noTwins, slug, words } from './fields.ts';

export const pillar = z.strictObject({
  id: slug.describe('Name in items’ `pillar` key.'),
  name: words.describe('Name on pages.'),
  promise: words.describe('What users receive when it is served.'),
  words: z.array(words).default([]).describe('Words that requests which serve it tend to use.'),
});
export type Pillar = z.output<typeof pillar>;

const impact = z.strictObject({
  name: words.describe('What is measured.'),
  unit: words.describe('In what unit.'),
  target: z.number().optional().describe('The value to reach. A series without one is told.'),
  source: words.optional().describe('Where the values come from. A series without one is told.'),
  interval: z
    .enum(['week', 'month', 'quarter', 'year'])
    .default('quarter')
    .describe('How often it is measured: a last point that is older is stale.'),
  points: z
    .array(z.strictObject({ date: day.describe('When.'), value: z.number().describe('How much.') }))
    .default([])
    .describe('What was measured, and when.'),
});

const commitment = z.strictObject({
  name: words.describe('What it is about: accessibility, ethics, sustainability…'),
  promise: words.describe('What is promised.'),
  check: words.optional().describe('How anyone can check it.'),
  date: day.optional().describe('By when it holds.'),
});

/** Front matter of `content/mission.mdx`. */
export const missionFields = z.strictObject({
  mission: words
    .optional()
    .describe('Why the product exists: for whom, what value, how. Present tense, one sentence.'),
  vision: words.optional().describe('The state of the world once the mission has succeeded.'),
  strategy: z.array(words).default([]).describe('How to get there: choices, one a line.'),
  formula: z
    .strictObject({
      what: words.describe('The value.'),
      how: words.describe('How it comes about.'),
      who: words.describe('For whom.'),
    })
    .optional()
    .describe('The three parts of the mission, as they stand in its sentence.'),
  values: z.array(words).default([]).describe('What is held to when it costs something.'),
  pillars: z
    .array(pillar)
    .superRefine(noTwins)
    .default([])
    .describe('Goals of the mission that items serve.'),
  impact: z.array(impact).default([]).describe('How success is measured.'),
  commitments: z
    .array(commitment)
    .default([])
    .describe('Promises beyond the product, each with a check or a date.'),
  reviewed: day.optional().describe('When people last read it and meant it.'),
  revisions: z
    .array(
      z.strictObject({ date: day.describe('When it changed.'), reason: words.optional().describe('Why.') }),
    )
    .default([])
    .describe('When the statement changed, and why.'),
});

/** What the product is for. The story in the MDX body is Astro’s to render. */
export type Mission = z.output<typeof missionFields>;
