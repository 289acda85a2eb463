import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readUtf8 } from '../../src/content/files.ts';
import { type Flags, Stop, type World } from '../command.ts';
import { gitIn } from '../git/git.ts';
import { type FileChanges, openBranches, type Tip } from '../git/push.ts';
import { findRemote, homeBranch, type Remote } from '../git/remote.ts';
import { blobsIn, blobsOnDisk, OWNED } from './files.ts';
import { layOver } from './overlay.ts';
import { type Base, type Blobs, conflicts, type Fate, messageFor, planPush } from './plan.ts';

/** What `--push` did, as the report tells it. */
export interface Published {
  /** The branch that takes what sync writes. */
  branch: string;
  /** The commit to check out: the one that was checked out, unless what the folder holds came to be in a newer one. */
  commit: string | null;
  /** The commit of the data branch to lay over it; null when there is none. */
  data: string | null;
  /** Whether this run pushed something. */
  isNew: boolean;
}

/** A run that ends on a branch of the remote. */
export interface Publication {
  /**
   * Pushes what the run changed as one commit, or nothing at all. @throws Stop (status 3) when somebody else changed the
   * same files meanwhile, or the push was refused.
   */
  publish: () => Promise<Published>;
}

type Where = Pick<Flags, 'content' | 'dryRun'>;

/** Begins from what is on the branch: a data branch is laid over the content folder first. @throws Stop when there is no remote. */
export async function openPublication(
  { content, dryRun }: Where,
  dataBranch: string | undefined,
  { env }: Pick<World, 'env'>,
): Promise<Publication> {
  const remote = await findRemote(content, env);
  if (!remote) throw new Stop(NO_REMOTE, 2);
  const branch = await homeBranch(remote, dataBranch);
  if (branch === undefined) throw new Stop(NO_BRANCH, 2);
  const laid =
    dataBranch === undefined
      ? undefined
      : await layOver(remote, dataBranch, { folder: dryRun ? undefined : content });
  const head = await blobsIn(gitIn(content), remote.head, remote.prefix);
  const base: Base = {
    head,
    data: dataBranch ? (laid?.blobs ?? new Map()) : undefined,
    disk: await blobsOnDisk(content, remote.prefix),
  };
  return {
    async publish() {
      const pushed = dryRun ? undefined : await push(content, remote, branch, base);
      const dataCommit = dataBranch ? (pushed?.commit ?? laid?.commit) : undefined;
      const published = {
        branch,
        commit: (dataBranch ? undefined : pushed?.commit) ?? remote.head ?? null,
        data: dataCommit ?? null,
        isNew: pushed?.isNew === true,
      };
      await tellActions(published, env['GITHUB_OUTPUT']);
      return published;
    },
  };
}

/** Compare and swap; undefined when there is nothing to push. Where another run pushed the same, its commit is as good. */
async function push(
  content: string,
  remote: Remote,
  branch: string,
  base: Base,
): Promise<{ commit: string; isNew: boolean } | undefined> {
  const disk = await blobsOnDisk(content, remote.prefix);
  const fates = planPush(base, disk);
  if (fates.size === 0) return undefined;
  const texts = await textsOf(fates, content, remote.prefix);
  const branches = await openBranches(remote);
  try {
    const { commit, isNew } = await branches.push({
      branch,
      message: messageFor(texts.keys(), remote.prefix),
      async decide(tip) {
        const met = conflicts(fates, base, disk, await blobsOf(tip, remote.prefix));
        if (met.length > 0) throw new Stop(conflictWords(branch, met), 3);
        return texts;
      },
    });
    return commit === undefined ? undefined : { commit, isNew };
  } finally {
    await branches.close();
  }
}

/** Texts by path. A file that is not UTF-8 is none of sync's and stays where it is. */
async function textsOf(
  fates: ReadonlyMap<string, Fate>,
  content: string,
  prefix: string,
): Promise<FileChanges> {
  const texts = new Map<string, string | null>();
  for (const [path, fate] of fates) {
    const text = fate === 'as on disk' ? await readUtf8(join(content, path.slice(prefix.length))) : undefined;
    if (text === null) continue;
    texts.set(path, text ?? (fate === 'empty' ? '' : null));
  }
  return texts;
}

async function blobsOf(tip: Tip, prefix: string): Promise<Blobs> {
  const lists = await Promise.all(OWNED.map((name) => tip.list(`${prefix}${name}`)));
  return new Map(lists.flatMap((list) => [...list]));
}

/** Outputs of a step in GitHub Actions: names of commits and nothing else. */
async function tellActions({ commit, data }: Published, file: string | undefined): Promise<void> {
  if (!file) return;
  const isCommit = (value: string | null): value is string => value !== null && /^[0-9a-f]{40}$/.test(value);
  const lines = Object.entries({ commit, data }).flatMap(([name, value]) =>
    isCommit(value) ? [`${name}=${value}\n`] : [],
  );
  await appendFile(file, lines.join(''));
}

const SHOWN = 5;

function conflictWords(branch: string, paths: readonly string[]): string {
  const more = paths.length > SHOWN ? [`and ${paths.length - SHOWN} more`] : [];
  return [
    `git: somebody changed on ${branch}, since this run began, what it changed too:`,
    ...[...paths.slice(0, SHOWN), ...more].map((path) => `  ${path}`),
    'Nothing was pushed; the next run takes both in.',
  ].join('\n');
}

const NO_REMOTE = [
  '--push: expected the content folder in a git repository with a remote called origin; found none.',
  '  git remote add origin https://github.com/owner/name.git',
].join('\n');

const NO_BRANCH =
  '--push: expected a branch on the remote to push to; it has none yet. Push the default branch first, or set `branch` in milepost.yml.';
