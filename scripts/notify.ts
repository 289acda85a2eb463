import { join } from 'node:path';
import { PLACES } from '../src/content/files.ts';
import { type Content, readContent } from '../src/content/read.ts';
import { show } from '../src/model/problem.ts';
import { type Command, type Flags, type Outcome, Stop, type World } from './command.ts';
import { connect, connectionFrom } from './github/client.ts';
import { plainAddress } from './notify/link.ts';
import { findLogin } from './notify/me.ts';
import { openBooks } from './notify/books.ts';
import { toldOf } from './notify/course.ts';
import { type Due, type Plan, planNotices } from './notify/plan.ts';
import { folderShelf } from './notify/shelf.ts';
import { standingOf } from './notify/standing.ts';
import { nowhere } from './content/write.ts';
import { emptyReport, reportInWords } from './notify/report.ts';
import { type Sent, sendNotices, uncompared } from './notify/send.ts';
import { wordsFor } from './notify/words.ts';
import { findRepositories } from './github/repositories.ts';

/** `milepost notify`: one comment for each issue that shipped, with proof, once. */
export const notify: Command = {
  summary:
    'one comment per shipped issue, exactly once; --site ADDRESS links its page, --no-push keeps the ledger here',
  options: { site: { type: 'string' }, 'no-push': { type: 'boolean' } },
  run: (flags, world) => runNotify(flags, world),
};

/** A limit ends the run: neither a comment nor what is read before it is asked for again in the same one. */
const NO_SECOND_TRY = {
  throttle: { onRateLimit: () => false, onSecondaryRateLimit: () => false },
  retry: { retries: 2, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
};

/** Reads the files, plans, reads GitHub and writes there. `open` lets tests talk to GitHub in their own way. */
export async function runNotify(flags: Flags, world: World, open = connect): Promise<Outcome> {
  const { content: folder, repo, dryRun } = flags;
  const site = siteFrom(flags, world);
  const content = await readContent(folder);
  const { notify: wishes } = content.settings;
  if (wishes.since === undefined)
    return { report: emptyReport(), text: noBaseline(folder, world.now()), status: 0 };
  tellProblems(content, world);
  const { wanted } = await findRepositories(content.settings, repo, world.env);
  const plan = planNotices(content.items, {
    settings: content.settings,
    repositories: wanted.map((one) => one.repo),
    site,
    words: wordsFor(content.settings.locale, content.words),
  });
  if (dryRun && !hasToken(world)) {
    const { due, skipped } = await untold(plan.due, folder, world);
    return outcomeOf(
      { skipped: [...plan.skipped, ...skipped] },
      uncompared(due, wishes.cap),
      dryRun,
      UNCOMPARED,
    );
  }
  const github = open(connectionFrom(world.env), NO_SECOND_TRY);
  if (plan.due.length === 0) return outcomeOf(plan, uncompared([], wishes.cap), dryRun);
  const isLocal = flags.own['no-push'] === true;
  const books = await openBooks(folder, { branch: content.settings.branch, isLocal }, world);
  try {
    const sent = await sendNotices(plan.due, {
      github,
      ledger: books.ledger,
      findLogin: () => findLogin(github, world.now),
      quiet: wishes.quiet,
      cap: wishes.cap,
      dryRun,
      now: world.now,
      onProgress: (done) => world.progress(`${done} of ${plan.due.length} issues looked at`),
    });
    return outcomeOf(plan, sent, dryRun);
  } finally {
    await books.close();
  }
}

function outcomeOf(
  { skipped }: Pick<Plan, 'skipped'>,
  { report, next, unrecorded }: Sent,
  dryRun: boolean,
  note: readonly string[] = [],
): Outcome {
  const whole = { ...report, skipped: [...skipped, ...report.skipped] };
  const wait = next ? [`GitHub asks to wait. Run the command again after ${next.toISOString()}.`] : [];
  const lost =
    unrecorded === undefined
      ? []
      : [`The ledger could not be written; the next run knows what was told by its comments.\n${unrecorded}`];
  const text = [reportInWords(whole, dryRun), ...note, ...wait, ...lost].join('\n');
  const isDone = next === undefined && unrecorded === undefined && report.unknown.length === 0;
  return { report: whole, text, status: isDone ? 0 : 3 };
}

/** What the content folder's own ledger does not know to be told. */
async function untold(due: readonly Due[], folder: string, { now }: World): Promise<Plan> {
  const known = await folderShelf(folder, nowhere).read(due.map(({ key }) => key));
  const isTold = ({ key, version }: Due): boolean => standingOf(known.get(key), version, now()) === 'told';
  return {
    due: due.filter((notice) => !isTold(notice)),
    skipped: due.filter(isTold).map((notice) => ({ ...toldOf(notice), reason: 'told' })),
  };
}

const hasToken = ({ env }: World): boolean => Boolean((env['GITHUB_TOKEN'] || env['GH_TOKEN'])?.trim());

const UNCOMPARED = [
  'This is what the files say; it was not compared with GitHub, for there is no GITHUB_TOKEN.',
  'Issues that are told already, locked or open again are left out when there is one.',
];

function noBaseline(folder: string, now: Date): string {
  return [
    'Nothing is sent: `notify.since` is not set, and without it a first run would tell everybody of everything that ever shipped.',
    `In ${join(folder, PLACES.settings)}, so that what ships from today on is told:`,
    '',
    'notify:',
    `  since: ${now.toISOString().slice(0, 10)}`,
  ].join('\n');
}

function tellProblems({ problems }: Content, { say }: World): void {
  const errors = problems.filter(({ level }) => level === 'error').length;
  if (errors > 0)
    say(
      `${errors} ${errors === 1 ? 'problem' : 'problems'} in the content: what cannot be read is not told. milepost check lists them.`,
    );
}

/** Where the site is, so that comments can link an item's page. */
function siteFrom({ own }: Flags, { env }: World): string | undefined {
  const [name, given] =
    typeof own['site'] === 'string'
      ? ['--site', own['site']]
      : ['MILEPOST_SITE', env['MILEPOST_SITE'] || undefined];
  if (given === undefined) return undefined;
  const address = plainAddress(given);
  if (address) return address;
  throw new Stop(
    `${name}: expected the address of the site, such as https://octo.github.io/app/; got ${show(given)}. Correct it, or leave it out.`,
    2,
  );
}
