import { appendFile } from 'node:fs/promises';
import { bodyFor, messageFor } from './message.mjs';
import { nameMoves, newMoves, readMoves } from './moves.mjs';
import { send } from './send.mjs';

const {
  SITE = '',
  BEFORE = '',
  FORMAT = 'text',
  TITLES = 'false',
  WEBHOOK = '',
  GITHUB_OUTPUT,
} = process.env;
const PATIENCE = 30_000;

/** Wrong use is told without what it was about: an address may be a secret. */
const stop = (what) => {
  console.error(`tell: ${what}`);
  process.exit(1);
};

const given = URL.parse(SITE);
if (!given || !/^https?:$/.test(given.protocol))
  stop('site: expected an address such as https://octo.github.io/app/');
if (!['text', 'discord'].includes(FORMAT)) stop('format: expected text or discord');
if (WEBHOOK !== '' && !/^https?:$/.test(URL.parse(WEBHOOK)?.protocol ?? ''))
  stop('WEBHOOK: expected the address of a webhook');
const site = new URL(`${given.origin}${given.pathname.replace(/\/*$/, '/')}`).href;

/** The deployed list, past any cache; undefined where there is none yet. */
async function look() {
  const address = new URL(`api/v1/changes.json?at=${Date.now()}`, site);
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) return readMoves(await answer.json());
    console.log(`There is no list of moves yet: HTTP ${answer.status}.`);
  } catch {
    console.log('The list of moves could not be read.');
  }
  return undefined;
}

const moves = await look();
// A first look that found nothing is told from one that found an empty list: nobody wants to hear of 30 days at once.
const names = moves ? `known ${nameMoves(moves)}`.trim() : '';
if (GITHUB_OUTPUT) await appendFile(GITHUB_OUTPUT, `moves=${names}\n`);
const news = moves && BEFORE !== '' ? newMoves(moves, BEFORE) : [];

if (BEFORE === '') console.log('Nothing to compare with: nothing is told.');
else if (news.length === 0) console.log('Nothing moved.');
else if (WEBHOOK === '') console.log(`${news.length} moves; no webhook is given, so nobody is told.`);
else await tell(messageFor(news, { site, titles: TITLES === 'true' }));

/** The roadmap is deployed by now: a chat that does not listen is a warning beside the run, and never fails it. */
async function tell(text) {
  const trouble = await send(WEBHOOK, bodyFor(text, FORMAT), { patience: PATIENCE });
  if (trouble === undefined) console.log(`Told ${news.length} moves.`);
  else console.log(`::warning title=Nobody was told what moved::The webhook failed: ${trouble}.`);
}
