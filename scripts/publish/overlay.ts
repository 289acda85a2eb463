import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Git, gitIn } from '../git/git.ts';
import { reach } from '../git/reach.ts';
import type { Remote } from '../git/remote.ts';
import { blobsIn, EMPTY, OWNED } from './files.ts';

/** What a data branch held when it was laid over. */
export interface Laid {
  commit: string;
  /** Blob names by path, of the files in the folders that sync owns. */
  blobs: ReadonlyMap<string, string>;
}

/**
 * Lays the data branch over the content folder: its files win, files that only the default branch has stay, and an empty
 * one takes the default branch's away. `at` picks a commit instead of the branch's tip; `folder: undefined` only looks.
 * Undefined when there is no such branch yet. @throws Stop (status 3) when the remote cannot be reached.
 */
export async function layOver(
  { url, login, prefix }: Pick<Remote, 'url' | 'login' | 'prefix'>,
  branch: string,
  { folder, at }: { folder: string | undefined; at?: string },
): Promise<Laid | undefined> {
  const scratch = await mkdtemp(join(tmpdir(), 'milepost-overlay-'));
  try {
    const git = gitIn(scratch, login);
    await git.run(['init', '--quiet', '--bare']);
    const commit = at ?? (await tipOf(git, url, `refs/heads/${branch}`));
    if (commit === undefined) return undefined;
    await reach(() => git.run(['fetch', '--quiet', '--no-tags', '--depth=1', url, commit]));
    const blobs = await blobsIn(git, commit, prefix);
    if (folder !== undefined) await place(git, { commit, blobs }, prefix, folder);
    return { commit, blobs };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** One git process, however many files; the index that it fills is the scratch repository's own. */
async function place(git: Git, { commit, blobs }: Laid, prefix: string, folder: string): Promise<void> {
  const folders = OWNED.map((name) => `${prefix}${name}`).filter((owned) =>
    [...blobs.keys()].some((path) => path.startsWith(`${owned}/`)),
  );
  if (folders.length === 0) return;
  const top = resolve(folder, '../'.repeat(prefix.split('/').length - 1));
  await git.run([`--work-tree=${top}`, 'checkout', '--quiet', commit, '--', ...folders]);
  const gone = [...blobs].filter(([, blob]) => blob === EMPTY);
  await Promise.all(gone.map(([path]) => rm(join(top, path), { force: true })));
}

async function tipOf(git: Git, url: string, ref: string): Promise<string | undefined> {
  const out = await reach(() => git.run(['ls-remote', url, ref]));
  return out.split('\n').flatMap((line) => (line.endsWith(`\t${ref}`) ? [line.slice(0, 40)] : []))[0];
}
