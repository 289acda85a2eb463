import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readLog } from '../../scripts/git/log.ts';
import { type Git, gitIn } from '../../scripts/git/git.ts';
import { completed, day, gitHub, merged, release, repository, type RepositoryData } from '../github/data.ts';
import { runSyncIn, sandbox, type Sandbox, serve } from './sandbox.ts';

/** A repository on this machine: a start, the merge of #9 on day 5, a later commit; `v1` names the start, `v2` the last. */
interface Local {
  place: Sandbox;
  git: Git;
  start: string;
  change: string;
  last: string;
}

async function commitOn(git: Git, on: number, message: string): Promise<string> {
  const env = { GIT_AUTHOR_DATE: day(on), GIT_COMMITTER_DATE: day(on) };
  await git.run(['commit', '--quiet', '--allow-empty', '--no-gpg-sign', '-m', message], { env });
  return (await git.run(['rev-parse', 'HEAD'])).trim();
}

async function openLocal(): Promise<Local> {
  const place = await sandbox();
  const git = gitIn(place.folder);
  await git.run(['init', '--quiet', '--initial-branch=main']);
  await git.run(['config', 'user.name', 'Test']);
  await git.run(['config', 'user.email', 'test@localhost']);
  const start = await commitOn(git, 1, 'start');
  const change = await commitOn(git, 5, 'Dark mode (#9)');
  const last = await commitOn(git, 9, 'later');
  return { place, git, start, change, last };
}

/** GitHub tells names of commits, and nothing of what they contain unless `tells`. */
const home = ({ start, change, last }: Local, tells = false): RepositoryData =>
  repository('octo/app', {
    issues: [completed(1, 6, { closedBy: [{ repo: 'octo/app', number: 9 }] })],
    pullRequests: [{ ...merged(9, 5), mergeCommit: change }],
    releases: [
      release('v1', 8, { commit: start, createdAt: day(1) }),
      release('v2', 10, { commit: last, createdAt: day(9) }),
    ],
    commits: tells
      ? [start, change, last].map((oid, rank, all) => ({
          oid,
          message: '',
          committedDate: day(1 + 4 * rank),
          parents: all.slice(Math.max(0, rank - 1), rank),
        }))
      : [],
  });

async function syncIn(folder: string, of: RepositoryData) {
  const github = await serve(gitHub(of));
  const content = { ...local.place, folder: join(folder, 'content') };
  await mkdir(content.folder, { recursive: true });
  expect(await runSyncIn(content, github)).toMatchObject({ status: 0 });
  const text = await local.place.read(
    join(content.folder, 'feedback/1.md').slice(local.place.folder.length + 1),
  );
  return {
    shippedIn: /^shippedIn: "(.*)"$/m.exec(text)?.[1],
    asked: github.log.map(({ operation }) => operation).filter((name) => name === 'History').length,
  };
}

let local: Local;
beforeEach(async () => {
  local = await openLocal();
});

const cloned = async (name: string, ...how: string[]): Promise<string> => {
  const folder = join(local.place.folder, name);
  await local.git.run(['clone', '--quiet', ...how, `file://${local.place.folder}`, folder]);
  return folder;
};

describe('a repository on this machine tells what is contained in what', () => {
  test('without a request', async () => {
    expect(await syncIn(local.place.folder, home(local))).toEqual({ shippedIn: 'v2', asked: 0 });
  });

  test('also one that was cloned without its trees', async () => {
    await local.git.run(['config', 'uploadpack.allowFilter', 'true']);
    const folder = await cloned('treeless', '--filter=tree:0', '--no-checkout');
    expect(await syncIn(folder, home(local))).toEqual({ shippedIn: 'v2', asked: 0 });
  });

  test('but a shallow one only what it has: GitHub is asked for the rest', async () => {
    const folder = await cloned('shallow', '--depth=1');
    expect((await readLog(folder, new Date(0)))?.isShallow).toBe(true);
    expect(await syncIn(folder, home(local, true))).toEqual({ shippedIn: 'v2', asked: 1 });
  });

  test('and another repository tells nothing', async () => {
    const other = join(local.place.folder, 'other');
    await mkdir(other);
    await gitIn(other).run(['init', '--quiet']);
    expect(await syncIn(other, home(local, true))).toEqual({ shippedIn: 'v2', asked: 1 });
  });
});

test('no message can make up a commit', async () => {
  const forged = `x\x1e${'a'.repeat(40)}\x1f\x1f0\x1fReverts #9\n\n${'b'.repeat(40)}`;
  const oid = await commitOn(local.git, 12, forged);
  const log = await readLog(local.place.folder, new Date(day(4)));
  expect(log?.commits.map((one) => one.oid)).toEqual([oid, local.last, local.change]);
  expect(log?.commits[0]).toEqual({
    oid,
    parents: [local.last],
    message: `${forged}\n`,
    date: new Date(day(12)),
  });
});
