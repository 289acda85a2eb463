import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Flags, type Outcome, Stop, type World } from '../../scripts/command.ts';
import { connect } from '../../scripts/github/client.ts';
import { runSync } from '../../scripts/sync.ts';
import type { GitHubData } from '../github/data.ts';
import { serveGitHub, type TestGitHub } from '../github/server.ts';

/** The clock of the tests stands still. */
export const NOW = new Date('2026-11-22T08:00:00Z');

/** A content folder of its own, gone after the test. */
export interface Sandbox {
  folder: string;
  write: (path: string, text: string | Uint8Array) => Promise<void>;
  read: (path: string) => Promise<string>;
  /** Paths of all files, sorted. */
  list: () => Promise<string[]>;
  /** One word that changes with any byte or name in the folder. */
  digest: () => Promise<string>;
}

export async function sandbox(files: Readonly<Record<string, string>> = {}): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const write = async (path: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  const list = async (): Promise<string[]> => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
      .sort();
  };
  const digest = async (): Promise<string> => {
    const hash = createHash('sha256');
    for (const path of await list()) hash.update(`${path}\0`).update(await readFile(join(folder, path)));
    return hash.digest('hex');
  };
  return { folder, write, list, digest, read: (path) => readFile(join(folder, path), 'utf8') };
}

/** A GitHub that is closed after the test. */
export async function serve(data: GitHubData): Promise<TestGitHub> {
  const server = await serveGitHub(data);
  onTestFinished(() => server.close());
  return server;
}

/** What came of a command: its outcome, or how it stopped; and what it said meanwhile. */
export interface Ran {
  status: number;
  /** Words for people: the text, or the message with which it stopped. Folder and port are taken out. */
  text: string;
  report: unknown;
  said: string[];
  progress: string[];
}

interface Settings {
  env?: Record<string, string | undefined>;
  flags?: Partial<Flags>;
  now?: Date;
}

/** Runs sync as `cli.ts` would, with a world of the test's own. octokit repeats nothing, so that nothing waits. */
export async function runSyncIn(
  { folder }: Sandbox,
  github: Pick<TestGitHub, 'url' | 'env'>,
  { env, flags, now = NOW }: Settings = {},
): Promise<Ran> {
  const said: string[] = [];
  const progress: string[] = [];
  const world: World = {
    env: { ...github.env, ...env },
    now: () => now,
    say: (line) => said.push(line),
    progress: (line) => progress.push(line),
  };
  const all: Flags = { content: folder, dryRun: false, repo: 'octo/app', own: {}, rest: [], ...flags };
  const clock = { now: () => now, sleep: async () => {} };
  const plain = (text: string): string =>
    text.replaceAll(folder, 'content').replaceAll(github.url, 'http://github.test');
  const { status, text, report } = await runSync(all, world, (connection) =>
    connect(connection, { retry: { enabled: false } }, clock),
  ).catch(stopOf);
  return { status, text: plain(text), report, said: said.map(plain), progress };
}

function stopOf(error: unknown): Outcome {
  if (error instanceof Stop) return { status: error.status, text: error.message, report: error.report };
  throw error;
}
