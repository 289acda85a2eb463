import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { repoName } from '../../src/model/fields.ts';
import { nearest } from '../../src/model/nearest.ts';
import type { Settings } from '../../src/model/settings.ts';
import { Stop } from '../command.ts';

/** A repository that issues are read from. */
export interface Repository {
  owner: string;
  name: string;
  /** `owner/name`. */
  repo: string;
  /** Stands before the number in ids: none for the first repository. */
  prefix: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

/** All repositories that items come from, and those that this run is to read. */
export interface Repositories {
  all: readonly Repository[];
  wanted: readonly Repository[];
}

/**
 * Which repositories to read: those of the settings (`--repo` picks one of them), else `--repo`, else GITHUB_REPOSITORY,
 * else where `origin` leads. @throws Stop (status 2) when there is none.
 */
export async function findRepositories(
  settings: Settings,
  wanted: string | undefined,
  env: Env,
  readOrigin: () => Promise<string | undefined> = gitOrigin,
): Promise<Repositories> {
  if (wanted !== undefined && !repoName.safeParse(wanted).success)
    throw new Stop(notAName('--repo', wanted), 2);
  const listed = withPrefixes(settings.repositories);
  if (listed.length > 0) return { all: listed, wanted: pick(listed, wanted) };
  const fromEnv = env['GITHUB_REPOSITORY'] || undefined;
  if (!wanted && fromEnv && !repoName.safeParse(fromEnv).success)
    throw new Stop(notAName('GITHUB_REPOSITORY', fromEnv), 2);
  const repo = wanted ?? fromEnv ?? repositoryAt((await readOrigin()) ?? '');
  if (!repo) throw new Stop(NO_REPOSITORY, 2);
  const all = withPrefixes([{ repo, prefix: undefined }]);
  return { all, wanted: all };
}

const NO_REPOSITORY = [
  'Which repository? None is named, and this folder has no `origin` on GitHub.',
  '  in milepost.yml: repositories: [owner/name]',
  '  for once: milepost sync --repo owner/name',
].join('\n');

const notAName = (where: string, got: string): string =>
  `${where}: expected a repository as owner/name; got ${JSON.stringify(got)}. Correct it.`;

function pick(listed: Repository[], wanted: string | undefined): Repository[] {
  if (wanted === undefined) return listed;
  const picked = listed.filter((repository) => isSameRepo(repository.repo, wanted));
  if (picked.length > 0) return picked;
  const names = listed.map(({ repo }) => repo);
  const near = nearest(wanted, names);
  const remedy = near
    ? `Did you mean "${near}"?`
    : 'Add it to `repositories` in milepost.yml, or leave --repo out.';
  throw new Stop(`--repo: expected one of ${names.join(', ')}; got "${wanted}". ${remedy}`, 2);
}

/** The first repository's ids are bare numbers; the others' carry a prefix of their own, the name unless settings say more. */
function withPrefixes(listed: Settings['repositories']): Repository[] {
  const taken = new Set<string>();
  return listed.map(({ repo, prefix: chosen }, rank) => {
    const [owner = '', name = ''] = repo.split('/');
    const free = [chosen, toSlug(name), toSlug(repo)].find((candidate) => candidate && !taken.has(candidate));
    const prefix = rank === 0 && !chosen ? undefined : (free ?? `${toSlug(repo)}-${rank}`);
    if (prefix) taken.add(prefix);
    return { owner, name, repo, prefix };
  });
}

const toSlug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '') || 'repository';

/** An item's id, which is its file's name. */
export const idOf = ({ prefix }: Repository, number: number): string =>
  prefix ? `${prefix}-${number}` : `${number}`;

/** The number in an id, whatever its prefix. */
export function numberIn(id: string): number | undefined {
  const digits = /(?:^|-)([1-9]\d*)$/.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The number of the issue that an id stands for in this repository; undefined where it is another's. */
export function numberOf(repository: Repository, id: string): number | undefined {
  const number = numberIn(id);
  return number !== undefined && idOf(repository, number) === id ? number : undefined;
}

/** GitHub does not mind the case of names. */
export const isSameRepo = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** `owner/name` in the address of a git remote on GitHub. */
export function repositoryAt(remote: string): string | undefined {
  const at =
    /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/\s]+@)?(?:[\w-]+\.)*github\.[\w.-]+(?::\d+)?[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/;
  return at.exec(remote.trim())?.[1];
}

async function gitOrigin(): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['remote', 'get-url', 'origin']);
    return stdout;
  } catch {
    return undefined;
  }
}
