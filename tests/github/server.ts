import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type DocumentNode, execute, getOperationAST, type GraphQLError, parse, validate } from 'graphql';
import type { GitHubData } from './data.ts';
import { type Fault, fail, hits, type Logged, type Reply, strikesFirst } from './faults.ts';
import { priceOf } from './price.ts';
import { rootOf } from './resolvers.ts';
import { answerRest } from './rest.ts';
import { gitHubSchema } from './schema.ts';

/** A GitHub on 127.0.0.1: GraphQL true to GitHub's schema, a little REST, and faults on demand. */
export interface TestGitHub {
  /** Address of its API, `http://127.0.0.1:1234`. */
  url: string;
  /** What a command needs in its environment to find it. */
  env: { GITHUB_API_URL: string; GITHUB_TOKEN: string };
  data: GitHubData;
  log: Logged[];
  /** Faults to come; a test may push more at any time. */
  faults: Fault[];
  /** Forgets log and faults; requests count from 1 again. */
  reset: () => void;
  close: () => Promise<void>;
}

/** Serves a data set until it is closed. Changes to the data are seen at once. */
export async function serveGitHub(data: GitHubData, port = 0): Promise<TestGitHub> {
  const log: Logged[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    answer(request, response, { data, log, faults }).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  const url = `http://127.0.0.1:${await listen(server, port)}`;
  return {
    url,
    env: { GITHUB_API_URL: url, GITHUB_TOKEN: data.token },
    data,
    log,
    faults,
    reset() {
      log.length = 0;
      faults.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

type State = Pick<TestGitHub, 'data' | 'log' | 'faults'>;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { data, log, faults }: State,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const body = await readJson(request);
  const question = url.pathname.endsWith('/graphql') ? readQuestion(body, data.lacks) : undefined;
  const logged: Logged = {
    index: log.length + 1,
    method: request.method ?? 'GET',
    path: `${url.pathname}${url.search}`,
    operation: question?.operation ?? '',
    variables: question?.variables ?? {},
    status: 0,
  };
  log.push(logged);
  const fault = takeFault(faults, logged);
  if (fault && strikesFirst(fault)) return void (logged.status = fail(fault, NOTHING, response));
  const reply = isLetIn(request, data) ? await act(data, url, logged, body, question) : BAD_TOKEN;
  if (fault) return void (logged.status = fail(fault, reply, response));
  logged.status = reply.status;
  response.writeHead(reply.status, reply.headers).end(reply.body);
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const NOTHING: Reply = { status: 0, headers: {}, body: '' };
const BAD_TOKEN: Reply = {
  status: 401,
  headers: JSON_TYPE,
  body: JSON.stringify({ message: 'Bad credentials' }),
};

const isLetIn = ({ headers }: IncomingMessage, { token }: GitHubData): boolean =>
  /^(?:bearer|token) (.*)$/i.exec(headers.authorization ?? '')?.[1] === token;

function takeFault(faults: Fault[], logged: Logged): Fault | undefined {
  const fault = faults.find((candidate) => hits(candidate, logged));
  if (fault?.times !== undefined && (fault.times -= 1) <= 0) faults.splice(faults.indexOf(fault), 1);
  return fault;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

interface Parsed {
  document: DocumentNode;
  operation: string;
  errors: readonly GraphQLError[];
}

interface Question extends Parsed {
  variables: Record<string, unknown>;
}

/** Documents by their text: the same few come again and again. */
const parsed = new Map<string, Parsed>();

function parseOnce(query: string, lacks: readonly string[] = []): Parsed {
  const key = [...lacks, query].join('\n');
  const known = parsed.get(key);
  if (known) return known;
  const document = parse(query);
  const fresh = {
    document,
    operation: getOperationAST(document)?.name?.value ?? '',
    errors: validate(gitHubSchema(lacks), document),
  };
  parsed.set(key, fresh);
  return fresh;
}

function readQuestion(body: unknown, lacks?: readonly string[]): Question | undefined {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string')
    return undefined;
  const variables = 'variables' in body && typeof body.variables === 'object' ? { ...body.variables } : {};
  return { ...parseOnce(body.query, lacks), variables };
}

async function act(
  data: GitHubData,
  url: URL,
  { method }: Logged,
  body: unknown,
  question: Question | undefined,
): Promise<Reply> {
  if (!question) return answerRest(data, { method, url, body });
  const { document, variables, errors } = question;
  if (errors.length > 0) return { status: 200, headers: JSON_TYPE, body: JSON.stringify({ errors }) };
  const rateLimit = {
    cost: priceOf(document, variables),
    limit: 5000,
    nodeCount: 0,
    remaining: 4999,
    used: 1,
    resetAt: '2026-01-01T00:00:00Z',
  };
  const rootValue = { ...rootOf(data, url.origin), rateLimit };
  const result = await execute({
    schema: gitHubSchema(data.lacks),
    document,
    rootValue,
    variableValues: variables,
  });
  const told = result.errors?.map((error) => ({
    type: error.extensions['type'],
    path: error.path,
    message: error.message,
  }));
  return {
    status: 200,
    headers: JSON_TYPE,
    body: JSON.stringify({ data: result.data, ...(told && { errors: told }) }),
  };
}
