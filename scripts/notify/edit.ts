import type { Notice } from '../../src/model/notice.ts';
import { type Course, hinder, isTold, postedOf, recordOf, skip } from './course.ts';
import { openPlaces, refusal } from './places.ts';
import type { Due } from './plan.ts';
import type { Notices } from './shelf.ts';
import { editComment } from './write.ts';

/** Makes comments of before name today's release. A comment that somebody took away or over is never touched again. */
export async function editOutdated(course: Course, outdated: readonly Due[], known: Notices): Promise<void> {
  const places = openPlaces(course.github, course.now);
  for (const notice of outdated) {
    const record = known.get(notice.key);
    if (!record?.comment) continue;
    if (course.next) skip(course, notice, 'limit');
    else if (writtenBy(course) >= course.cap) skip(course, notice, 'cap');
    else {
      const home = await places.repository(notice.repo);
      if (home.kind === 'value')
        await editOne(course, notice, record, { ...home.value, comment_id: record.comment.id });
      else hinder(course, notice, home);
    }
  }
}

/** Comments that this run wrote, or may have written. */
const writtenBy = ({ report: { planned, posted, edited, unknown }, dryRun }: Course): number =>
  (dryRun ? planned.length : posted.length + unknown.length) + edited.length;

async function editOne(
  course: Course,
  notice: Due,
  record: Notice,
  comment: { owner: string; repo: string; comment_id: number },
): Promise<void> {
  const answer = await editComment(course.github, comment, { ...course, body: notice.body }, course.now);
  if (answer.kind === 'refused') return hinder(course, notice, refusal(answer));
  if (answer.kind === 'left') {
    skip(course, notice, answer.reason);
    const left = { ...record, ...recordOf(course, notice), version: notice.version, reason: answer.reason };
    return void course.results.set(notice.key, left);
  }
  if (answer.kind !== 'value' && answer.kind !== 'same') return hinder(course, notice, answer);
  isTold(course, notice, answer.value, notice.version);
  if (answer.kind === 'same') return skip(course, notice, 'told');
  course.report.edited.push({ ...postedOf(notice, answer.value), body: notice.body });
}
