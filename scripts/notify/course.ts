import type { Notice } from '../../src/model/notice.ts';
import type { GitHub } from '../github/client.ts';
import type { Comment } from './answer.ts';
import type { Ledger } from './ledger.ts';
import type { Place } from './places.ts';
import type { Due } from './plan.ts';
import type { Doubt, NotifyReport, Posted, Reason, Told } from './report.ts';

export interface Sending {
  github: Pick<GitHub, 'rest'>;
  ledger: Ledger;
  /** Asks whose comments are ours. */
  findLogin: () => Promise<string>;
  quiet: string;
  /** Most comments that may be written. */
  cap: number;
  dryRun: boolean;
  now: () => Date;
  /** Told before each issue is looked at. */
  onProgress: (done: number) => void;
}

/** A run on its way: what it has done, and what the ledger is to know of it. */
export interface Course extends Sending {
  login: string;
  report: NotifyReport;
  /** By key; `null` gives a claim back. */
  results: Map<string, Notice | null>;
  /** Issues that were found or given a comment of ours, to be looked at for doubles. */
  told: { notice: Due; place: Place; comment: Comment }[];
  /** When to come back, after a rate limit: from then on nothing is asked. */
  next: Date | undefined;
}

/** What keeps a notice from being written, as guard and GitHub say it. */
export type Hindrance =
  | { kind: 'skip'; reason: Reason; isFinal: boolean }
  | { kind: 'limit'; next: Date }
  | { kind: 'unclear'; reason: Doubt };

/** Puts a hindrance into the report; one that is for ever is for the ledger, too. */
export function hinder(course: Course, notice: Due, hindrance: Hindrance): void {
  const issue = toldOf(notice);
  if (hindrance.kind === 'unclear')
    return void course.report.unknown.push({ ...issue, reason: hindrance.reason });
  if (hindrance.kind === 'limit') {
    course.next = hindrance.next;
    return skip(course, notice, 'limit');
  }
  skip(course, notice, hindrance.reason);
  if (hindrance.isFinal)
    course.results.set(notice.key, {
      ...recordOf(course, notice),
      state: 'skipped',
      reason: hindrance.reason,
    });
}

export const skip = (course: Course, notice: Due, reason: Reason): void =>
  void course.report.skipped.push({ ...toldOf(notice), reason });

/** Takes down that a notice has its comment. */
export function isTold(course: Course, notice: Due, comment: Comment, version: string | undefined): void {
  course.results.set(notice.key, {
    ...recordOf(course, notice),
    state: 'sent',
    ...(version !== undefined && { version }),
    comment: { id: comment.id, url: comment.html_url, at: comment.created_at },
  });
}

export const recordOf = ({ now }: Course, { key, repo, number }: Due): Omit<Notice, 'state'> => ({
  key,
  repo,
  number,
  at: now().toISOString(),
});

export const toldOf = ({ key, repo, number, url }: Told): Told => ({ key, repo, number, url });

export const postedOf = (notice: Told, { id, html_url: url }: Comment): Posted => ({
  ...toldOf(notice),
  comment: { id, url },
});
