import type { GitHub } from '../github/client.ts';
import { labelSet } from '../../src/model/labels.ts';
import type { Comment, Issue } from './answer.ts';
import { listComments, ownComments } from './comments.ts';
import { hasMarker } from './key.ts';
import { openPlaces, type Place, refusal, type Seen } from './places.ts';
import type { Due } from './plan.ts';
import type { Reason } from './report.ts';

/** Whether an issue may be told now; `clear` says where its comment goes, `told` which of ours are there. */
export type Verdict =
  | { kind: 'clear'; place: Place }
  | { kind: 'told'; place: Place; comments: [Comment, ...Comment[]] }
  | Exclude<Seen<never>, { kind: 'value' }>;

export interface Watch {
  github: Pick<GitHub, 'rest'>;
  /** Whose comments are ours: anybody can paste a marker. */
  login: string;
  /** Label that keeps an issue from being told. */
  quiet: string;
  now: () => Date;
}

/** Reads before anything is written. It asks for a repository, and for a canonical issue, once. */
export function openGuard({ github, login, quiet, now }: Watch): (due: Due) => Promise<Verdict> {
  const places = openPlaces(github, now);
  return async (due) => {
    const issue = await places.issue(due);
    if (issue.kind !== 'value') return issue;
    const against = whyNot(issue.value, quiet, due.canonical !== undefined);
    if (against) return { kind: 'skip', reason: against, isFinal: false };
    if (due.canonical) {
      const canonical = await places.issue(due.canonical);
      if (canonical.kind === 'skip') return { ...canonical, isFinal: false };
      if (canonical.kind !== 'value') return canonical;
      const undone = whyNotDone(canonical.value);
      if (undone) return { kind: 'skip', reason: undone, isFinal: false };
    }
    const { place, comments: expected } = issue.value;
    const listed = await listComments(github, place, expected, now);
    if (listed.kind === 'refused') return refusal(listed);
    if (listed.kind !== 'value') return listed;
    const [first, ...others] = ownComments(listed.value, login).filter(({ body }) => hasMarker(body));
    return first ? { kind: 'told', place, comments: [first, ...others] } : { kind: 'clear', place };
  };
}

function whyNot(issue: Issue, quiet: string, isDuplicate: boolean): Reason | undefined {
  if (labelSet(issue.labels).has(quiet)) return 'quiet';
  if (issue.locked) return 'locked';
  return isDuplicate && issue.state === 'closed' ? undefined : whyNotDone(issue);
}

/** Issues that were closed before GitHub asked for reasons count as completed. */
function whyNotDone({ state, state_reason }: Issue): Reason | undefined {
  if (state === 'open') return 'open';
  return state_reason && state_reason !== 'completed' ? 'not-completed' : undefined;
}
