import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Git, GitFailure, gitIn } from './git.ts';
import { reach, refused } from './reach.ts';
import type { Remote } from './remote.ts';
import { readTip, type Tip } from './tip.ts';

export type { Tip } from './tip.ts';

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

const OVERTAKEN = /cannot lock ref|failed to update ref|fetch first|non-fast-forward|incorrect old value/i;

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
      // Who lost a race may be told before the winner's commit can be seen.
      const isOvertaken = now.commit !== tip.commit || OVERTAKEN.test(failure);
      if (!isOvertaken || attempt === MOST_TRIES) throw refused(branch, failure);
      await sleep(Math.random() * Math.min(50 * attempt, 500));
    }
  }

  return { read, push, close: () => rm(folder, { recursive: true, force: true }) };
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
