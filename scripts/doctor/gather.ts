import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PLACES, readText } from '../../src/content/files.ts';
import { readContent, readSettings, SettingsError } from '../../src/content/read.ts';
import { formatProblem } from '../../src/model/problem.ts';
import type { Settings } from '../../src/model/settings.ts';
import { readSyncState } from '../../src/model/sync-state.ts';
import { type Flags, Stop, type World } from '../command.ts';
import { anyConnectionFrom, type connect, type Connection, type GitHub } from '../github/client.ts';
import { findRepositories, isSameRepo } from '../github/repositories.ts';
import { packageFolder } from '../integration.ts';
import {
  askLabels,
  askLastRun,
  askLimit,
  askPages,
  askProtected,
  askRepository,
  askWorkflow,
} from './ask.ts';
import type { Facts, Known, RepositoryFacts, TokenKind } from './facts.ts';
import { lookAround, ownVersion } from './files.ts';
import { DEFAULTS } from './here.ts';

/** Gathers all that a diagnosis needs; whatever fails is a fact of its own, and stops nothing else. */
export async function gatherFacts(flags: Flags, world: World, open: typeof connect): Promise<Facts> {
  const { content, repo } = flags;
  const { connection, token } = connectionOf(world);
  const settings = await settingsOf(content);
  const around = await lookAround(content);
  const { home, sources } = await repositoriesOf(settings, repo, world);
  const state = readSyncState((await readText(join(content, PLACES.state))) ?? '');
  return {
    now: world.now(),
    version: await ownVersion(packageFolder()),
    node: process.versions.node,
    content: await contentOf(content),
    settings,
    server: (world.env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, ''),
    token,
    home,
    ...(await askAll(open(connection), home, sources, around.workflowFile, token !== undefined)),
    ...around,
    syncedAt: state.syncedAt,
  };
}

type Asked = Pick<
  Facts,
  'limit' | 'repository' | 'sources' | 'pages' | 'isProtected' | 'workflow' | 'run' | 'labels'
>;

/** Asks for everything at once, but for what hangs on the repository itself. */
async function askAll(
  github: GitHub,
  home: string | undefined,
  sources: readonly string[],
  file: string,
  hasToken: boolean,
): Promise<Asked> {
  const names = [...new Set([...(home === undefined ? [] : [home]), ...sources])];
  const [limit, ...found] = await Promise.all([
    askLimit(github),
    ...names.map((repo) => askRepository(github, repo)),
  ]);
  const known = new Map(names.map((repo, at) => [repo, found[at] ?? ABSENT] as const));
  const repository: Known<RepositoryFacts> = known.get(home ?? '') ?? ABSENT;
  const of = <Value>(ask: (repo: RepositoryFacts) => Promise<Known<Value>>): Promise<Known<Value>> =>
    repository.is === 'known' ? ask(repository.value) : Promise.resolve(repository);
  const [pages, isProtected, workflow, run, ...labels] = await Promise.all([
    of(({ repo }) => (hasToken ? askPages(github, repo) : Promise.resolve(ONLY_WITH_TOKEN))),
    of(({ repo, defaultBranch }) => askProtected(github, repo, defaultBranch)),
    of(({ repo }) => askWorkflow(github, repo, file)),
    of(({ repo }) => askLastRun(github, repo, file)),
    ...sources.map((repo) => askLabels(github, repo)),
  ]);
  return {
    limit,
    repository,
    sources: sources.map((repo) => ({ repo, found: known.get(repo) ?? ABSENT })),
    pages,
    isProtected,
    workflow,
    run,
    labels: together(labels),
  };
}

const ABSENT = { is: 'absent' } as const;
const ONLY_WITH_TOKEN = { is: 'unknown', why: 'GitHub tells only somebody with a token' } as const;

/** Labels of all sources; not known where one of them is not. */
function together(all: readonly Known<readonly string[]>[]): Known<readonly string[]> {
  const lost = all.find(({ is }) => is !== 'known');
  if (lost) return lost.is === 'unknown' ? lost : { is: 'unknown', why: 'a repository is not there' };
  return { is: 'known', value: all.flatMap((one) => (one.is === 'known' ? one.value : [])) };
}

/** A token that cannot be one is a finding, and everything is asked without it. */
function connectionOf({ env }: World): { connection: Connection; token: TokenKind | undefined } {
  try {
    const connection = anyConnectionFrom(env);
    return { connection, token: connection.token === undefined ? undefined : kindOf(connection.token) };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const connection = anyConnectionFrom({ ...env, GITHUB_TOKEN: undefined, GH_TOKEN: undefined });
    return { connection, token: 'odd' };
  }
}

const KINDS: Record<string, TokenKind> = {
  ghp_: 'classic',
  gho_: 'classic',
  ghu_: 'app',
  ghs_: 'app',
  github_pat_: 'fine-grained',
};

const kindOf = (token: string): TokenKind =>
  Object.entries(KINDS).find(([start]) => token.startsWith(start))?.[1] ?? 'other';

async function settingsOf(folder: string): Promise<Settings> {
  try {
    return await readSettings(folder);
  } catch (error) {
    if (error instanceof SettingsError) return DEFAULTS;
    throw error;
  }
}

async function contentOf(folder: string): Promise<Facts['content']> {
  if (!existsSync(folder)) return ABSENT;
  try {
    const { items, problems } = await readContent(folder);
    const errors = problems.filter(({ level }) => level === 'error').length;
    const value = { folder, items: items.length, errors, warnings: problems.length - errors };
    return { is: 'known', value };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { is: 'unknown', why: error.problems.map(formatProblem).join(' ') };
  }
}

/** The roadmap lives where the command runs; its issues may come from elsewhere. */
async function repositoriesOf(
  settings: Settings,
  wanted: string | undefined,
  { env }: World,
): Promise<{ home: string | undefined; sources: string[] }> {
  const here = await findRepositories({ ...settings, repositories: [] }, wanted, env).catch(
    (error: unknown) => {
      if (error instanceof Stop && wanted === undefined) return undefined;
      throw error;
    },
  );
  const listed = settings.repositories.map(({ repo }) => repo);
  const home = here?.all[0]?.repo ?? listed[0];
  const same = listed.find((repo) => home !== undefined && isSameRepo(repo, home));
  return { home: same ?? home, sources: listed.length > 0 ? listed : home === undefined ? [] : [home] };
}
