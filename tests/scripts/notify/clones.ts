import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Git, gitIn } from '../../../scripts/git/git.ts';
import { SETTINGS } from './stage.ts';

/** A bare repository with content on `main`, and clones of it. */
export interface Hub {
  git: Git;
  /** A fresh clone's content folder. */
  clone: () => Promise<string>;
  /** Texts of the ledger on `main`, by path. */
  ledger: () => Promise<Record<string, string>>;
  /** Runs a script whenever somebody pushes: `pre-receive` may refuse, `post-receive` may lose the answer. */
  hook: (name: 'pre-receive' | 'post-receive', script: string) => Promise<void>;
  unhook: () => Promise<void>;
  /** Puts files on `main`, `null` takes a folder or a file away. */
  commit: (files: Record<string, string | null>) => Promise<void>;
}

const temporary = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-hub-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

export async function openHub(files: Record<string, string>): Promise<Hub> {
  const url = await temporary();
  const git = gitIn(url);
  await git.run(['init', '--quiet', '--bare', '--initial-branch=main']);
  const cloneWhole = async (): Promise<string> => {
    const folder = await temporary();
    await git.run(['clone', '--quiet', url, folder]);
    return folder;
  };
  const commit: Hub['commit'] = async (changes) => {
    const folder = await cloneWhole();
    for (const [path, text] of Object.entries(changes)) {
      const place = join(folder, 'content', path);
      if (text === null) await rm(place, { recursive: true });
      else await mkdir(dirname(place), { recursive: true }).then(() => writeFile(place, text));
    }
    const work = gitIn(folder, { GIT_AUTHOR_NAME: 'o', GIT_AUTHOR_EMAIL: 'o@example.com' });
    const who = ['-c', 'user.name=o', '-c', 'user.email=o@example.com'];
    await work.run(['add', '--all']);
    await work.run([...who, 'commit', '--quiet', '--message=Edit']);
    await work.run(['push', '--quiet', 'origin', 'HEAD:main']);
  };
  await commit({ 'milepost.yml': SETTINGS, ...files });
  const hooks = join(url, 'hooks');
  return {
    git,
    commit,
    clone: async () => join(await cloneWhole(), 'content'),
    async ledger() {
      const names = (
        await git.run(['ls-tree', '-r', '--name-only', 'main', 'content/ledger/notices/'])
      ).trim();
      const read = names.split('\n').filter(Boolean);
      const texts = read.map(async (name) => [name, await git.run(['show', `main:${name}`])] as const);
      return Object.fromEntries(await Promise.all(texts));
    },
    async hook(name, script) {
      await writeFile(join(hooks, name), `#!/bin/sh\n${script}\n`);
      await chmod(join(hooks, name), 0o755);
    },
    unhook: async () => {
      await Promise.all(
        ['pre-receive', 'post-receive'].map((name) => rm(join(hooks, name), { force: true })),
      );
    },
  };
}
