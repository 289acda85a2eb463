import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit, RequestError } from 'octokit';
import { Stop } from '../command.ts';
import { readAnswer } from './answers.ts';
import { openDialect } from './dialect.ts';
import { explainThrown, GitHubFailure, unusable } from './failures.ts';
import type { Headers } from './limits.ts';

/** How GitHub is found: the variables that Actions sets, so that GitHub Enterprise and simulators work too. */
export interface Connection {
  /** Undefined for somebody who is nobody in particular: REST alone, public repositories, 60 requests an hour. */
  token: string | undefined;
  /** REST, `https://api.github.com`. */
  apiUrl: string;
  /** GraphQL, `https://api.github.com/graphql`. */
  graphqlUrl: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** @throws Stop (status 2) that says how to get a token when there is none. */
export function connectionFrom(env: Env): Connection {
  const connection = anyConnectionFrom(env);
  if (connection.token === undefined) throw new Stop(NO_TOKEN, 2);
  return connection;
}

/** The same, but without a token where there is none. @throws Stop (status 2) when there is one that cannot be. */
export function anyConnectionFrom(env: Env): Connection {
  const token = (env['GITHUB_TOKEN'] || env['GH_TOKEN'])?.trim() || undefined;
  if (token !== undefined && !/^[\x21-\x7E]+$/.test(token)) throw new Stop(ODD_TOKEN, 2);
  const apiUrl = (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, '');
  return { token, apiUrl, graphqlUrl: env['GITHUB_GRAPHQL_URL'] || graphqlBeside(apiUrl) };
}

const graphqlBeside = (apiUrl: string): string =>
  apiUrl.endsWith('/api/v3') ? `${apiUrl.slice(0, -'/v3'.length)}/graphql` : `${apiUrl}/graphql`;

const NO_TOKEN = [
  'GitHub needs a token, even to read a public repository in bulk.',
  '  on your machine: GITHUB_TOKEN=$(gh auth token) milepost …',
  '    or make one (no scope needed for public repositories): https://github.com/settings/personal-access-tokens/new',
  '  in GitHub Actions: env: { GITHUB_TOKEN: "${{ github.token }}" }',
].join('\n');

const ODD_TOKEN =
  'GITHUB_TOKEN: expected letters, digits and signs; got spaces or other characters. Copy the token again.';

/** GitHub, as the rest of Milepost sees it. */
export interface GitHub {
  /** One GraphQL document, only for reading. @throws GitHubFailure; a partial answer is a failure, never data. */
  query: (document: string, variables: Record<string, unknown>) => Promise<Record<string, unknown>>;
  /**
   * GET of a path such as `/repos/octo/app`, or of an address of the same API. Redirects are answers and not followed,
   * 404 and 410 are answers too. @throws GitHubFailure for all others.
   */
  get: (path: string) => Promise<RestAnswer>;
  rest: Octokit['rest'];
  /** HTTP requests made so far, repeated ones included. */
  requests: () => number;
  /** GraphQL points paid so far. */
  points: () => number;
}

/** What REST answered. */
export interface RestAnswer {
  status: number;
  /** Where a redirect leads. */
  location: string | undefined;
  headers: Headers;
  data: unknown;
}

export interface Clock {
  now: () => Date;
  sleep: (milliseconds: number) => Promise<unknown>;
}

const SYSTEM: Clock = { now: () => new Date(), sleep };

/** Waits and retries are bounded: nothing sleeps longer than a minute, and the next run goes on. */
const LONGEST_WAIT = 60;
const TIMEOUT = 60_000;
/** octokit's own list and 429: a limit is waited out, not knocked at. */
const READING = { retries: 1, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] };

/** Connects with octokit. `options` are octokit's own, for tests that cannot wait. */
export function connect(
  { token, apiUrl, graphqlUrl }: Connection,
  options: ConstructorParameters<typeof Octokit>[0] = {},
  clock: Clock = SYSTEM,
): GitHub {
  let requests = 0;
  let points = 0;
  const counting: typeof fetch = (input, init) => {
    requests += 1;
    return fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT) });
  };
  const patient = (retryAfter: number, _options: unknown, _octokit: unknown, retries: number): boolean =>
    retries < 1 && retryAfter <= LONGEST_WAIT;
  const common = {
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'milepost',
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    request: { fetch: counting },
  };
  // Not `request: { retries: 1 }` at the call: that makes octokit repeat a 401 or 403 too, at once.
  // octokit's throttling takes every GraphQL query for a write and spaces them a second apart; reading one page after
  // the other is polite enough, so the reader goes without and waits out short limits itself.
  const reader = new Octokit({ ...common, retry: READING, ...options, throttle: { enabled: false } });
  const writer = new Octokit({
    ...common,
    throttle: { onRateLimit: patient, onSecondaryRateLimit: patient },
    ...options,
  });

  const dialect = openDialect();

  async function ask(document: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> {
    const question = { method: 'POST', url: graphqlUrl, query: dialect.speak(document), variables } as const;
    try {
      const answer = readAnswer(await reader.request(question), graphqlUrl, clock.now());
      points += priceOf(answer);
      return answer;
    } catch (error) {
      if (error instanceof GitHubFailure && dialect.learn(error.unknown)) return ask(document, variables);
      throw told(error, graphqlUrl);
    }
  }

  async function look(path: string): Promise<RestAnswer> {
    try {
      const request = { redirect: 'manual' } as const;
      const { status, headers, data } = await reader.request({ method: 'GET', url: path, request });
      return { status, location: headers.location, headers, data };
    } catch (error) {
      if (error instanceof RequestError && (error.status === 404 || error.status === 410))
        return {
          status: error.status,
          location: undefined,
          headers: error.response?.headers ?? {},
          data: undefined,
        };
      throw told(error, path.startsWith('/') ? `${apiUrl}${path}` : path);
    }
  }

  function told(error: unknown, where: string): GitHubFailure {
    const failure = error instanceof GitHubFailure ? error : explainThrown(error, where, clock.now());
    if (token !== undefined && token.length >= 8) failure.message = failure.message.replaceAll(token, '***');
    return failure;
  }

  /** Waits out a short limit, once. */
  async function patiently<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
    try {
      return await attempt();
    } catch (error) {
      const wait =
        error instanceof GitHubFailure && error.next
          ? error.next.getTime() - clock.now().getTime()
          : Infinity;
      if (wait > LONGEST_WAIT * 1000) throw error;
      await clock.sleep(Math.max(wait, 0));
      return attempt();
    }
  }

  const query: GitHub['query'] = (document, variables) => patiently(() => ask(document, variables));

  async function get(path: string): Promise<RestAnswer> {
    const isOurs = path.startsWith('/') || URL.parse(path)?.origin === new URL(apiUrl).origin;
    if (!isOurs) throw unusable(path, `an address at ${apiUrl}, where alone the token goes`, 'another');
    return patiently(() => look(path));
  }

  return { query, get, rest: writer.rest, requests: () => requests, points: () => points };
}

function priceOf({ rateLimit }: Record<string, unknown>): number {
  const cost =
    typeof rateLimit === 'object' && rateLimit !== null && 'cost' in rateLimit ? rateLimit.cost : 0;
  return typeof cost === 'number' ? cost : 0;
}
