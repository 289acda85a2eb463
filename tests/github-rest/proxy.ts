import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Fault, fail, hits, type Logged, type Reply, strikesFirst } from '../github/faults.ts';

/** What is answered in place of GitHub, without asking it. */
export interface Canned {
  when: (request: Logged) => boolean;
  reply: Partial<Reply> & { status: number };
}

/** Stands between octokit and a GitHub, and fails on demand. */
export interface Proxy {
  url: string;
  log: Logged[];
  faults: Fault[];
  canned: Canned[];
  /** Forgets log, faults and answers. */
  reset: () => void;
  close: () => Promise<void>;
}

/** Passes every request on to `target`, but for what its lists say. */
export async function startProxy(target: string): Promise<Proxy> {
  const state: Pick<Proxy, 'log' | 'faults' | 'canned'> = { log: [], faults: [], canned: [] };
  const server = createServer((request, response) => {
    pass(request, response, target, state).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  return {
    ...state,
    url: `http://127.0.0.1:${await listen(server)}`,
    reset: () => [state.log, state.faults, state.canned].forEach((list) => list.splice(0)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  { log, faults, canned }: Pick<Proxy, 'log' | 'faults' | 'canned'>,
): Promise<void> {
  const { method = 'GET', url: path = '/' } = request;
  const logged: Logged = { index: log.length + 1, method, path, operation: '', variables: {}, status: 0 };
  log.push(logged);
  const body = await readBody(request);
  const fault = takeFault(faults, logged);
  if (fault && strikesFirst(fault)) return void (logged.status = fail(fault, NOTHING, response));
  const instead = canned.find(({ when }) => when(logged));
  const reply: Reply = instead
    ? { headers: JSON_TYPE, body: '{}', ...instead.reply }
    : await forward(request, `${target}${path}`, body);
  if (fault) return void (logged.status = fail(fault, reply, response));
  logged.status = reply.status;
  response.writeHead(reply.status, reply.headers).end(reply.body);
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const NOTHING: Reply = { status: 0, headers: {}, body: '' };

function takeFault(faults: Fault[], logged: Logged): Fault | undefined {
  const fault = faults.find((candidate) => hits(candidate, logged));
  if (fault?.times !== undefined && (fault.times -= 1) <= 0) faults.splice(faults.indexOf(fault), 1);
  return fault;
}

async function forward(
  { method = 'GET', headers }: IncomingMessage,
  address: string,
  body: string,
): Promise<Reply> {
  const { authorization = '', accept = '', 'content-type': type = 'application/json' } = headers;
  const answer = await fetch(address, {
    method,
    headers: { authorization, accept, 'content-type': type },
    ...(body && { body }),
  });
  const kept = ['content-type', 'link'].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [{ [name]: value }];
  });
  return { status: answer.status, headers: Object.assign({}, ...kept), body: await answer.text() };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
