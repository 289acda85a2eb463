import { z } from 'astro/zod';
import type { GitHub } from '../github/client.ts';
import { labelSet } from '../github/labels.ts';
import { isSameRepo } from '../github/repositories.ts';
import {
  type Answer,
  ask,
  type Comment,
  commentShape,
  type Issue,
  issueShape,
  repositoryShape,
} from './answer.ts';
import type { Address } from './comment.ts';
import { hasMarker } from './key.ts';
import type { Due } from './plan.ts';
import type { Doubt, Reason } from './report.ts';

/** Whether an issue may be told now; `clear` says where its comment goes. */
export type Verdict =
  | { kind: 'clear'; place: Place }
  | { kind: 'skip'; reason: Reason }
  | { kind: 'limit'; next: Date }
  | { kind: 'unclear'; reason: Doubt };

/** An issue under the name that its repository has today. */
export interface Place {
  owner: string;
  repo: string;
  issue_number: number;
}

export interface Watch {
  github: Pick<GitHub, 'rest'>;
  /** Whose comments are ours: anybody can paste a marker. */
  login: string;
  /** Label that keeps an issue from being told. */
  quiet: string;
  now: () => Date;
}

type Seen<Value> = Exclude<Answer<Value>, { kind: 'refused' }> | { kind: 'skip'; reason: Reason };

/** Reads before anything is written. It asks for a repository, and for a canonical issue, once a run. */
export function openGuard({ github: { rest }, login, quiet, now }: Watch): (due: Due) => Promise<Verdict> {
  const readRepository = once(async (repo: string): Promise<Seen<z.output<typeof repositoryShape>>> => {
    const answer = await ask(repositoryShape, () => rest.repos.get(split(repo)), now);
    if (answer.kind === 'refused') return { kind: 'skip', reason: 'no-access' };
    return answer.kind === 'value' && answer.value.archived ? { kind: 'skip', reason: 'archived' } : answer;
  });

  const readIssue = once(async (name: string): Promise<Seen<Issue & { place: Place }>> => {
    const [repo = '', number] = name.split('#');
    const home = await readRepository(repo);
    if (home.kind !== 'value') return home;
    const place = { ...split(home.value.full_name), issue_number: Number(number) };
    const answer = await ask(issueShape, () => rest.issues.get(place), now);
    if (answer.kind === 'refused') return { kind: 'skip', reason: reasonOf(answer.status) };
    if (answer.kind !== 'value') return answer;
    // octokit follows the 301 of a transferred issue, and answers with another issue.
    if (!isAt(answer.value, home.value.full_name, place.issue_number))
      return { kind: 'skip', reason: 'transferred' };
    return { ...answer, value: { ...answer.value, place } };
  });

  const see = ({ repo, number }: Address | Due): ReturnType<typeof readIssue> =>
    readIssue(`${repo.toLowerCase()}#${number}`);

  return async (due) => {
    const issue = await see(due);
    if (issue.kind !== 'value') return issue;
    const against = whyNot(issue.value, quiet, due.canonical !== undefined);
    if (against) return { kind: 'skip', reason: against };
    if (due.canonical) {
      const canonical = await see(due.canonical);
      if (canonical.kind !== 'value') return canonical;
      const undone = whyNotDone(canonical.value);
      if (undone) return { kind: 'skip', reason: undone };
    }
    const comments = await listComments(rest, issue.value, now);
    if (comments.kind !== 'value')
      return comments.kind === 'refused' ? { kind: 'skip', reason: reasonOf(comments.status) } : comments;
    const isTold = comments.value.some(
      ({ user, body }) => user?.login.toLowerCase() === login.toLowerCase() && hasMarker(body),
    );
    return isTold ? { kind: 'skip', reason: 'told' } : { kind: 'clear', place: issue.value.place };
  };
}

const isAt = ({ number, repository_url }: Issue, repo: string, wanted: number): boolean =>
  number === wanted && isSameRepo(repository_url.split('/').slice(-2).join('/'), repo);

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

export function reasonOf(status: number): Reason {
  if (status === 404 || status === 410) return 'gone';
  return status === 403 ? 'forbidden' : `status ${status}`;
}

/**
 * All comments of an issue. `octokit.paginate` is not asked: it takes a body that breaks off for an empty page, and a lost
 * `Link` header for the last. A full page has a next one, whatever its header says.
 */
async function listComments(
  rest: GitHub['rest'],
  { place, comments: expected }: Issue & { place: Place },
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

function split(name: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = name.split('/');
  return { owner, repo };
}

/** Remembers what was read under a name. */
function once<Value>(read: (name: string) => Promise<Value>): (name: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (name) => {
    const value = known.get(name) ?? read(name);
    known.set(name, value);
    return value;
  };
}
