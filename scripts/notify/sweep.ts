import { listComments, ownComments } from './comments.ts';
import { type Course, isTold, postedOf, recordOf } from './course.ts';
import { markerOf } from './key.ts';
import { deleteComment } from './write.ts';

/**
 * Looks once more where this run wrote, or found what another had: of comments of ours with the same marker the first stays.
 * One that cannot be taken away is left to the next run.
 */
export async function sweepDoubles(course: Course): Promise<void> {
  const { github, login, now, report, results } = course;
  for (const { notice, place, comment } of course.told) {
    const listed = await listComments(github, place, 1, now);
    if (listed.kind !== 'value') continue;
    const marked = ownComments(listed.value, login).filter(({ body }) => body.includes(markerOf(notice.key)));
    const all =
      marked.some(({ id }) => id === comment.id) || !comment.body.includes(markerOf(notice.key))
        ? marked
        : ownComments([...marked, comment], login);
    const [first, ...doubles] = all;
    if (!first || doubles.length === 0) continue;
    const version = results.get(notice.key)?.version;
    isTold(course, notice, first, version);
    for (const double of doubles) {
      const isGone = await deleteComment(github, { ...place, comment_id: double.id }, now);
      if (isGone) report.swept.push(postedOf(notice, double));
      else results.set(notice.key, { ...recordOf(course, notice), state: 'unknown' });
    }
  }
}
