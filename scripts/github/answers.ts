import { show } from '../../src/model/problem.ts';
import { unknownIn } from './dialect.ts';
import { AGAIN, GitHubFailure, limited, noRepository, unusable } from './failures.ts';
import { type Headers, resetTime } from './limits.ts';

const ANSWER = 'the answer to a query';

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
  throw unusable(where, ANSWER, show(data));
}

function notAnswer(headers: Headers, data: unknown, where: string): GitHubFailure {
  const type = String(headers['content-type'] ?? 'no content type').replace(/;.*/, '');
  if (!type.endsWith('json')) {
    const remedy = `A proxy or a login page may be in the way; check GITHUB_API_URL. ${AGAIN}`;
    const got = `${type} ${typeof data === 'string' ? show(data) : ''}`.trim();
    return unusable(where, 'JSON', got, remedy);
  }
  const got = typeof data === 'string' ? 'JSON that breaks off' : show(data);
  return unusable(where, ANSWER, got);
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

function explainErrors(
  errors: readonly QueryError[],
  headers: Headers,
  where: string,
  now: Date,
): GitHubFailure {
  const [first] = errors;
  const got = `${errors.length > 1 ? `${errors.length} errors, first` : 'the error'} ${show(first?.message)}`;
  if (errors.some(({ type }) => type === 'RATE_LIMITED')) {
    return limited(where, { kind: 'rate limit used up', until: resetTime(headers, now) });
  }
  const refused = errors.some(
    ({ type, path }) => type === 'FORBIDDEN' || (type === 'NOT_FOUND' && path.length === 1),
  );
  if (refused) return noRepository(where, got);
  const missing = errors.flatMap(({ type, path: [, key] }) => (type === 'NOT_FOUND' && key ? [key] : []));
  const unknown = errors.flatMap(({ message }) => unknownIn(message) ?? []);
  const told = { where, expected: 'a whole answer', got, remedy: AGAIN };
  return new GitHubFailure({ ...told, status: 3, missing, unknown });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
