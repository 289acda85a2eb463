import { Octokit } from 'octokit';
import { Stop } from '../command.ts';

/** How GitHub is found: the variables that Actions sets, so that GitHub Enterprise and simulators work too. */
export interface Connection {
  token: string;
  /** REST, `https://api.github.com`. */
  apiUrl: string;
  /** GraphQL, `https://api.github.com/graphql`. */
  graphqlUrl: string;
}

/** @throws Stop (status 2) that says how to get a token when there is none. */
export function connectionFrom(env: Readonly<Record<string, string | undefined>>): Connection {
  const token = env['GITHUB_TOKEN'] || env['GH_TOKEN'];
  if (!token) throw new Stop(NO_TOKEN, 2);
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

/** GitHub, as the rest of Milepost sees it. */
export interface GitHub {
  /** One GraphQL document; partial answers are failures, never data. Only for reading. */
  query: (document: string, variables: Record<string, unknown>) => Promise<unknown>;
  rest: Octokit['rest'];
  /** Requests made so far. */
  requests: () => number;
}

/** Waits and retries are bounded: nothing sleeps longer than a minute, and the next run goes on. */
const LONGEST_WAIT = 60;

/** Connects with octokit. `options` are octokit's own, for tests that cannot wait. */
export function connect({ token, apiUrl, graphqlUrl }: Connection, options: ConstructorParameters<typeof Octokit>[0] = {}): GitHub {
  const patient = (retryAfter: number, _options: unknown, _octokit: unknown, retries: number): boolean =>
    retries < 1 && retryAfter <= LONGEST_WAIT;
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'milepost',
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    throttle: { onRateLimit: patient, onSecondaryRateLimit: patient },
    ...options,
  });
  let requests = 0;
  octokit.hook.before('request', () => void (requests += 1));
  const graphql = octokit.graphql.defaults({ baseUrl: graphqlUrl.replace(/\/graphql$/, '') });
  return {
    query: (document, variables) => graphql(document, variables),
    rest: octokit.rest,
    requests: () => requests,
  };
}
