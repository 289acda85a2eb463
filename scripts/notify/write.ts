import { z } from 'astro/zod';
import type { GitHub } from '../github/client.ts';
import { type Answer, ask, type Comment, commentShape } from './answer.ts';
import { hasMarker } from './key.ts';
import type { Place } from './places.ts';

/** Where one comment is, whatever its issue. */
export type Home = Pick<Place, 'owner' | 'repo'>;
type Rest = Pick<GitHub, 'rest'>;

/** Writes a comment, once: `retries: 0` switches octokit's retry plugin off, `NO_SECOND_TRY` in `notify.ts` its throttling one. */
export const postComment = (
  { rest }: Rest,
  place: Place,
  body: string,
  now: () => Date,
): Promise<Answer<Comment>> =>
  ask(commentShape, () => rest.issues.createComment({ ...place, body, request: { retries: 0 } }), now);

/** What came of an edit; `left`: the comment is no longer ours to edit, and why. */
export type Edited =
  | Answer<Comment>
  | { kind: 'same'; value: Comment }
  | { kind: 'left'; reason: 'deleted' | 'rewritten' | 'not-ours' };

/**
 * Gives a comment of ours another text. One that is gone, that another login wrote, or whose marker somebody took out is
 * left alone. Asked for the text that is there already, it writes nothing. `dryRun`: nor otherwise.
 */
export async function editComment(
  { rest }: Rest,
  comment: Home & { comment_id: number },
  { body, login, dryRun }: { body: string; login: string; dryRun: boolean },
  now: () => Date,
): Promise<Edited> {
  const found = await ask(commentShape, () => rest.issues.getComment(comment), now);
  if (found.kind !== 'value') return isGone(found) ? { kind: 'left', reason: 'deleted' } : found;
  if (found.value.user?.login.toLowerCase() !== login.toLowerCase())
    return { kind: 'left', reason: 'not-ours' };
  if (!hasMarker(found.value.body)) return { kind: 'left', reason: 'rewritten' };
  if (found.value.body === body) return { kind: 'same', value: found.value };
  if (dryRun) return found;
  const written = await ask(commentShape, () => rest.issues.updateComment({ ...comment, body }), now);
  return isGone(written) ? { kind: 'left', reason: 'deleted' } : written;
}

/** Takes a comment away; one that is gone already is no failure. */
export async function deleteComment(
  { rest }: Rest,
  comment: Home & { comment_id: number },
  now: () => Date,
): Promise<boolean> {
  const answer = await ask(z.unknown(), () => rest.issues.deleteComment(comment), now);
  return answer.kind === 'value' || isGone(answer);
}

const isGone = (answer: Answer<unknown>): boolean =>
  answer.kind === 'refused' && (answer.status === 404 || answer.status === 410);
