import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Flags, type Outcome, Stop, type World } from '../../../scripts/command.ts';
import { connect } from '../../../scripts/github/client.ts';
import { runNotify } from '../../../scripts/notify.ts';
import { emptyReport, type NotifyReport } from '../../../scripts/notify/report.ts';
import { type Proxy, startProxy } from '../../github-rest/proxy.ts';
import { NOW, sandbox } from '../sandbox.ts';

/** Who may write on the stage, by token. */
const PEOPLE = { bot: 'milepost-bot', eve: 'eve', octo: 'octo', actions: 'github-actions[bot]' };
export type Person = keyof typeof PEOPLE;

/** An issue as the tests ask for one; by default closed as completed. */
interface Wish {
  labels?: string[];
  state?: 'open' | 'closed';
  reason?: 'completed' | 'not_planned';
  locked?: boolean;
}

export interface Comment {
  id: number;
  body: string;
  user: { login: string };
}

/** A GitHub that is not ours (emulate), behind the proxy that breaks it. Each test starts with empty repositories. */
export interface Stage {
  proxy: Proxy;
  /** Makes an issue and returns its number. */
  issue: (wish?: Wish, repo?: string) => Promise<number>;
  say: (number: number, body: string, as: Person) => Promise<void>;
  /** Every comment there is, asked of GitHub itself. */
  comments: (number: number, repo?: string) => Promise<Comment[]>;
  /** Takes a comment away, as a maintainer would. */
  remove: (id: number) => Promise<void>;
  rewrite: (id: number, body: string, as: Person) => Promise<void>;
  update: (number: number, fields: Record<string, unknown>) => Promise<void>;
}

export function useStage(): () => Stage {
  let open: { emulator: Emulator; proxy: Proxy } | undefined;
  beforeAll(async () => {
    const tokens = Object.fromEntries(
      Object.entries(PEOPLE).map(([token, login]) => [token, { login, scopes: ['repo'] }]),
    );
    const repos = ['app', 'other'].map((name) => ({ owner: 'octo', name, auto_init: false }));
    const github = { users: Object.values(PEOPLE).map((login) => ({ login })), repos };
    const emulator = await createEmulator({ service: 'github', port: 0, seed: { tokens, github } });
    open = { emulator, proxy: await startProxy(emulator.url) };
  });
  beforeEach(() => {
    open?.emulator.reset();
    open?.proxy.reset();
  });
  afterAll(async () => {
    await open?.proxy.close();
    await open?.emulator.close();
  });
  return () => {
    if (!open) throw new Error('the stage is set');
    return stageOf(open.emulator.url, open.proxy);
  };
}

function stageOf(url: string, proxy: Proxy): Stage {
  const call = async (
    method: string,
    path: string,
    as: Person,
    body?: Record<string, unknown>,
  ): Promise<unknown> => {
    const headers = { authorization: `token ${as}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/repos/${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  return {
    proxy,
    async issue(
      { labels = [], state = 'closed', reason = 'completed', locked = false } = {},
      repo = 'octo/app',
    ) {
      const made = await call('POST', `${repo}/issues`, 'octo', { title: 'A wish', labels });
      const number = typeof made === 'object' && made !== null && 'number' in made ? Number(made.number) : 0;
      if (state === 'closed')
        await call('PATCH', `${repo}/issues/${number}`, 'octo', { state, state_reason: reason });
      if (locked) await call('PUT', `${repo}/issues/${number}/lock`, 'octo', { lock_reason: 'resolved' });
      return number;
    },
    say: async (number, body, as) =>
      void (await call('POST', `octo/app/issues/${number}/comments`, as, { body })),
    async comments(number, repo = 'octo/app') {
      const pages = await Promise.all(
        [1, 2].map((page) =>
          call('GET', `${repo}/issues/${number}/comments?per_page=100&page=${page}`, 'octo'),
        ),
      );
      return pages.flatMap((page) => (Array.isArray(page) ? page : []));
    },
    remove: async (id) => void (await call('DELETE', `octo/app/issues/comments/${id}`, 'octo')),
    rewrite: async (id, body, as) =>
      void (await call('PATCH', `octo/app/issues/comments/${id}`, as, { body })),
    update: async (number, fields) => void (await call('PATCH', `octo/app/issues/${number}`, 'octo', fields)),
  };
}

/** An item's file, shipped in `v1.0.0` today. */
export function shipped(number: number, more: Record<string, unknown> = {}): Record<string, string> {
  const { id = String(number), ...fields } = {
    title: 'A wish',
    status: 'shipped',
    source: 'github',
    repo: 'octo/app',
    number,
    url: `https://github.test/octo/app/issues/${number}`,
    createdAt: '2026-11-01T00:00:00Z',
    shippedIn: 'v1.0.0',
    shippedAt: '2026-11-22T06:00:00Z',
    proof: [
      {
        kind: 'pull-request',
        url: 'https://github.test/octo/app/pull/900',
        name: '#900',
        at: '2026-11-21T06:00:00Z',
      },
      {
        kind: 'release',
        url: 'https://github.test/octo/app/releases/tag/v1.0.0',
        name: 'v1.0.0',
        at: '2026-11-22T06:00:00Z',
      },
    ],
    ...more,
  };
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return { [`feedback/${String(id)}.md`]: ['---', ...lines, '---', ''].join('\n') };
}

export const SETTINGS = 'repositories: [octo/app]\nnotify: { since: 2026-11-20 }\n';

export interface Ran extends Omit<Outcome, 'report'> {
  report: NotifyReport;
  /** What it said on stderr. */
  said: string[];
}

interface Wishes {
  env?: Record<string, string | undefined>;
  flags?: Partial<Flags>;
  /** octokit as users have it, waits included. */
  isReal?: boolean;
  /** A content folder that was there before, in place of a new one. */
  folder?: string;
  now?: Date;
}

/** Runs `milepost notify` on these files, as `cli.ts` would; octokit neither waits nor repeats unless it is told to. */
export async function runOn(
  files: Record<string, string>,
  { proxy }: { proxy: Pick<Proxy, 'url'> },
  wishes: Wishes = {},
): Promise<Ran> {
  const { folder = (await sandbox({ 'milepost.yml': SETTINGS, ...files })).folder, now = NOW } = wishes;
  const said: string[] = [];
  const world: World = {
    env: { GITHUB_TOKEN: 'bot', GITHUB_API_URL: proxy.url, ...wishes.env },
    now: () => now,
    say: (line) => said.push(line),
    progress: () => {},
  };
  const flags: Flags = {
    dryRun: false,
    repo: undefined,
    own: {},
    rest: [],
    ...wishes.flags,
    content: folder,
  };
  const clock = { now: () => now, sleep: async () => {} };
  const quick = { throttle: { enabled: false }, retry: { retryAfterBaseValue: 1 } };
  const outcome = await runNotify(flags, world, (connection, options = {}) =>
    connect(
      connection,
      wishes.isReal
        ? options
        : { ...options, throttle: quick.throttle, retry: { ...options.retry, ...quick.retry } },
      clock,
    ),
  ).catch((error: unknown) => {
    if (error instanceof Stop) return { status: error.status, text: error.message, report: undefined };
    throw error;
  });
  const text = outcome.text.replaceAll(folder, 'content').replaceAll(proxy.url, 'http://github.test');
  const report = isReport(outcome.report) ? outcome.report : emptyReport();
  return { ...outcome, text, report, said };
}

const isReport = (report: unknown): report is NotifyReport =>
  typeof report === 'object' && report !== null && 'posted' in report;

/** The report in short: `{ posted: [1], skipped: ['2 locked'], unknown: [] }`. */
export const inShort = ({ report: { posted, skipped, unknown } }: Ran) => ({
  posted: posted.map(({ number }) => number),
  skipped: skipped.map(({ number, reason }) => `${number} ${reason}`),
  unknown: unknown.map(({ number, reason }) => `${number} ${reason}`),
});
