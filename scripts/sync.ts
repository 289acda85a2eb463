import { join } from 'node:path';
import { readSettings } from '../src/content/read.ts';
import { formatProblem } from '../src/model/problem.ts';
import { type Command, type Flags, type Outcome, Stop, type World } from './command.ts';
import { openLedger } from './content/ledger.ts';
import { disk, nowhere, sweepTemporary } from './content/write.ts';
import { connect, connectionFrom } from './github/client.ts';
import { GitHubFailure } from './github/failures.ts';
import { findRepositories } from './github/repositories.ts';
import { openPublication, type Published } from './publish/publish.ts';
import { type Counts, type Run, saveLedger, syncRepository } from './sync/repository.ts';
import { openRun } from './sync/run.ts';
import { settingsDigest } from './sync/settings-digest.ts';
import { countVoters } from './sync/voters.ts';
import { sweepVotes } from './sync/votes.ts';

/** `milepost sync`: GitHub → content folder. */
export const sync: Command = {
  summary:
    'issues and releases from GitHub; --full reads everything again, --allow-removals lets many go, --push commits',
  options: {
    full: { type: 'boolean', default: false },
    'allow-removals': { type: 'boolean', default: false },
    push: { type: 'boolean', default: false },
  },
  run: (flags, world) => runSync(flags, world),
};

/** What `--json` prints; `next` is when to come back after a rate limit, `push` what `--push` did. */
export interface SyncReport extends Counts {
  requests: number;
  points: number;
  next: string | null;
  push?: Published;
}

/** Settings are looked at first, then the token, then the network. `open` lets tests talk to GitHub in their own way. */
export async function runSync(
  { content, dryRun, repo, own }: Flags,
  world: World,
  open = connect,
): Promise<Outcome> {
  const settings = await readSettings(content);
  const connection = connectionFrom(world.env);
  const { all, wanted } = await findRepositories(settings, repo, world.env);
  const publication =
    own['push'] === true ? await openPublication({ content, dryRun }, settings.branch, world) : undefined;
  const writer = dryRun ? nowhere : disk;
  if (!dryRun)
    await Promise.all(['feedback', 'changelog', 'ledger'].map((name) => sweepTemporary(join(content, name))));
  const run = openRun({
    settings,
    repositories: all,
    folder: content,
    isFull: own['full'] === true,
    github: open(connection),
    writer,
    ledger: await openLedger(content, writer),
    world,
    mayRemove: own['allow-removals'] === true,
  });
  run.ledger.useSettings(settingsDigest(settings));
  try {
    const whole = wanted.filter(({ repo }) => run.isFull || run.ledger.watermark(repo) === undefined);
    for (const repository of wanted) await syncRepository(repository, run);
    for (const repository of wanted) await sweepVotes(repository, run, whole.includes(repository));
    await countVoters(run);
    await saveLedger(run);
  } catch (error) {
    const stop = await stopped(error, run);
    // What was read before it is kept: a first sync of many requests may take the limits of several runs.
    if (error instanceof GitHubFailure) await publication?.publish();
    throw stop;
  }
  const push = await publication?.publish();
  for (const problem of run.problems) world.say(formatProblem(problem));
  for (const words of [...run.notes, ...run.held]) world.say(words);
  const text = [`${dryRun ? 'dry run: ' : ''}${inWords(run)}`, ...(push ? [pushInWords(push)] : [])].join(
    '\n',
  );
  const report = { ...reportOf(run), ...(push && { push }) };
  return { report, text, status: run.problems.length + run.held.length > 0 ? 1 : 0 };
}

const reportOf = ({ items, github }: Run, next: Date | undefined = undefined): SyncReport => ({
  ...items,
  requests: github.requests(),
  points: github.points(),
  next: next?.toISOString() ?? null,
});

/** Keeps what was read before GitHub failed, and says so. */
async function stopped(error: unknown, run: Run): Promise<unknown> {
  if (!(error instanceof GitHubFailure)) return error;
  await saveLedger(run);
  const { created, updated, removed } = run.items;
  const kept = created + updated + removed > 0 ? `\nBefore that: ${inWords(run)}` : '';
  return new Stop(error.message + kept, error.status, { cause: error, report: reportOf(run, error.next) });
}

const pushInWords = ({ branch, commit, data, isNew }: Published): string =>
  isNew ? `pushed to ${branch}: ${data ?? commit}` : `nothing pushed to ${branch}`;

const number = new Intl.NumberFormat('en');
const counted = (count: number, word: string): string[] =>
  count > 0 ? [`${number.format(count)} ${word}`] : [];

/** `12 new, 3 changed, 6,574 unchanged, in 14 requests (28 points)`, with what else there is to say. */
function inWords({ items, entries, problems, github }: Run): string {
  const [requests, points] = [github.requests(), github.points()];
  const lines = [
    [
      `${number.format(items.created)} new`,
      `${number.format(items.updated)} changed`,
      `${number.format(items.unchanged)} unchanged`,
      ...counted(items.removed, 'removed'),
      `in ${number.format(requests)} ${requests === 1 ? 'request' : 'requests'} (${number.format(points)} points)`,
    ].join(', '),
    [
      'changelog:',
      [
        ...counted(entries.created, 'new'),
        ...counted(entries.updated, 'changed'),
        ...counted(entries.removed, 'removed'),
      ].join(', '),
    ].join(' '),
    ...counted(problems.length, problems.length === 1 ? 'file was left alone' : 'files were left alone'),
  ];
  return lines.filter((line) => line !== 'changelog: ').join('\n');
}
