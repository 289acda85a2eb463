import { z } from 'astro/zod';
import type { GitHub } from '../github/client.ts';
import { type Answer, ask, type Comment, commentShape } from './answer.ts';
import type { Place } from './places.ts';

/**
 * All comments of an issue, which has as many as `expected` says, or more by now. `octokit.paginate` is not asked: it takes a body that breaks off for an empty page, and a lost
 * `Link` header for the last. A full page has a next one, whatever its header says.
 */
export async function listComments(
  { rest }: Pick<GitHub, 'rest'>,
  place: Place,
  expected: number,
  now: () => Date,
): Promise<Answer<Comment[]>> {
  const found: Comment[] = [];
  let more: Record<string, string> = { page: '1' };
  for (let page = 1; ; page += 1) {
    const answer = await ask(
      z.array(commentShape),
      () => rest.issues.listComments({ ...more, ...place, per_page: SIZE }),
      now,
    );
    if (answer.kind !== 'value') return answer;
    found.push(...answer.value);
    const next = nextPage(String(answer.headers['link'] ?? ''));
    if (!next && answer.value.length < SIZE) {
      const isWhole = found.length > 0 || expected === 0;
      return isWhole ? { ...answer, value: found } : { kind: 'unclear', reason: 'unreadable answer' };
    }
    more = next ?? { page: String(page + 1) };
  }
}

const SIZE = 100;

/** What the header says to ask for next, a page's number or a cursor. */
function nextPage(link: string): Record<string, string> | undefined {
  const address = /<([^<>]+)>;\s*rel="next"/.exec(link)?.[1];
  return address !== undefined && URL.canParse(address)
    ? Object.fromEntries(new URL(address).searchParams)
    : undefined;
}

/** Those of one login, oldest first: anybody can paste a marker. */
export const ownComments = (comments: readonly Comment[], login: string): Comment[] =>
  comments
    .filter(({ user }) => user?.login.toLowerCase() === login.toLowerCase())
    .sort((a, b) => a.id - b.id);
