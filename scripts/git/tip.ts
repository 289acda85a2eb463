import { ask, type Git } from './git.ts';
import { reach } from './reach.ts';

/** A branch as it stands on the remote. Paths are the repository's. */
export interface Tip {
  /** Its commit; undefined when there is no such branch yet. */
  commit: string | undefined;
  read: (path: string) => Promise<string | undefined>;
  /** Blob names by path, of every file below a folder (`content/feedback`). */
  list: (folder: string) => Promise<Map<string, string>>;
  /** Texts of those of these paths that are there, asked for at once. */
  readAll: (paths: readonly string[]) => Promise<Map<string, string>>;
}

/** Fetches the newest commit of a branch, alone. @throws Stop (status 3) when the remote cannot be reached. */
export async function readTip(git: Git, url: string, branch: string): Promise<Tip> {
  const ref = `refs/heads/${branch}`;
  const commit = await remoteCommit(git, url, ref);
  if (commit !== undefined)
    await reach(() => git.run(['fetch', '--quiet', '--no-tags', '--depth=1', url, `+${ref}:${ref}`]));
  const seen = commit && (await git.run(['rev-parse', ref])).trim();
  return {
    commit: seen,
    read: async (path) => (seen === undefined ? undefined : readBlob(git, `${seen}:${path}`)),
    readAll: async (paths) => (seen === undefined ? new Map() : readBlobs(git, seen, paths)),
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

/** One process, however many files. Sizes count bytes: git's answer is read as such. */
async function readBlobs(git: Git, commit: string, paths: readonly string[]): Promise<Map<string, string>> {
  const input = paths.map((path) => `${commit}:${path}\n`).join('');
  const out = await git.run(['cat-file', '--batch'], { input, encoding: 'latin1' });
  const texts = new Map<string, string>();
  let at = 0;
  for (const path of paths) {
    const end = out.indexOf('\n', at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(out.slice(at, end)) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    texts.set(path, Buffer.from(out.slice(at, at + Number(size)), 'latin1').toString('utf8'));
    at += Number(size) + 1;
  }
  return texts;
}

async function remoteCommit(git: Git, url: string, ref: string): Promise<string | undefined> {
  const out = await reach(() => git.run(['ls-remote', url, ref]));
  return out.split('\n').flatMap((line) => (line.endsWith(`\t${ref}`) ? [line.split('\t')[0] ?? ''] : []))[0];
}
