import { isAbsolute, resolve } from 'node:path';
import { ask, gitIn } from './git.ts';

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

/** Finds the remote of a content folder; undefined where there is no git, no repository or no remote called `origin`. */
export async function findRemote(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Remote | undefined> {
  const git = gitIn(folder);
  const top = await ask(git, ['rev-parse', '--show-toplevel']).catch(() => undefined);
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
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server.origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  };
}
