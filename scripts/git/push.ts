import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stop } from '../command.ts';
import { ask, type Git, GitFailure, gitIn } from './git.ts';
import type { Remote } from './remote.ts';

/** A branch as it stands on the remote. Paths are the repository's. */
export interface Tip {
  /** Its commit; undefined when there is no such branch yet. */
  commit: string | undefined;
  read: (path: string) => Promise<string | undefined>;
  /** Blob names by path, of every file below a folder (`content/feedback`). */
  list: (folder: string) => Promise<Map<string, string>>;
}

/** New texts by path; `null` takes a file away. */
export type FileChanges = ReadonlyMap<string, string | null>;

export interface Push {
  branch: string;
  /** A constant sentence: nothing that anybody wrote gets into a commit message. */
  message: string;
  /** Decides against the branch as it is; asked again when somebody else was faster. None: nothing is pushed. */
  decide: (tip: Tip) => Promise<FileChanges>;
}

export interface Pushed {
  /** The branch's commit now; undefined when there is no branch and nothing was to be pushed. */
  commit: string | undefined;
  /** Whether this call made it. */
  isNew: boolean;
}

/** How often somebody else may be faster before a run gives up; each time somebody's push went through. */
const MOST_TRIES = 20;

/** A branch of a remote that is only ever moved forward, by pushes that are not forced: compare and swap. */
export interface Branches {
  read: (branch: string) => Promise<Tip>;
  /**
   * Puts files on top of a branch, as one commit. A push whose answer was lost counts when the remote has its commit.
   * @throws Stop (status 3) when the remote cannot be reached or refuses.
   */
  push: (push: Push) => Promise<Pushed>;
  close: () => Promise<void>;
}

/** Works in a repository of its own, so that no work tree, index or branch of anybody's is touched. */
export async function openBranches({ url, login }: Pick<Remote, 'url' | 'login'>): Promise<Branches> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-git-'));
  const git = gitIn(folder, login);
  await git.run(['init', '--quiet', '--bare']);

  const read = (branch: string): Promise<Tip> => readTip(git, url, branch);

  async function push({ branch, message, decide }: Push): Promise<Pushed> {
    for (let attempt = 1; ; attempt += 1) {
      const tip = await read(branch);
      const changes = await decide(tip);
      const commit = await commitOnto(git, tip, changes, message);
      if (commit === undefined) return { commit: tip.commit, isNew: false };
      const failure = await pushCommit(git, url, branch, commit);
      if (!failure) return { commit, isNew: true };
      const now = await read(branch);
      if (now.commit !== undefined && (await isAncestor(git, url, branch, commit, now.commit)))
        return { commit, isNew: true };
      if (now.commit === tip.commit || attempt === MOST_TRIES) throw refused(branch, failure);
      await sleep(Math.random() * Math.min(50 * attempt, 500));
    }
  }

  return { read, push, close: () => rm(folder, { recursive: true, force: true }) };
}

async function readTip(git: Git, url: string, branch: string): Promise<Tip> {
  const ref = `refs/heads/${branch}`;
  const commit = await remoteCommit(git, url, ref);
  if (commit !== undefined)
    await reach(() => git.run(['fetch', '--quiet', '--no-tags', '--depth=1', url, `+${ref}:${ref}`]));
  const seen = commit && (await git.run(['rev-parse', ref])).trim();
  return {
    commit: seen,
    read: async (path) => (seen === undefined ? undefined : readBlob(git, `${seen}:${path}`)),
    async list(folder) {
      if (!seen) return new Map();
      const out = await git.run(['ls-tree', '-r', '-z', seen, '--', `${folder.replace(/\/$/, '')}/`]);
      const lines = out.split('\0').filter((line) => line !== '');
      return new Map(lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.split(/\s/)[2] ?? '']));
    },
  };
}

async function readBlob(git: Git, name: string): Promise<string | undefined> {
  return (await ask(git, ['cat-file', '-e', name])) === undefined
    ? undefined
    : git.run(['cat-file', 'blob', name]);
}

async function remoteCommit(git: Git, url: string, ref: string): Promise<string | undefined> {
  const out = await reach(() => git.run(['ls-remote', url, ref]));
  return out.split('\n').flatMap((line) => (line.endsWith(`\t${ref}`) ? [line.split('\t')[0] ?? ''] : []))[0];
}

/** Makes a commit of the changes; undefined when the branch has them already. One process, however many files. */
async function commitOnto(
  git: Git,
  { commit: parent }: Tip,
  changes: FileChanges,
  message: string,
): Promise<string | undefined> {
  if (changes.size === 0) return undefined;
  const when = `${Math.floor(Date.now() / 1000)} +0000`;
  const head = [
    `commit ${NEXT}`,
    `committer ${WHO} ${when}`,
    `data ${Buffer.byteLength(message) + 1}`,
    message,
    ...(parent ? [`from ${parent}`] : []),
  ];
  const files = [...changes].map(([path, text]) =>
    text === null ? `D ${path}` : `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}`,
  );
  await ask(git, ['update-ref', '-d', NEXT]);
  await git.run(['fast-import', '--quiet', '--force'], { input: `${[...head, ...files].join('\n')}\n` });
  const commit = (await git.run(['rev-parse', NEXT])).trim();
  const trees =
    parent && (await git.run(['rev-parse', `${parent}^{tree}`, `${commit}^{tree}`])).trim().split('\n');
  return trees && trees[0] === trees[1] ? undefined : commit;
}

const NEXT = 'refs/milepost/next';

/** Commits are nobody's in person. */
const WHO = 'milepost <milepost@localhost>';

async function pushCommit(
  git: Git,
  url: string,
  branch: string,
  commit: string,
): Promise<string | undefined> {
  try {
    await git.run(['push', '--quiet', url, `${commit}:refs/heads/${branch}`]);
    return undefined;
  } catch (error) {
    if (error instanceof GitFailure) return error.output;
    throw error;
  }
}

/** Whether a commit is on the branch, also where others came on top of it since. */
async function isAncestor(
  git: Git,
  url: string,
  branch: string,
  commit: string,
  tip: string,
): Promise<boolean> {
  if (commit === tip) return true;
  // One level deep it cannot be seen: as many as may have been pushed meanwhile.
  await reach(() => git.run(['fetch', '--quiet', '--no-tags', '--depth=200', url, `refs/heads/${branch}`]));
  return (await ask(git, ['merge-base', '--is-ancestor', commit, tip])) !== undefined;
}

async function reach<Value>(attempt: () => Promise<Value>): Promise<Value> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new Stop(
      `git: the remote could not be reached.\n${told(error.output)}\nNothing was pushed; run the command again.`,
      3,
      { cause: error },
    );
  }
}

function refused(branch: string, output: string): Stop {
  const remedy = /protected|GH006|GH013|rule violations/i.test(output)
    ? `The branch is protected: set \`branch: roadmap-data\` in milepost.yml, so that what sync writes has one of its own.`
    : /denied|403|authentication|could not read Username/i.test(output)
      ? 'The token may not write here; in Actions: permissions: { contents: write }.'
      : 'Mend that, then run the command again.';
  return new Stop(`git: could not push to ${branch}.\n${told(output)}\n${remedy}`, 3);
}

/** What git said, without what a remote printed for people and without addresses that hold a secret. */
const told = (output: string): string => output.trim().replaceAll(/\/\/[^/\s@]+@/g, '//***@');
