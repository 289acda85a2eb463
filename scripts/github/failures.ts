import { RequestError } from 'octokit';
import { show } from '../../src/model/problem.ts';
import { type ExitStatus, Stop } from '../command.ts';

interface Told {
  where: string;
  expected: string;
  got: string;
  remedy: string;
  status: ExitStatus;
  httpStatus?: number | undefined;
  next?: Date | undefined;
  missing?: readonly string[] | undefined;
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

  constructor({ where, expected, got, remedy, status, httpStatus, next, missing = [], cause }: Told) {
    super(`${where}: expected ${expected}; got ${got}. ${remedy}`, status, { cause });
    this.httpStatus = httpStatus;
    this.next = next;
    this.missing = missing;
  }
}

const AGAIN = 'Run the command again; what was read is kept.';
const NEW_TOKEN = 'Make another: https://github.com/settings/personal-access-tokens/new';
const NO_ACCESS = 'Correct `repositories` in milepost.yml (or --repo), or use a token that may read it.';

/** Seconds to wait when GitHub says "secondary rate limit" and no more. */
const UNSAID_WAIT = 60;

type Headers = Readonly<Record<string, string | number | undefined>>;

/** Turns what octokit throws into a failure for people. What is not GitHub's or the network's doing is thrown on. */
export function explainThrown(error: unknown, where: string, now: Date): GitHubFailure {
  if (!(error instanceof RequestError)) throw error;
  const { status, response, message } = error;
  const got = `${status} ${show(message)}`;
  const told = { where, got, httpStatus: status, cause: error };
  if (!response) return unreachable(error, where);
  if (status === 401) {
    return new GitHubFailure({ ...told, expected: 'a token that GitHub knows', remedy: NEW_TOKEN, status: 2 });
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

interface Limit {
  kind: 'rate limit used up' | 'secondary rate limit';
  until: Date;
}

function limitOf(status: number, headers: Headers, message: string, now: Date): Limit | undefined {
  if (status !== 403 && status !== 429) return undefined;
  if (String(headers['x-ratelimit-remaining']) === '0') return { kind: 'rate limit used up', until: resetTime(headers, now) };
  const seconds = Number(headers['retry-after'] ?? (status === 429 || /secondary rate/i.test(message) ? UNSAID_WAIT : Number.NaN));
  if (Number.isNaN(seconds)) return undefined;
  return { kind: 'secondary rate limit', until: new Date(now.getTime() + seconds * 1000) };
}

const resetTime = (headers: Headers, now: Date): Date => {
  const seconds = Number(headers['x-ratelimit-reset']);
  return seconds > 0 ? new Date(seconds * 1000) : new Date(now.getTime() + UNSAID_WAIT * 1000);
};

function limited(where: string, { kind, until }: Limit, cause?: unknown): GitHubFailure {
  const remedy = `Run the command again after ${until.toISOString()}; what was read is kept.`;
  return new GitHubFailure({ where, expected: 'an answer', got: kind, remedy, status: 3, next: until, cause });
}

function unreachable(error: RequestError, where: string): GitHubFailure {
  const got = `no connection (${reasonOf(error)})`;
  const remedy = `Check the network, and GITHUB_API_URL if it is set. ${AGAIN}`;
  return new GitHubFailure({ where, expected: 'an answer', got, remedy, status: 3, cause: error });
}

/** The system's own word, such as ECONNREFUSED, from the innermost cause that has one. */
function reasonOf(error: unknown): string {
  let found = error instanceof Error ? error.message : String(error);
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') found = at.code;
  }
  return found;
}

interface Answer {
  status: number;
  headers: Headers;
  data: unknown;
}

/** Takes the data out of a GraphQL answer. @throws GitHubFailure when it is not whole, not JSON or no answer at all. */
export function readAnswer({ headers, data }: Answer, where: string, now: Date): Record<string, unknown> {
  if (!isRecord(data)) throw notAnswer(headers, data, where);
  const errors = Array.isArray(data['errors']) ? data['errors'].map(readError) : [];
  if (errors.length > 0) throw explainErrors(errors, headers, where, now);
  if (isRecord(data['data'])) return data['data'];
  throw new GitHubFailure({ where, expected: 'the answer to a query', got: show(data), remedy: AGAIN, status: 3 });
}

function notAnswer(headers: Headers, data: unknown, where: string): GitHubFailure {
  const type = String(headers['content-type'] ?? 'no content type').replace(/;.*/, '');
  if (!type.endsWith('json')) {
    const remedy = `A proxy or a login page may be in the way; check GITHUB_API_URL. ${AGAIN}`;
    const got = `${type} ${typeof data === 'string' ? show(data) : ''}`.trim();
    return new GitHubFailure({ where, expected: 'JSON', got, remedy, status: 3 });
  }
  const got = typeof data === 'string' ? 'JSON that breaks off' : show(data);
  return new GitHubFailure({ where, expected: 'the answer to a query', got, remedy: AGAIN, status: 3 });
}

interface QueryError {
  type: string;
  path: readonly string[];
  message: string;
}

function readError(error: unknown): QueryError {
  if (!isRecord(error)) return { type: '', path: [], message: show(error) };
  const path = Array.isArray(error['path']) ? error['path'].map(String) : [];
  return { type: String(error['type'] ?? ''), path, message: String(error['message'] ?? show(error)) };
}

function explainErrors(errors: readonly QueryError[], headers: Headers, where: string, now: Date): GitHubFailure {
  const [first] = errors;
  const got = errors.length > 1 ? `${errors.length} errors, first ${show(first?.message)}` : `the error ${show(first?.message)}`;
  if (errors.some(({ type }) => type === 'RATE_LIMITED')) {
    return limited(where, { kind: 'rate limit used up', until: resetTime(headers, now) });
  }
  const refused = errors.some(({ type, path }) => type === 'FORBIDDEN' || (type === 'NOT_FOUND' && path.length === 1));
  if (refused) return new GitHubFailure({ where, expected: 'a repository that the token may read', got, remedy: NO_ACCESS, status: 2 });
  const missing = errors.flatMap(({ type, path: [, key] }) => (type === 'NOT_FOUND' && key ? [key] : []));
  return new GitHubFailure({ where, expected: 'a whole answer', got, remedy: AGAIN, status: 3, missing });
}

/** A listing that does not hold together: nothing of it can be believed. */
export function brokenListing(where: string, expected: string, got: string, remedy = AGAIN): GitHubFailure {
  return new GitHubFailure({ where, expected, got, remedy, status: 3 });
}

/** GitHub answers `repository: null` when the repository is not there, or not for this token. */
export function noRepository(where: string): GitHubFailure {
  const expected = 'a repository that the token may read';
  return new GitHubFailure({ where, expected, got: 'nothing', remedy: NO_ACCESS, status: 2 });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
