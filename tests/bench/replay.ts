import { execFile } from 'node:child_process';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gitHub, repository } from '../github/data.ts';
import { serveGitHub } from '../github/server.ts';
import { openWorld } from '../github/world.ts';
import { discard, newFolder } from '../soak/folder.ts';
import { random } from '../soak/random.ts';
import { milepost, REPO } from '../soak/run.ts';
import { anHour, settle } from './traffic.ts';

export interface Replayed {
  hours: number;
  /** Hours after which there was nothing to commit. */
  quiet: number;
  /** Hours in which nothing happened on GitHub. */
  idle: number;
  /** Commits in such hours: what the daily sweep found of earlier hours, such as votes on closed issues. */
  late: number;
  /** Commits without news, of the books' own state alone. */
  needless: number;
  commits: number;
  files: number;
  /** Bytes of all files under the content folder. */
  content: number;
  /** Bytes of `.git` after `git gc`, with the first sync alone and in the end. */
  first: number;
  git: number;
  requests: number;
  /** How long it took. */
  seconds: number;
}

export interface Options {
  hours: number;
  issues: number;
  seed?: number;
  say?: (line: string) => void;
}

/** Lives through hours of ordinary traffic: a sync after each, a commit where it changed something, as the workflow does. */
export async function replay({ hours, issues, seed = 1, say = () => {} }: Options): Promise<Replayed> {
  const dice = random(seed);
  const world = openWorld(gitHub(repository(REPO)), '2024-01-01T08:00:00Z');
  settle(world, issues, dice);
  const [github, home] = [await serveGitHub(world.data), await newFolder(tmpdir())];
  const folder = join(home, 'content');
  const git = gitIn(home, () => world.now());
  const began = performance.now();
  let [quiet, idle, late, needless, requests] = [0, 0, 0, 0, 0];
  try {
    await mkdir(folder);
    await git('init', '--quiet', '--template=', '--initial-branch=main');
    const sync = async (): Promise<boolean> => {
      const ended = await milepost({ folder, github, now: world.now(), isFull: false });
      if (ended.end !== 0) throw new Error(`a sync ended with ${ended.end}: ${ended.text}`);
      requests += github.log.length;
      github.reset();
      if ((await git('status', '--porcelain', '--untracked-files=all', '--', 'content')) === '') return false;
      await git('add', '--all', 'content');
      await git('commit', '--quiet', '--message=Sync');
      return true;
    };
    const committed = async (): Promise<string> =>
      (await git('show', '--name-only', '--format=', 'HEAD')).trim();
    await sync();
    requests = 0;
    await git('gc', '--quiet', '--prune=now');
    const first = await sizeOf(join(home, '.git'));
    for (let hour = 0; hour < hours; hour += 1) {
      const before = stampOf(world.data);
      anHour(world, hour, dice);
      const isIdle = stampOf(world.data) === before;
      const hasChanged = await sync();
      if (isIdle) idle += 1;
      if (!hasChanged) quiet += 1;
      if (isIdle && hasChanged) late += 1;
      if (hasChanged && (await committed()) === 'content/ledger/sync.json') needless += 1;
      if ((hour + 1) % 100 === 0) say(`${hour + 1} of ${hours} hours, ${quiet} quiet`);
    }
    await git('gc', '--quiet', '--prune=now');
    const commits = Number(await git('rev-list', '--count', 'HEAD')) - 1;
    const [content, size] = [await sizeOf(folder), await sizeOf(join(home, '.git'))];
    const files = (await git('ls-files', 'content')).trim().split('\n').length;
    const seconds = Math.round((performance.now() - began) / 1000);
    return {
      hours,
      quiet,
      idle,
      late,
      needless,
      commits,
      files,
      content,
      first,
      git: size,
      requests,
      seconds,
    };
  } finally {
    await Promise.all([github.close(), discard(home)]);
  }
}

/** A word that changes when anything happens on GitHub that a roadmap could show. */
const stampOf = ({ repositories }: Parameters<typeof serveGitHub>[0]): string =>
  repositories
    .map(({ issues, releases }) => {
      const votes = issues.reduce((sum, { thumbsUp }) => sum + thumbsUp.length, 0);
      const latest = issues.reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), '');
      return `${issues.length} ${releases.length} ${votes} ${latest}`;
    })
    .join();

/** git in a folder, with no settings but its own, on the world's clock. */
function gitIn(cwd: string, now: () => Date): (...args: string[]) => Promise<string> {
  const who = { NAME: 'milepost', EMAIL: 'milepost@localhost' };
  return async (...args) => {
    const date = now().toISOString();
    const env = {
      PATH: process.env['PATH'],
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: who.NAME,
      GIT_AUTHOR_EMAIL: who.EMAIL,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: who.NAME,
      GIT_COMMITTER_EMAIL: who.EMAIL,
      GIT_COMMITTER_DATE: date,
    };
    const told = await promisify(execFile)('git', ['-c', 'gc.auto=0', ...args], { cwd, env, maxBuffer: 1e8 });
    return told.stdout;
  };
}

/** Bytes of all files below a folder. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
