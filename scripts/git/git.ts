import { execFile } from 'node:child_process';

/** One git repository on this machine. */
export interface Git {
  folder: string;
  /** Runs git and answers what it printed, to the byte. @throws GitFailure */
  run: (args: readonly string[], options?: RunOptions) => Promise<string>;
}

export interface RunOptions {
  /** What git reads on its standard input. */
  input?: string;
  /** Variables beside the process's own. */
  env?: Readonly<Record<string, string>>;
  /** How its output is read; `latin1` keeps a byte a character. */
  encoding?: 'utf8' | 'latin1';
}

/** git said no; `output` is what it said, for telling failures apart. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
  readonly output: string;

  constructor(args: readonly string[], output: string, options: ErrorOptions = {}) {
    super(`git ${args[0] ?? ''} failed: ${output.trim().split('\n').at(-1) ?? ''}`, options);
    this.output = output;
  }
}

const MOST_OUTPUT = 256 * 1024 * 1024;

/** Opens a folder of a repository. `secret` are variables that git alone gets to see, such as how to log in. */
export function gitIn(folder: string, secret: Readonly<Record<string, string>> = {}): Git {
  const run: Git['run'] = (args, { input = '', env = {}, encoding = 'utf8' } = {}) =>
    new Promise((resolve, reject) => {
      const child = execFile(
        'git',
        [...args],
        {
          cwd: folder,
          encoding,
          maxBuffer: MOST_OUTPUT,
          env: { ...surroundings(), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...secret, ...env },
        },
        (error, out, err) => {
          if (error) reject(new GitFailure(args, err || error.message, { cause: error }));
          else resolve(out);
        },
      );
      // A git that ends before it has read all closes the pipe; how it ended says more.
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    });
  return { folder, run };
}

/** Variables that name another repository than the folder's, as git sets them for its hooks. */
const ELSEWHERE =
  /^GIT_(?:DIR|WORK_TREE|IMPLICIT_WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|SHALLOW_FILE|GRAFT_FILE)$/;

/** The process's own variables. Run from a hook, `git init` would otherwise make over the user's repository. */
const surroundings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !ELSEWHERE.test(name)));

/** What git printed, without white space around it; undefined when git says no. */
export async function ask(
  git: Git,
  args: readonly string[],
  options?: RunOptions,
): Promise<string | undefined> {
  try {
    return (await git.run(args, options)).trim();
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}
