import type { GitHub } from '../github/client.ts';
import { ask, commentShape } from './answer.ts';
import { openGuard, type Place, reasonOf, type Verdict } from './guard.ts';
import type { Due } from './plan.ts';
import {
  emptyReport,
  type NotifyReport,
  type Planned,
  type Reason,
  type Skipped,
  type Told,
} from './report.ts';

export interface Sending {
  github: Pick<GitHub, 'rest'>;
  login: string;
  quiet: string;
  /** Most comments that may be written. */
  cap: number;
  dryRun: boolean;
  now: () => Date;
  /** Told before each issue is looked at. */
  onProgress: (done: number) => void;
}

export interface Sent {
  report: NotifyReport;
  /** When to come back, after a rate limit. */
  next: Date | undefined;
}

/**
 * Tells one issue after the other, each read just before it is written to. No write is repeated, whatever comes of it: what
 * is not known goes to `unknown`, and the next run's read decides. A rate limit ends the run.
 */
export async function sendNotices(due: readonly Due[], sending: Sending): Promise<Sent> {
  const { github, cap, dryRun, now, onProgress } = sending;
  const guard = openGuard(sending);
  const report = emptyReport();
  let written = 0;
  let next: Date | undefined;
  for (const [index, notice] of due.entries()) {
    const issue = toldOf(notice);
    if (next || written >= cap) {
      report.skipped.push({ ...issue, reason: next ? 'limit' : 'cap' });
      continue;
    }
    onProgress(index);
    const verdict = await guard(notice);
    if (verdict.kind === 'clear') report.planned.push(plannedOf(notice));
    const result =
      verdict.kind !== 'clear' || dryRun
        ? verdict
        : await postComment(github, verdict.place, notice.body, now);
    // A comment whose answer was lost may be there: it counts.
    const isWritten = dryRun || result.kind === 'posted' || result.kind === 'unclear';
    if (verdict.kind === 'clear' && isWritten) written += 1;
    if (result.kind === 'limit') next = result.next;
    file(result, issue, report);
  }
  return { report, next };
}

type Result = Verdict | { kind: 'posted'; comment: { id: number; url: string } };

function file(result: Result, issue: Told, { posted, skipped, unknown }: NotifyReport): void {
  switch (result.kind) {
    case 'posted':
      return void posted.push({ ...issue, comment: result.comment });
    case 'unclear':
      return void unknown.push({ ...issue, reason: result.reason });
    case 'skip':
      return void skipped.push({ ...issue, reason: result.reason });
    case 'limit':
      return void skipped.push({ ...issue, reason: 'limit' });
    case 'clear':
      return;
  }
}

/** `retries: 0` switches octokit's retry plugin off; the throttling one asks `NO_SECOND_TRY` in `notify.ts`. */
async function postComment(
  { rest }: Pick<GitHub, 'rest'>,
  place: Place,
  body: string,
  now: () => Date,
): Promise<Result> {
  const answer = await ask(
    commentShape,
    () => rest.issues.createComment({ ...place, body, request: { retries: 0 } }),
    now,
  );
  if (answer.kind === 'refused') return { kind: 'skip', reason: refusalOf(answer) };
  return answer.kind === 'value'
    ? { kind: 'posted', comment: { id: answer.value.id, url: answer.value.html_url } }
    : answer;
}

function refusalOf({ status, message }: { status: number; message: string }): Reason {
  if (status === 403 && /\blocked\b/i.test(message)) return 'locked';
  return status === 403 && /\barchived\b/i.test(message) ? 'archived' : reasonOf(status);
}

const toldOf = ({ key, repo, number, url }: Told): Told => ({ key, repo, number, url });

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
  };
}
