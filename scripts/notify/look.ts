import { type Course, hinder, isTold, skip } from './course.ts';
import { openGuard } from './guard.ts';
import type { Due } from './plan.ts';
import type { Notices } from './shelf.ts';
import { standingOf } from './standing.ts';

/** What is left to do once ledger and GitHub were asked. */
export interface Todo {
  /** To be told, not more than the cap allows. */
  clear: Due[];
  /** Told of another version. */
  outdated: Due[];
}

/**
 * Sorts what is due. What the ledger knows of is not asked of GitHub again. The others are looked at before they are claimed,
 * so that an issue which stays locked for years leaves no trace in git.
 */
export async function lookAround(course: Course, due: readonly Due[], known: Notices): Promise<Todo> {
  const guard = openGuard(course);
  const todo: Todo = { clear: [], outdated: [] };
  for (const [index, notice] of due.entries()) {
    const record = known.get(notice.key);
    const standing = standingOf(record, notice.version, course.now());
    if (standing === 'told') skip(course, notice, 'told');
    else if (standing === 'settled')
      skip(course, notice, record?.reason === 'transferred' ? 'transferred' : 'gone');
    else if (standing === 'held') skip(course, notice, 'claimed');
    else if (standing === 'outdated') todo.outdated.push(notice);
    else if (course.next) skip(course, notice, 'limit');
    else if (todo.clear.length >= course.cap) skip(course, notice, 'cap');
    else {
      course.onProgress(index);
      const verdict = await guard(notice);
      if (verdict.kind === 'told') tellFound(course, notice, verdict);
      else if (verdict.kind !== 'clear') hinder(course, notice, verdict);
      else if (standing === 'doubtful') skip(course, notice, 'claimed');
      else todo.clear.push(notice);
    }
  }
  return todo;
}

type Told = Extract<Awaited<ReturnType<ReturnType<typeof openGuard>>>, { kind: 'told' }>;

/** A comment that the ledger did not know of names today's release, or is edited by a later run. */
export function tellFound(course: Course, notice: Due, { place, comments: [comment] }: Told): void {
  skip(course, notice, 'told');
  const { version } = notice;
  isTold(
    course,
    notice,
    comment,
    version !== undefined && comment.body.includes(version) ? version : undefined,
  );
  course.told.push({ notice, place, comment });
}
