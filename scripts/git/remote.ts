import { tmpdir } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import { Stop } from '../command.ts';
import { ask, type Git, GitFailure, gitIn } from './git.ts';
import { reach } from './reach.ts';

/** Where a content folder lies in git, and where its repository is pushed to. */
export interface Remote {
  /** What git fetches from and pushes to. */
  url: string;
  /** The content folder's path in the repository, `content/`; `""` when it is the whole of it. */
  prefix: string;
  /** The branch that is checked out; undefined when none is. */
  branch: string | undefined;
  /** The commit that is checked out. */
  head: string | undefined;
  /** Variables with which git logs in. */
  login: Readonly<Record<string, string>>;
}

/**
 * Finds the remote of a content folder; undefined where there is no git, no repository or no remote called `origin`.
 * @throws Stop (status 2) when the repository is somebody else's, so that git does not trust it.
 */
export async function findRemote(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Remote | undefined> {
  const git = gitIn(folder);
  const top = await topOf(git);
  const given = top === undefined ? undefined : await ask(git, ['remote', 'get-url', '--push', 'origin']);
  if (top === undefined || !given) return undefined;
  const url = isPath(given) && !isAbsolute(given) ? resolve(top, given) : given;
  return {
    url,
    prefix: (await ask(git, ['rev-parse', '--show-prefix'])) ?? '',
    branch: await ask(git, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    head: await ask(git, ['rev-parse', '--verify', '--quiet', 'HEAD']),
    login: loginFor(url, env),
  };
}

async function topOf(git: Git): Promise<string | undefined> {
  try {
    return (await git.run(['rev-parse', '--show-toplevel'])).trim();
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    if (!/dubious ownership/.test(error.output)) return undefined;
    throw new Stop(
      `git: ${git.folder} belongs to somebody else, and git does not trust it. Run: git config --global --add safe.directory '*'`,
      2,
      { cause: error },
    );
  }
}

/**
 * The branch that takes what a run writes: the one wished for, else the one that is checked out where the remote has it, else
 * the remote's own. Undefined when the remote has no branch to put it on.
 * @throws Stop (status 3) when the remote cannot be reached.
 */
export async function homeBranch(
  { url, login, branch }: Pick<Remote, 'url' | 'login' | 'branch'>,
  wished: string | undefined,
): Promise<string | undefined> {
  if (wished !== undefined) return wished;
  const refs = branch === undefined ? ['HEAD'] : ['HEAD', `refs/heads/${branch}`];
  const out = await reach(() => gitIn(tmpdir(), login).run(['ls-remote', '--symref', url, ...refs]));
  if (branch !== undefined && out.includes(`\trefs/heads/${branch}\n`)) return branch;
  return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(out)?.[1];
}

const isPath = (url: string): boolean => !/^[\w+.-]+:/.test(url);

/**
 * The token goes to GitHub's own host and nowhere else, and through the environment: an address or an argument with a
 * token in it can be read in a list of processes and in git's messages.
 */
export function loginFor(
  url: string,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const token = (env['GITHUB_TOKEN'] || env['GH_TOKEN'])?.trim();
  const server = new URL(env['GITHUB_SERVER_URL'] || 'https://github.com');
  if (!token || !URL.canParse(url) || new URL(url).origin !== server.origin) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  // After those that are there: a proxy may be set so, or which folders are safe.
  const place = Number(env['GIT_CONFIG_COUNT'] || 0);
  return {
    GIT_CONFIG_COUNT: `${place + 1}`,
    [`GIT_CONFIG_KEY_${place}`]: `http.${server.origin}/.extraheader`,
    [`GIT_CONFIG_VALUE_${place}`]: `AUTHORIZATION: basic ${basic}`,
  };
}
