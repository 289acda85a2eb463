import { ask, gitIn } from './git.ts';
import type { Told } from '../github/commits.ts';

/** What a repository on this machine knows of its history. */
export interface LocalLog {
  commits: Told[];
  /** Its history is cut off somewhere: what is missing there may exist. */
  isShallow: boolean;
}

/** Fields end with a zero byte, which no message can hold: nobody can forge a commit by writing one. */
const FORMAT = '--format=tformat:%H%x00%P%x00%ct%x00%B';
const FIELDS = 4;

/**
 * All commits since a moment of the repository that a folder lies in, whatever branch or tag they are on; undefined where
 * there is no git or no repository. Names no object, so that a clone without trees or files has nothing to fetch.
 */
export async function readLog(folder: string, since: Date): Promise<LocalLog | undefined> {
  const git = gitIn(folder);
  const shallow = await ask(git, ['rev-parse', '--is-shallow-repository']).catch(() => undefined);
  if (shallow === undefined) return undefined;
  const when = `--since=@${Math.max(0, Math.floor(since.getTime() / 1000))}`;
  const plain = ['--no-show-signature', '--no-color', '--encoding=UTF-8'];
  const text = await ask(git, ['log', '--all', 'HEAD', '-z', ...plain, when, FORMAT]);
  if (text === undefined) return undefined;
  return { commits: commitsIn(text.split('\0')), isShallow: shallow !== 'false' };
}

function commitsIn(fields: readonly string[]): Told[] {
  const commits: Told[] = [];
  for (let at = 0; at + FIELDS <= fields.length; at += FIELDS) {
    const [oid = '', parents = '', seconds = '', message = ''] = fields.slice(at, at + FIELDS);
    const date = new Date(Number(seconds) * 1000);
    commits.push({ oid: oid.trim(), parents: parents.split(' ').filter(Boolean), message, date });
  }
  return commits;
}
