import type { z } from 'astro/zod';
import { show } from '../../src/model/problem.ts';
import type { GitHub, RestAnswer } from './client.ts';
import { readShape } from './door.ts';
import { unusable } from './failures.ts';

/** Reads an answer of REST into a typed value. @throws GitHubFailure when it is of another shape, or a web page. */
export function readRest<Schema extends z.ZodType>(
  schema: Schema,
  { data, headers }: Pick<RestAnswer, 'data' | 'headers'>,
  where: string,
): z.output<Schema> {
  if (typeof data !== 'string') return readShape(schema, data, where);
  const type = String(headers['content-type'] ?? 'no content type').replace(/;.*/, '');
  if (type.endsWith('json')) throw unusable(where, 'JSON', 'JSON that breaks off');
  const remedy =
    'A proxy or a login page may be in the way; check GITHUB_API_URL, then run the command again.';
  throw unusable(where, 'JSON', `${type} ${show(data)}`, remedy);
}

/** A page of a listing, and whether it is the last. */
export interface RestPage {
  answer: RestAnswer;
  isLast: boolean;
}

/**
 * Follows a listing page by page, at most `most` of them, as GitHub's `Link` header leads; addresses are never made up.
 * @throws GitHubFailure where they lead round in a circle, or to another origin.
 */
export async function* followPages(github: GitHub, first: string, most: number): AsyncGenerator<RestPage> {
  const met = new Set<string>();
  let at: string | undefined = first;
  while (at !== undefined && met.size < most) {
    met.add(at);
    const answer: RestAnswer = await github.get(at);
    const next = nextIn(answer.headers['link']);
    if (next !== undefined && met.has(next))
      throw unusable(first, 'the address of the next page', 'one that was read before');
    yield { answer, isLast: next === undefined };
    at = next;
  }
}

/** The address with `rel="next"` in a `Link` header. */
const nextIn = (link: string | number | undefined): string | undefined =>
  /<([^<>]+)>\s*;[^<]*\brel="?next"?/.exec(String(link ?? ''))?.[1];
