import { z } from 'astro/zod';
import { moment, repoName, webAddress, words } from './fields.ts';

/** 24 hex digits that name the one notice which an issue may get. */
export const NOTICE_KEY = /^[0-9a-f]{24}$/;

/**
 * One file of `content/ledger/notices/<first two digits>/<key>.json`: what became of the notice that an issue may get.
 * - `claimed`: a run has taken it upon itself; whether it got to write is not known.
 * - `unknown`: GitHub was asked to write, and its answer was lost. The next run reads before it does anything.
 * - `sent`: there is a comment, or there was one that somebody took away since.
 * - `skipped`: it will never be written, for the reason given.
 */
export const notice = z.strictObject({
  key: z.string().regex(NOTICE_KEY),
  state: z.enum(['claimed', 'unknown', 'sent', 'skipped']),
  repo: repoName,
  number: z.int().positive(),
  /** When it came to be in this state. */
  at: moment,
  /** Which run claimed it: a word of chance. */
  run: words.optional(),
  /** The version that the comment names. */
  version: words.optional(),
  comment: z.strictObject({ id: z.int().positive(), url: webAddress, at: moment }).optional(),
  reason: words.optional(),
});
export type Notice = z.output<typeof notice>;

/** Where a notice's file is, below `ledger/notices/`. */
export const placeOf = (key: string): string => `${key.slice(0, 2)}/${key}.json`;

/** Reads one; undefined when the text is none. */
export function readNotice(text: string): Notice | undefined {
  try {
    return notice.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A line for each key, in a fixed order: the same notice is always the same text. */
export const writeNotice = (one: Notice): string =>
  `${JSON.stringify(
    {
      key: one.key,
      state: one.state,
      repo: one.repo,
      number: one.number,
      at: one.at,
      ...(one.run && { run: one.run }),
      ...(one.version && { version: one.version }),
      ...(one.comment && { comment: one.comment }),
      ...(one.reason && { reason: one.reason }),
    },
    null,
    2,
  )}\n`;
