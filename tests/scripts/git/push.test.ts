import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { gitIn } from '../../../scripts/git/git.ts';
import { type Branches, openBranches } from '../../../scripts/git/push.ts';
import { loginFor } from '../../../scripts/git/remote.ts';

/** A repository that others push to, empty. */
async function bareRepository(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-remote-'));
  await gitIn(folder).run(['init', '--quiet', '--bare', '--initial-branch=main']);
  return folder;
}

async function open(url: string): Promise<Branches> {
  const branches = await openBranches({ url, login: {} });
  onTestFinished(branches.close);
  return branches;
}

const put = (files: Record<string, string | null>) => ({
  branch: 'data',
  message: 'Put files',
  decide: async () => new Map(Object.entries(files)),
});

test('makes a branch that is not there, and reads back what it wrote to the byte', async () => {
  const branches = await open(await bareRepository());
  const { isNew } = await branches.push(put({ 'content/a b/ü.md': 'one\n\n\n', 'x.json': 'no newline' }));
  const tip = await branches.read('data');
  expect(isNew).toBe(true);
  expect([await tip.read('content/a b/ü.md'), await tip.read('x.json'), await tip.read('none')]).toEqual([
    'one\n\n\n',
    'no newline',
    undefined,
  ]);
  expect([...(await tip.list('content')).keys()]).toEqual(['content/a b/ü.md']);
});

test('pushes nothing when the branch has it already, and leaves other files alone', async () => {
  const branches = await open(await bareRepository());
  const first = await branches.push(put({ a: '1', b: '2' }));
  expect(await branches.push(put({ a: '1' }))).toEqual({ commit: first.commit, isNew: false });
  await branches.push(put({ a: null }));
  const tip = await branches.read('data');
  expect([await tip.read('a'), await tip.read('b')]).toEqual([undefined, '2']);
});

test('of four who want the same 25 files, each file is won once', async () => {
  const url = await bareRepository();
  const keys = Array.from({ length: 25 }, (_, at) => `ledger/${at}`);
  const work = async (who: string): Promise<string[]> => {
    const branches = await open(url);
    const won: string[] = [];
    for (const key of keys) {
      let isMine = false;
      await branches.push({
        branch: 'data',
        message: 'Claim',
        async decide(tip) {
          isMine = (await tip.read(key)) === undefined;
          return new Map(isMine ? [[key, who]] : []);
        },
      });
      if (isMine) won.push(key);
    }
    return won;
  };
  const won = (await Promise.all(['a', 'b', 'c', 'd'].map(work))).flat();
  expect(won.sort()).toEqual(keys.sort());
});

test('a push whose answer was lost counts as made', async () => {
  const url = await bareRepository();
  const hook = join(url, 'hooks/post-receive');
  await writeFile(hook, '#!/bin/sh\nkill -9 $PPID\n');
  await chmod(hook, 0o755);
  const branches = await open(url);
  const { commit, isNew } = await branches.push(put({ a: '1' }));
  expect([isNew, (await branches.read('data')).commit]).toEqual([true, commit]);
});

test('says which branch is protected, and what to do', async () => {
  const url = await bareRepository();
  const hook = join(url, 'hooks/pre-receive');
  await writeFile(hook, '#!/bin/sh\necho "GH006: Protected branch update failed" >&2\nexit 1\n');
  await chmod(hook, 0o755);
  const branches = await open(url);
  await expect(branches.push(put({ a: '1' }))).rejects.toThrow(/The branch is protected: set `branch:/);
});

test('a remote that is not there stops the run', async () => {
  const branches = await open('/nowhere/at/all');
  await expect(branches.push(put({ a: '1' }))).rejects.toMatchObject({ status: 3 });
});

test('run from a git hook, it leaves the repository of the hook alone', async () => {
  const theirs = await mkdtemp(join(tmpdir(), 'milepost-theirs-'));
  await gitIn(theirs).run(['init', '--quiet']);
  const before = await readFile(join(theirs, '.git/config'), 'utf8');
  vi.stubEnv('GIT_DIR', join(theirs, '.git'));
  onTestFinished(() => void vi.unstubAllEnvs());
  const branches = await open(await bareRepository());
  expect(await branches.push(put({ 'x.json': '1' }))).toMatchObject({ isNew: true });
  expect(await readFile(join(theirs, '.git/config'), 'utf8')).toBe(before);
});

test('logs in beside what else git is told by variables', () => {
  const env = { GITHUB_TOKEN: 'secret', GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'http.proxy' };
  expect(loginFor('https://github.com/octo/app.git', env)).toEqual({
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_1: 'http.https://github.com/.extraheader',
    GIT_CONFIG_VALUE_1: 'AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46c2VjcmV0',
  });
});
