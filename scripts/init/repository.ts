import { repoName } from '../../src/model/fields.ts';
import { ask, gitIn } from '../git/git.ts';

/** What git says of a folder. */
export interface Here {
  /** Top of the repository; the folder itself when it is in none. */
  top: string;
  /** `owner/name`, when the remote `origin` is on GitHub. */
  repo: string | undefined;
  /** The branch that people push to. */
  branch: string;
}

/** Looks at a folder through git; one that is in no repository is a place to begin, too. */
export async function lookAt(folder: string, server = 'https://github.com'): Promise<Here> {
  const git = gitIn(folder);
  const say = (...args: string[]): Promise<string | undefined> => ask(git, args).catch(() => undefined);
  const origin = await say('remote', 'get-url', 'origin');
  const remoteHead = await say('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  const branch =
    remoteHead?.replace(/^origin\//, '') || (await say('symbolic-ref', '--quiet', '--short', 'HEAD'));
  return {
    top: (await say('rev-parse', '--show-toplevel')) || folder,
    repo: origin === undefined ? undefined : repoIn(origin, new URL(server).hostname),
    branch: branch && /^[\w./-]+$/.test(branch) ? branch : 'main',
  };
}

/** `owner/name` of an address on a host, in any of git's spellings; undefined for one elsewhere. */
export function repoIn(address: string, host: string): string | undefined {
  const [, at, path] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^:/]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/i.exec(address) ?? [];
  return at?.toLowerCase() === host && repoName.safeParse(path).success ? path : undefined;
}
