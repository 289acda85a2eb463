import { RequestError } from 'octokit';
import { show } from '../../src/model/problem.ts';
import { type ExitStatus, Stop } from '../command.ts';
import { type Limit, limitOf } from './limits.ts';

interface Told {
  where: string;
  expected: string;
  got: string;
  remedy: string;
  status: ExitStatus;
  httpStatus?: number | undefined;
  next?: Date | undefined;
  missing?: readonly string[] | undefined;
  unknown?: readonly string[] | undefined;
  cause?: unknown;
}

/** GitHub could not be read or would not answer: always a message for people, never a stack trace. */
export class GitHubFailure extends Stop {
  /** Status of the HTTP answer, when that is what failed. */
  readonly httpStatus: number | undefined;
  /** When GitHub will answer again. */
  readonly next: Date | undefined;
  /** Keys of the answer's `repository` that GitHub says are not there. */
  readonly missing: readonly string[];
  /** Fields, or `field(argument)`, that this GitHub's schema lacks. */
  readonly unknown: readonly string[];

  constructor(told: Told) {
    const {
      where,
      expected,
      got,
      remedy,
      status,
      httpStatus,
      next,
      missing = [],
      unknown = [],
      cause,
    } = told;
    super(`${where}: expected ${expected}; got ${got}. ${remedy}`, status, { cause });
    this.httpStatus = httpStatus;
    this.next = next;
    this.missing = missing;
    this.unknown = unknown;
  }
}

/** What to do about most failures. */
export const AGAIN = 'Run the command again; what was read is kept.';
const NEW_TOKEN = 'Make another: https://github.com/settings/personal-access-tokens/new';
const NO_ACCESS = 'Correct `repositories` in milepost.yml (or --repo), or use a token that may read it.';

/** What GitHub answered does not hold together: nothing of it can be believed. */
export function unusable(where: string, expected: string, got: string, remedy = AGAIN): GitHubFailure {
  return new GitHubFailure({ where, expected, got, remedy, status: 3 });
}

/** GitHub answers `repository: null` when the repository is not there, or not for this token. */
export function noRepository(where: string, got = 'nothing'): GitHubFailure {
  const expected = 'a repository that the token may read';
  return new GitHubFailure({ where, expected, got, remedy: NO_ACCESS, status: 2 });
}

/** GitHub asks to come back later. */
export function limited(where: string, { kind, until }: Limit, cause?: unknown): GitHubFailure {
  const remedy = `Run the command again after ${until.toISOString()}; what was read is kept.`;
  const told = { where, expected: 'an answer', got: kind, remedy };
  return new GitHubFailure({ ...told, status: 3, next: until, cause });
}

/** Turns what octokit throws into a failure for people. What is not GitHub's or the network's doing is thrown on. */
export function explainThrown(error: unknown, where: string, now: Date): GitHubFailure {
  if (!(error instanceof RequestError)) throw error;
  const { status, response, message } = error;
  const got = `${status} ${show(message)}`;
  const told = { where, got, httpStatus: status, cause: error };
  if (!response) return unreachable(error, where);
  if (status === 401) {
    const expected = 'a token that GitHub knows';
    return new GitHubFailure({ ...told, expected, remedy: NEW_TOKEN, status: 2 });
  }
  const wait = limitOf(status, response.headers, message, now);
  if (wait) return limited(where, wait, error);
  if (status === 403) {
    const remedy = 'Give the token access to the repository, or use another.';
    return new GitHubFailure({ ...told, expected: 'a token that may read it', remedy, status: 2 });
  }
  if (status === 404) {
    const remedy = 'Check GITHUB_API_URL and GITHUB_GRAPHQL_URL.';
    return new GitHubFailure({ ...told, expected: 'GitHub’s GraphQL at this address', remedy, status: 2 });
  }
  return new GitHubFailure({ ...told, expected: 'an answer', remedy: AGAIN, status: 3 });
}

function unreachable(error: RequestError, where: string): GitHubFailure {
  const got = `no connection (${reasonOf(error)})`;
  const remedy = `Check the network, and GITHUB_API_URL if it is set. ${AGAIN}`;
  return new GitHubFailure({ where, expected: 'an answer', got, remedy, status: 3, cause: error });
}

/** The system's word, such as ECONNREFUSED, of the innermost cause that has one. fetch's own codes say less than its words. */
function reasonOf(error: unknown): string {
  let found = error instanceof Error ? error.message : String(error);
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    if (code !== '') found = code.startsWith('UND_') ? at.message : code;
  }
  return found;
}
