import type { GitHub } from '../github/client.ts';
import { isSameRepo } from '../github/repositories.ts';
import { type Answer, ask, type Issue, issueShape, repositoryShape } from './answer.ts';
import type { Doubt, Reason } from './report.ts';

/** An issue under the name that its repository has today. */
export interface Place {
  owner: string;
  repo: string;
  issue_number: number;
}

/** What came of reading; `isFinal` where the same will be said for ever. */
export type Seen<Value> =
  | { kind: 'value'; value: Value }
  | { kind: 'skip'; reason: Reason; isFinal: boolean }
  | { kind: 'limit'; next: Date }
  | { kind: 'unclear'; reason: Doubt };

export interface Places {
  /** The repository of a name, under the name that it has today. */
  repository: (repo: string) => Promise<Seen<Pick<Place, 'owner' | 'repo'>>>;
  issue: (where: { repo: string; number: number }) => Promise<Seen<Issue & { place: Place }>>;
}

/** Reads repositories and issues, each at most once. */
export function openPlaces({ rest }: Pick<GitHub, 'rest'>, now: () => Date): Places {
  const repository = once(async (repo: string): Promise<Seen<Pick<Place, 'owner' | 'repo'>>> => {
    const answer = await ask(repositoryShape, () => rest.repos.get(split(repo)), now);
    if (answer.kind === 'refused') return skip('no-access');
    if (answer.kind !== 'value') return answer;
    return answer.value.archived ? skip('archived') : { ...answer, value: split(answer.value.full_name) };
  });

  const issue = once(async (name: string): Promise<Seen<Issue & { place: Place }>> => {
    const [repo = '', number] = name.split('#');
    const home = await repository(repo);
    if (home.kind !== 'value') return home;
    const place = { ...home.value, issue_number: Number(number) };
    const answer = await ask(issueShape, () => rest.issues.get(place), now);
    if (answer.kind === 'refused') return refusal(answer);
    if (answer.kind !== 'value') return answer;
    // octokit follows the 301 of a transferred issue, and answers with another issue.
    if (!isAt(answer.value, place)) return { ...skip('transferred'), isFinal: true };
    return { ...answer, value: { ...answer.value, place } };
  });

  return { repository, issue: ({ repo, number }) => issue(`${repo.toLowerCase()}#${number}`) };
}

const skip = (reason: Reason) => ({ kind: 'skip', reason, isFinal: false }) as const;

/** GitHub's no to reading or writing, in our words. Deleted is for ever; a repository whose issues are off says 410 too. */
export function refusal({ status, message }: Extract<Answer<unknown>, { kind: 'refused' }>): {
  kind: 'skip';
  reason: Reason;
  isFinal: boolean;
} {
  if (status === 403 && /\blocked\b/i.test(message)) return skip('locked');
  if (status === 403 && /\barchived\b/i.test(message)) return skip('archived');
  if (status === 403) return skip('forbidden');
  if (status === 404) return skip('gone');
  return status === 410
    ? { ...skip('gone'), isFinal: /\bdeleted\b/i.test(message) }
    : skip(`status ${status}`);
}

const isAt = ({ number, repository_url }: Issue, { owner, repo, issue_number }: Place): boolean =>
  number === issue_number && isSameRepo(repository_url.split('/').slice(-2).join('/'), `${owner}/${repo}`);

function split(name: string): Pick<Place, 'owner' | 'repo'> {
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
