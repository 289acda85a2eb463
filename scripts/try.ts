import type { AstroInlineConfig } from 'astro';
import { readSettings } from '../src/content/read.ts';
import { repoName } from '../src/model/fields.ts';
import { show } from '../src/model/problem.ts';
import { type Command, type Flags, type Outcome, Stop, type World } from './command.ts';
import { findRepository, readAllowances } from './github/anonymous.ts';
import { anyConnectionFrom, connect, type GitHub } from './github/client.ts';
import { findRepositories, repositoryAt } from './github/repositories.ts';
import { portFrom } from './site.ts';
import { runSync } from './sync.ts';
import { browse } from './try/browse.ts';
import { budgetFrom, usedUp } from './try/budget.ts';
import { readAnonymously } from './try/read.ts';
import { isThere, openScratch, type Scratch, scratchFor } from './try/scratch.ts';
import { buildScratch, type Served, serveScratch } from './try/site.ts';
import { wasReadWithToken } from './try/token.ts';
import { leftOut } from './try/words.ts';

/** `milepost try owner/name`: anybody's repository as a roadmap, in a scratch folder. */
export const tryOut: Command = {
  summary: "anybody's public repository as a roadmap: try owner/name; --port N, --no-open, --keep DIR",
  options: {
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
  run: (flags, world) => runTry(flags, world),
};

/** What a try reaches outside: GitHub, Astro and the browser. */
export interface Outside {
  connect: typeof connect;
  build: (scratch: Scratch) => Promise<AstroInlineConfig>;
  serve: (config: AstroInlineConfig, port: number) => Promise<Served>;
  browse: typeof browse;
}

const REAL: Outside = { connect, build: buildScratch, serve: serveScratch, browse };

/** Reads, builds, serves until it is stopped. */
export async function runTry(flags: Flags, world: World, outside: Outside = REAL): Promise<Outcome> {
  const asked = repositoryIn(flags);
  const port = portFrom(textOf(flags, 'port'));
  const connection = anyConnectionFrom(world.env);
  if (flags.dryRun) return planned(asked, scratchFor(asked, textOf(flags, 'keep')));
  const github = outside.connect(connection);
  const way = connection.token === undefined ? readWithout : readWith;
  const { repo, scratch, requests, lines } = await way(asked, { flags, world, github, outside });
  world.progress('');
  world.say(`Building ${repo} …`);
  const { address, closed } = await outside.serve(await outside.build(scratch), port);
  for (const line of [...lines, ...farewell(repo, scratch, address)]) world.say(line);
  if (flags.own['no-open'] !== true) outside.browse(address, world.env);
  await closed;
  return { report: { repo, folder: scratch.folder, requests, address }, text: '', status: 0 };
}

interface Hands {
  flags: Flags;
  world: World;
  github: GitHub;
  outside: Outside;
}

/** What was read, and what there is to say of it. */
interface Read {
  repo: string;
  scratch: Scratch;
  requests: number;
  lines: string[];
}

/** The ordinary sync. */
async function readWith(asked: string, { flags, world, github, outside }: Hands): Promise<Read> {
  const { full_name: repo } = await findRepository(github, asked);
  const scratch = scratchFor(repo, textOf(flags, 'keep'));
  await openScratch(scratch, repo);
  const sync = { content: scratch.content, dryRun: false, repo: undefined, own: {}, rest: [] };
  const { text } = await runSync(sync, world, outside.connect);
  return { repo, scratch, requests: github.requests(), lines: [`${repo}: ${text}`] };
}

/** REST, within what is left of the sixty requests an hour. */
async function readWithout(asked: string, { flags, world, github }: Hands): Promise<Read> {
  const allowances = await readAllowances(github);
  const budget = budgetFrom(allowances);
  if (budget === undefined) {
    const scratch = scratchFor(asked, textOf(flags, 'keep'));
    const words = allowances ? usedUp(asked, allowances, world.now()) : undefined;
    if (words && !(await isThere(scratch))) throw words;
    return {
      repo: asked,
      scratch,
      requests: 0,
      lines: [`Shown as it was read before. ${words?.message ?? ''}`],
    };
  }
  const { full_name: repo, has_issues: hasIssues } = await findRepository(github, asked);
  const scratch = scratchFor(repo, textOf(flags, 'keep'));
  const { content: folder } = scratch;
  await openScratch(scratch, repo);
  const settings = await readSettings(folder);
  if (await wasReadWithToken(folder, settings))
    return { repo, scratch, requests: github.requests(), lines: [AS_IT_WAS] };
  const { all } = await findRepositories(settings, undefined, world.env);
  const [repository] = all;
  if (!repository) throw new Stop(`${folder}: no repository is named in milepost.yml. Remove the folder.`, 2);
  const reading = await readAnonymously({ repository, settings, folder, github, world }, budget);
  const lines = [...(hasIssues ? [] : [NO_ISSUES]), ...leftOut(reading, repo)];
  return { repo, scratch, requests: reading.requests, lines };
}

const NO_ISSUES = 'Its issues are switched off, so that the board has none.';
const AS_IT_WAS =
  'Shown as it was read with a token: without one nothing newer is read, since that would lose the pull requests.';

/** `owner/name`, or the address of the repository's page. @throws Stop (status 2) for anything else. */
function repositoryIn({ rest }: Flags): string {
  const [given = '', ...more] = rest;
  const repo = repositoryAt(given.replace(/[?#].*$/, '')) ?? given;
  const isName = repoName.safeParse(repo).success && !/(?:^|\/)\.{1,2}(?:$|\/)/.test(repo);
  if (isName && more.length === 0) return repo;
  const got = rest.length === 0 ? 'nothing' : show(rest.join(' '));
  throw new Stop(
    `milepost try: expected a repository as owner/name; got ${got}. Such as: milepost try withastro/astro`,
    2,
  );
}

const planned = (repo: string, { folder }: Scratch): Outcome => ({
  report: { repo, folder },
  text: `dry run: would read ${repo} into ${folder}, build it and serve it.`,
  status: 0,
});

const farewell = (repo: string, { content }: Scratch, address: string): string[] => [
  '',
  `${repo} as a roadmap: ${address}   (Ctrl+C ends it)`,
  `Its files: ${content}`,
  'To keep it: npx milepost init in the repository makes a roadmap that renews itself.',
];

const textOf = ({ own }: Flags, name: string): string | undefined => {
  const value = own[name];
  return typeof value === 'string' ? value : undefined;
};
