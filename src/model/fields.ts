import { z } from 'astro/zod';

/** A moment: ISO 8601 in UTC, `2026-11-22T08:12:00Z`. */
export const moment = z.iso.datetime({ error: 'a moment in UTC, such as 2026-11-22T08:12:00Z' });

/** A day, or a month, or a year: as exact as it is known. */
const A_DAY = { error: 'a date, such as 2026-11-22, 2026-11 or 2026' };
export const day = z
  .union([z.string(), z.int()], A_DAY)
  .transform(String)
  .pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, A_DAY));

/** A short name that is safe in an address and in a file name. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'lower-case letters, digits and single hyphens, such as in-progress',
});

/** Tells, at its second place, of an id that stands twice in a list: `z.array(…).superRefine(noTwins)`. */
export function noTwins(list: readonly { id: string }[], context: z.RefinementCtx): void {
  for (const [place, { id }] of list.entries()) {
    if (list.findIndex((other) => other.id === id) === place) continue;
    context.addIssue({ code: 'custom', path: [place, 'id'], message: 'an id that no other has' });
  }
}

/** A web address that a link may carry. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'an address that begins with https:// or http://',
});

/** GitHub's name for a repository: `owner/name`. */
export const repoName = z
  .string()
  .regex(/^[\w.-]+\/[\w.-]+$/, { error: 'a repository as owner/name, such as octocat/hello-world' });

/** Text that says something: not empty, not only white space. */
export const words = z.string().regex(/\S/, { error: 'some words' });
