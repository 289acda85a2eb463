import { z } from 'astro/zod';
import { RequestError } from 'octokit';
import { limitOf } from '../github/limits.ts';
import type { Doubt } from './report.ts';

/** What came of one request. */
export type Answer<Value> =
  | { kind: 'value'; value: Value; headers: Headers }
  /** GitHub said no, and would again. */
  | { kind: 'refused'; status: number; message: string }
  | { kind: 'limit'; next: Date }
  /** Whether GitHub did what it was asked is not known. */
  | { kind: 'unclear'; reason: Doubt };

type Headers = Readonly<Record<string, string | number | undefined>>;

/**
 * Asks GitHub and believes only an answer of the right shape: a proxy's page and a body that breaks off come with status
 * 200 as well. This function can't fail.
 */
export async function ask<Schema extends z.ZodType>(
  schema: Schema,
  request: () => Promise<{ data: unknown; headers: Headers }>,
  now: () => Date,
): Promise<Answer<z.output<Schema>>> {
  try {
    const { data, headers } = await request();
    const parsed = schema.safeParse(data);
    return parsed.success
      ? { kind: 'value', value: parsed.data, headers }
      : { kind: 'unclear', reason: 'unreadable answer' };
  } catch (error) {
    if (!(error instanceof RequestError)) return { kind: 'unclear', reason: 'unreadable answer' };
    const { status, message, response } = error;
    if (!response) return { kind: 'unclear', reason: 'no answer' };
    const limit = limitOf(status, response.headers, message, now());
    if (limit) return { kind: 'limit', next: limit.until };
    return status < 500
      ? { kind: 'refused', status, message }
      : { kind: 'unclear', reason: `status ${status}` };
  }
}

/** GitHub's own shapes, as far as telling people needs them. */
export const repositoryShape = z.object({
  full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  archived: z.boolean(),
});

export const issueShape = z.object({
  number: z.int().positive(),
  repository_url: z.url(),
  state: z.enum(['open', 'closed']),
  state_reason: z.string().nullish(),
  locked: z.boolean(),
  labels: z.array(
    z.union([z.string(), z.object({ name: z.string().nullish() }).transform(({ name }) => name ?? '')]),
  ),
  comments: z.int().nonnegative(),
});
export type Issue = z.output<typeof issueShape>;

export const commentShape = z.object({
  id: z.int().positive(),
  html_url: z.url({ protocol: /^https?$/ }),
  created_at: z.iso.datetime(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
  /** Null when the account is gone. */
  user: z.object({ login: z.string() }).nullish(),
});
export type Comment = z.output<typeof commentShape>;

export const userShape = z.object({ login: z.string().min(1) });
