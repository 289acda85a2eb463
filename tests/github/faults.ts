import type { ServerResponse } from 'node:http';

/** A request as the server's log keeps it. */
export interface Logged {
  /** Counted from 1. */
  index: number;
  method: string;
  /** Path and query. */
  path: string;
  /** Name of the GraphQL operation, `""` for REST. */
  operation: string;
  variables: Readonly<Record<string, unknown>>;
  /** Status of the answer; 0 when the connection was cut. */
  status: number;
}

/** Ways for GitHub to fail. `before` fails without acting, `after` acts and loses the answer. */
export type FaultKind =
  | '502 before'
  | '502 after'
  | 'reset before'
  | 'reset after'
  | '401'
  | '403 secondary'
  | '403 primary'
  | '403 forbidden'
  | '429'
  | 'limited, 200'
  | 'partial'
  | 'html'
  | 'truncated'
  | 'truncated, chunked'
  | 'empty list'
  | 'empty page'
  | 'short page'
  | 'lost cursor'
  | 'same cursor';

export interface Fault {
  kind: FaultKind;
  /** Which requests: one by its index, or all that a claim holds for. */
  when: number | ((request: Logged) => boolean);
  /** How often at most; as often as it holds when absent. */
  times?: number;
  /** Seconds that a secondary rate limit asks to wait; an hour when absent. */
  wait?: number;
  /** When the primary rate limit ends. */
  until?: string;
}

/** What would have been answered. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export const hits = ({ when }: Fault, request: Logged): boolean =>
  typeof when === 'number' ? when === request.index : when(request);

/** Faults that strike before GitHub does anything. */
export const strikesFirst = ({ kind }: Fault): boolean =>
  !/after|partial|html|truncated|page|list|cursor/.test(kind);

/** Fails as told; returns the status for the log. */
export function fail(
  { kind, wait = 3600, until = '2026-11-22T09:00:00Z' }: Fault,
  reply: Reply,
  response: ServerResponse,
): number {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const send = (status: number, headers: Record<string, string>, body: string): number => {
    response.writeHead(status, headers).end(body);
    return status;
  };
  const refuse = (status: number, message: string, headers: Record<string, string> = {}): number =>
    send(status, { ...json, ...headers }, JSON.stringify({ message }));
  switch (kind) {
    case '502 before':
    case '502 after':
      return send(502, { 'content-type': 'text/html' }, '<html><body>Bad gateway</body></html>');
    case 'reset before':
    case 'reset after':
      response.socket?.destroy();
      return 0;
    case '401':
      return refuse(401, 'Bad credentials');
    case '403 secondary':
      return refuse(403, 'You have exceeded a secondary rate limit.', { 'retry-after': String(wait) });
    case '403 primary': {
      const reset = String(Date.parse(until) / 1000);
      return refuse(403, 'API rate limit exceeded.', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': reset,
      });
    }
    case '403 forbidden':
      return refuse(403, 'Resource not accessible by integration');
    case '429':
      return refuse(429, 'Too many requests', { 'retry-after': String(wait) });
    case 'limited, 200': {
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.parse(until) / 1000) };
      const error = { type: 'RATE_LIMITED', message: 'API rate limit already exceeded.' };
      return send(200, { ...json, ...headers }, JSON.stringify({ errors: [error] }));
    }
    case 'html':
      return send(
        200,
        { 'content-type': 'text/html; charset=utf-8' },
        '<!DOCTYPE html><title>Sign in</title>',
      );
    case 'truncated':
      response.writeHead(200, { ...json, 'content-length': String(Buffer.byteLength(reply.body)) });
      response.write(half(reply.body), () => response.socket?.destroy());
      return 200;
    case 'truncated, chunked':
      return send(200, json, half(reply.body));
    case 'empty list':
      return send(200, json, '[]');
    default:
      return send(200, json, JSON.stringify(spoil(kind, JSON.parse(reply.body))));
  }
}

const half = (body: string): string => body.slice(0, Math.floor(body.length / 2));

interface Page {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Changes every top page of an answer to a query. */
function spoil(
  kind: FaultKind,
  answer: { data?: { repository?: Record<string, Page | string | null> | null } },
): unknown {
  if (kind === 'partial') {
    return {
      ...answer,
      errors: [
        {
          message: 'Something went wrong: resource limits exceeded',
          path: ['repository', 'issues', 'nodes', 3],
        },
      ],
    };
  }
  for (const page of Object.values(answer.data?.repository ?? {})) {
    if (typeof page !== 'object' || page === null || !Array.isArray(page.nodes)) continue;
    if (kind === 'empty page') page.nodes = [];
    if (kind === 'short page')
      Object.assign(page, { nodes: page.nodes.slice(1), pageInfo: { hasNextPage: false, endCursor: null } });
    if (kind === 'lost cursor') page.pageInfo = { hasNextPage: true, endCursor: null };
    if (kind === 'same cursor') page.pageInfo = { hasNextPage: true, endCursor: 'Y3Vyc29yOg' };
  }
  return answer;
}
