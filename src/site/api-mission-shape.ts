import { z } from 'astro/zod';
import { webAddress } from '../model/fields.ts';
import { missionFields } from '../model/mission.ts';

const count = z.int().nonnegative();
const share = z.number().nullable();
const ids = z.array(z.string()).readonly();

/** A field of the mission's file that may be left out there: here it is `null` then. */
const orNull = <Field extends z.ZodType>(field: z.ZodOptional<Field>): z.ZodNullable<Field> =>
  field
    .unwrap()
    .nullable()
    .describe(field.description ?? '');

const quarter = z.strictObject({
  quarter: z.string().describe('Such as 2026-Q4.'),
  asked: count.describe('Requests that came in it.'),
  shipped: count.describe('Requests that shipped in it.'),
  shareOfAsked: share.describe('Of all that came in it, from 0 to 1.'),
  shareOfShipped: share.describe('Of all that shipped in it, from 0 to 1.'),
  drift: share.describe('The second less the first: above 0, work runs ahead of what is asked for.'),
});

const alignment = z.strictObject({
  pillar: z.string().nullable().describe('Id of a pillar; null in the row of what serves none.'),
  name: z.string().nullable().describe('Its name.'),
  requests: count.describe('Requests that serve it, merged ones once.'),
  suggested: count.describe('Those that serve it by their words alone, which nobody has confirmed.'),
  people: count.describe('People behind them on GitHub.'),
  heard: count.describe('People heard elsewhere.'),
  planned: count.describe('Those that are planned or in progress.'),
  shipped: count.describe('Those that have shipped.'),
  declined: count.describe('Those that were declined.'),
  shareOfDemand: share.describe('Of all people and all heard, from 0 to 1.'),
  shareOfShipped: share.describe('Of all that shipped, from 0 to 1.'),
  quarters: z.array(quarter).readonly().describe('The last four quarters, the oldest first.'),
  carried: z
    .strictObject({
      requests: count.describe('Requests that use any of its words.'),
      words: z
        .array(
          z.strictObject({
            word: z.string().describe('One of its words.'),
            requests: count.describe('Requests that use it.'),
          }),
        )
        .readonly()
        .describe('Word by word.'),
    })
    .describe('How far its words are people’s words too.'),
  items: ids.describe('Ids of the requests, most wanted first.'),
});

const voice = z.strictObject({
  phrase: z.string().describe('What people say.'),
  requests: count.describe('Requests that say it.'),
  score: z.number().describe('How telling it is.'),
  inMission: z.boolean().describe('Whether the mission uses its words.'),
  items: ids.describe('Ids of requests that say it, ten at most.'),
  quotes: z
    .array(
      z.strictObject({
        text: z.string().describe('Somebody’s own words.'),
        item: z.string().describe('Id of the request that they stand in.'),
        source: z.string().optional().describe('Where they were heard, if elsewhere.'),
        url: webAddress.optional().describe('Where that can be read.'),
      }),
    )
    .readonly()
    .describe('Two at most.'),
});

const { mission, vision, formula, reviewed } = missionFields.shape;

/** The mission as its file says it, and what can be said of it. */
export const apiMissionShape = missionFields.extend({
  mission: orNull(mission),
  vision: orNull(vision),
  formula: orNull(formula),
  reviewed: orNull(reviewed),
  alignment: z.array(alignment).readonly().describe('How each pillar is asked for and served.'),
  voice: z.array(voice).readonly().describe('How people put what they ask for, the most telling first.'),
});
export type ApiMission = z.output<typeof apiMissionShape>;
