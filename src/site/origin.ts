import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where a content folder comes from, as git tells. */
export interface Origin {
  /** The commit that its work tree is at. */
  commit: string;
  /** The folder in its repository, `content/`; `""` when it is the whole of it. */
  prefix: string;
  /** The repository's web address, `https://github.com/octo/app`; undefined when git knows none. */
  web?: string | undefined;
}

/** Asks git; undefined outside of it. */
export async function originOf(folder: string): Promise<Origin | undefined> {
  const commit = await ask(folder, ['rev-parse', 'HEAD']);
  if (commit === undefined) return undefined;
  const prefix = (await ask(folder, ['rev-parse', '--show-prefix'])) ?? '';
  return { commit, prefix, web: webAddressOf((await ask(folder, ['remote', 'get-url', 'origin'])) ?? '') };
}

async function ask(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await run('git', ['-C', folder, ...args])).stdout.trim();
  } catch {
    return undefined;
  }
}

/** The address under which people see what git fetches: of `https://…/octo/app.git` and of `git@github.com:octo/app.git`. */
export function webAddressOf(remote: string): string | undefined {
  const { host, path } =
    /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/(?:[^@/]*@)?|[\w.-]+@)(?<host>[\w.-]+(?::\d+)?)[:/](?<path>[\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      remote,
    )?.groups ?? {};
  return host && path ? `https://${host.replace(/:22$/, '')}/${path}` : undefined;
}
