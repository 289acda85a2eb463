import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Git, gitIn } from '../../scripts/git/git.ts';

/** A repository as GitHub would keep it. */
export interface Hosted {
  /** The bare repository, which is what `origin` is. */
  url: string;
  /** Commits files on a branch, from somebody else's machine; `null` takes one away. Answers the commit. */
  commit: (files: Readonly<Record<string, string | null>>, branch?: string) => Promise<string>;
  /** A fresh clone, as Actions makes one: of a branch or a commit, without history. */
  clone: (ref?: string) => Promise<string>;
  /** A file as the branch has it; undefined when it has none. */
  read: (path: string, branch?: string) => Promise<string | undefined>;
  /** Subjects of a branch's commits, newest first; none where there is no such branch. */
  log: (branch?: string) => Promise<string[]>;
  tip: (branch?: string) => Promise<string>;
}

export async function host(files: Readonly<Record<string, string>>, tree?: string): Promise<Hosted> {
  const url = await scratch('remote');
  const bare = gitIn(url);
  await bare.run(['init', '--quiet', '--bare', '--initial-branch=main']);
  const work = await scratch('work');
  const git = gitIn(work, PERSON);
  await git.run(['init', '--quiet', '--initial-branch=main']);
  await git.run(['remote', 'add', 'origin', url]);
  if (tree !== undefined) await cp(tree, work, { recursive: true });
  const commit: Hosted['commit'] = async (changes, branch = 'main') => {
    await switchTo(git, branch);
    for (const [path, text] of Object.entries(changes)) await put(join(work, path), text);
    await git.run(['add', '--all', '--force']);
    await git.run(['commit', '--quiet', '--allow-empty', '-m', 'By a person']);
    await git.run(['push', '--quiet', 'origin', branch]);
    return (await git.run(['rev-parse', 'HEAD'])).trim();
  };
  await commit(files);
  return {
    url,
    commit,
    async clone(ref = 'main') {
      const folder = await scratch('clone');
      const clone = gitIn(folder);
      await clone.run(['init', '--quiet', '--initial-branch=main']);
      await clone.run(['remote', 'add', 'origin', url]);
      await clone.run(['fetch', '--quiet', '--depth=1', 'origin', ref]);
      const isCommit = /^[0-9a-f]{40}$/.test(ref);
      await clone.run(['checkout', '--quiet', ...(isCommit ? [] : ['-B', ref]), 'FETCH_HEAD']);
      return folder;
    },
    read: (path, branch = 'main') =>
      bare.run(['cat-file', 'blob', `${branch}:${path}`]).catch(() => undefined),
    log: async (branch = 'main') =>
      (await bare.run(['log', '--format=%s', branch]).catch(() => '')).split('\n').filter(Boolean),
    tip: async (branch = 'main') => (await bare.run(['rev-parse', branch])).trim(),
  };
}

/** Does not lean on who is logged in to the machine. */
const PERSON = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((role) => [
    [`GIT_${role}_NAME`, 'ada'],
    [`GIT_${role}_EMAIL`, 'ada@example.com'],
  ]),
);

async function switchTo(git: Git, branch: string): Promise<void> {
  const isThere = await git.run(['fetch', '--quiet', 'origin', branch]).then(
    () => true,
    () => false,
  );
  await git.run(['checkout', '--quiet', '-B', branch, ...(isThere ? ['FETCH_HEAD'] : [])]);
}

async function put(path: string, text: string | null): Promise<void> {
  if (text === null) return rm(path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** An empty folder, gone after the test. */
export async function scratch(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `milepost-${name}-`));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** What a step told Actions, by name. */
export async function outputsIn(file: string): Promise<Record<string, string>> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}
