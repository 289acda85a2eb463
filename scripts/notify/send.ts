import type { Notice } from '../../src/model/notice.ts';
import { Stop } from '../command.ts';
import { type Course, hinder, isTold, postedOf, recordOf, type Sending, skip, toldOf } from './course.ts';
import { editOutdated } from './edit.ts';
import { openGuard, type Verdict } from './guard.ts';
import { lookAround, tellFound } from './look.ts';
import { refusal } from './places.ts';
import type { Due } from './plan.ts';
import { emptyReport, type NotifyReport, type Planned, type Skipped } from './report.ts';
import type { Notices } from './shelf.ts';
import { isGood, standingOf } from './standing.ts';
import { sweepDoubles } from './sweep.ts';
import { postComment } from './write.ts';

export interface Sent {
  report: NotifyReport;
  /** When to come back, after a rate limit. */
  next: Date | undefined;
  /** Why the ledger does not know of it yet; the comments' markers do. */
  unrecorded: string | undefined;
}

/**
 * Ledger, look, claim, write, sweep, edit, record. Each issue is read again just before it is written to. No write is
 * repeated, whatever comes of it: what is not known goes to `unknown`, and the next run's read decides. A rate limit ends
 * the run. A run may break off anywhere: its claims grow old, and its comments are known by their markers.
 * @throws Stop when the ledger cannot be read or nothing can be claimed; then nothing was written.
 */
export async function sendNotices(due: readonly Due[], sending: Sending): Promise<Sent> {
  const known = await sending.ledger.read(due);
  const course = await setOut(due, known, sending);
  const { dryRun, report } = course;
  const { clear, outdated } = await lookAround(course, due, known);
  if (dryRun) report.planned.push(...clear.map(plannedOf));
  else if (clear.length > 0 && !course.next) await tellClaimed(course, clear);
  else for (const notice of clear) skip(course, notice, 'limit');
  if (!dryRun && !course.next) await sweepDoubles(course);
  await editOutdated(course, outdated, known);
  const unrecorded = dryRun ? undefined : await record(course);
  const order = new Map(due.map(({ key }, index) => [key, index]));
  report.skipped.sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
  return { report, next: course.next, unrecorded };
}

/** GitHub is asked who we are only when it is to be asked anything: with a long history most runs have nothing to ask. */
async function setOut(due: readonly Due[], known: Notices, sending: Sending): Promise<Course> {
  const isOpen = ({ key, version }: Due): boolean =>
    !['told', 'settled', 'held'].includes(standingOf(known.get(key), version, sending.now()));
  const login = due.some(isOpen) ? await sending.findLogin() : '';
  return { ...sending, login, report: emptyReport(), results: new Map(), told: [], next: undefined };
}

async function tellClaimed(course: Course, clear: readonly Due[]): Promise<void> {
  const claims = await course.ledger.claim(clear);
  const guard = openGuard(course);
  for (const notice of clear) {
    const claim = claims.get(notice.key);
    if (!claim) skip(course, notice, 'claimed');
    else await tellOne(course, notice, claim, guard);
  }
}

async function tellOne(
  course: Course,
  notice: Due,
  claim: Notice,
  guard: (notice: Due) => Promise<Verdict>,
): Promise<void> {
  course.results.set(notice.key, null);
  if (course.next) return skip(course, notice, 'limit');
  const verdict = await guard(notice);
  if (!isGood(claim.at, course.now())) return skip(course, notice, 'late');
  if (verdict.kind === 'told') return tellFound(course, notice, verdict);
  if (verdict.kind !== 'clear') return hinder(course, notice, verdict);
  course.report.planned.push(plannedOf(notice));
  const answer = await postComment(course.github, verdict.place, notice.body, course.now);
  if (answer.kind === 'refused') return hinder(course, notice, refusal(answer));
  if (answer.kind !== 'value') {
    hinder(course, notice, answer);
    const { run, version } = claim;
    const lost: Notice = { ...recordOf(course, notice), state: 'unknown', run, version };
    return void (answer.kind === 'unclear' && course.results.set(notice.key, lost));
  }
  isTold(course, notice, answer.value, notice.version);
  course.told.push({ notice, place: verdict.place, comment: answer.value });
  course.report.posted.push(postedOf(notice, answer.value));
}

async function record({ ledger, results }: Course): Promise<string | undefined> {
  try {
    await ledger.record(results);
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error.message;
    throw error;
  }
}

const plannedOf = (notice: Due): Planned => ({
  ...toldOf(notice),
  shippedAt: notice.shippedAt,
  body: notice.body,
});

/** The plan from the files alone, as when there is no token: what would be written if GitHub had nothing against it. */
export function uncompared(due: readonly Due[], cap: number): Sent {
  const skipped = due.slice(cap).map((notice): Skipped => ({ ...toldOf(notice), reason: 'cap' }));
  return {
    report: { ...emptyReport(), planned: due.slice(0, cap).map(plannedOf), skipped },
    next: undefined,
    unrecorded: undefined,
  };
}
