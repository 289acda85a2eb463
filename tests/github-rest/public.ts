import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Fault, fail, hits, type Logged, type Reply, strikesFirst } from '../github/faults.ts';

/** What GitHub's REST answers to somebody, by path without query; a function sees the query. Everything else is 404. */
export type Answers = Record<string, unknown>;
export type Answer = (query: URLSearchParams, url: string) => unknown;

/** An answer that is more than JSON with status 200. */
export class Told {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;
  constructor(status: number, body: unknown = { message: 'so' }, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** A GitHub of REST alone, as small as the test that asks it. */
export interface PublicGitHub {
  url: string;
  answers: Answers;
  faults: Fault[];
  /** `GET /path?query`, in order; what is free to ask is not among them. */
  asked: string[];
  /** The `Authorization` headers that came. */
  tokens: (string | undefined)[];
}

/** Serves answers until the test is over. */
export async function servePublic(answers: Answers): Promise<PublicGitHub> {
  const github: PublicGitHub = { url: '', answers, faults: [], asked: [], tokens: [] };
  const server = createServer((request, response) => {
    const { method = 'GET', url: path = '/' } = request;
    const { pathname, searchParams } = new URL(path, github.url);
    if (pathname !== '/rate_limit') github.asked.push(`${method} ${path}`);
    github.tokens.push(request.headers.authorization);
    const index = github.asked.length;
    const logged: Logged = { index, method, path, operation: '', variables: {}, status: 0 };
    const fault = github.faults.find((one) => hits(one, logged));
    const nothing: Reply = { status: 0, headers: {}, body: '' };
    if (fault && strikesFirst(fault)) return void fail(fault, nothing, response);
    const found = Object.hasOwn(github.answers, pathname) ? github.answers[pathname] : new Told(404);
    const said: unknown = typeof found === 'function' ? found(searchParams, github.url) : found;
    const { status, body, headers } = said instanceof Told ? said : new Told(200, said);
    const reply = { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) };
    if (fault) return void fail(fault, reply, response);
    response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  github.url = `http://127.0.0.1:${port}`;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return github;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (typeof address === 'object' && address) return address;
  throw new Error('the server has an address');
}

/** A page of a list, with the `Link` to the next one, as GitHub pages. */
export function paged(
  list: readonly unknown[],
  size: number,
  path: string,
  wrap = (page: unknown[]): unknown => page,
): Answer {
  return (query, url) => {
    const page = Number(query.get('page') ?? 1);
    const next = new URL(path, url);
    for (const [key, value] of query) next.searchParams.set(key, value);
    next.searchParams.set('page', String(page + 1));
    const hasMore = page * size < list.length;
    const last = `<${next.href.replace(/page=\d+$/, 'page=99')}>; rel="last"`;
    return new Told(200, wrap(list.slice((page - 1) * size, page * size)), {
      ...(hasMore && { link: `<${next.href}>; rel="next", ${last}` }),
    });
  };
}

/** What is left of both limits, and that they begin anew at nine. */
export const rateLimit = (core: number, search = 10): unknown => {
  const reset = Date.parse('2026-11-22T09:00:00Z') / 1000;
  return {
    resources: {
      core: { limit: 60, remaining: core, used: 60 - core, reset },
      search: { limit: 10, remaining: search, used: 10 - search, reset },
    },
  };
};

/** A repository as REST describes it. */
export const restRepository = (
  repo: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  id: 1,
  full_name: repo,
  html_url: `https://github.test/${repo}`,
  private: false,
  fork: false,
  archived: false,
  has_issues: true,
  has_pages: true,
  default_branch: 'main',
  ...more,
});

/** An issue as REST lists it. */
export const restIssue = (number: number, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: number,
  node_id: `I_${number}`,
  number,
  html_url: `https://github.test/octo/app/issues/${number}`,
  title: `Wish ${number}`,
  body: `I wish for ${number}.`,
  state: 'open',
  state_reason: null,
  created_at: '2026-01-01T12:00:00Z',
  updated_at: new Date(Date.UTC(2026, 0, 2) + number * 3600_000).toISOString().replace('.000', ''),
  closed_at: null,
  user: { login: 'ada', type: 'User' },
  milestone: null,
  labels: [],
  reactions: { total_count: 3, '+1': 2, '-1': 1 },
  comments: 1,
  ...more,
});

/** A pull request as REST lists it among issues. */
export const restPull = (number: number): Record<string, unknown> =>
  restIssue(number, { pull_request: { url: 'https://github.test' } });

/** A release as REST lists it. */
export const restRelease = (tag: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  tag_name: tag,
  name: tag,
  html_url: `https://github.test/octo/app/releases/tag/${tag}`,
  draft: false,
  prerelease: false,
  published_at: '2026-03-01T12:00:00Z',
  body: 'News.',
  ...more,
});
