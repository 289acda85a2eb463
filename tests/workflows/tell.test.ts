import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { bodyFor, messageFor } from '../../.github/actions/tell/message.mjs';
import { send } from '../../.github/actions/tell/send.mjs';
import { ROOT } from './files.ts';

const ACTION = `${ROOT}.github/actions/tell/`;

interface Move {
  at: string;
  id: string;
  title: string;
  from: string;
  to: string;
  url: string;
}

let moves: unknown = [];
let said: string[] = [];
/** What the chat answers with, one after the other and the last from then on; 0 is no answer at all. */
let answers: number[] = [];
let origin = '';

/** A roadmap and a chat on one loopback port. */
beforeEach(async () => {
  [moves, said, answers] = [[], [], [200]];
  const server: Server = createServer((request, response) => {
    if (request.url?.startsWith('/app/api/v1/changes.json')) {
      if (moves === undefined) return void response.writeHead(404).end();
      return void response.end(JSON.stringify(moves));
    }
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      said.push(`${request.method} ${request.url} ${body}`);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (!answer) return;
      response.writeHead(answer, { location: '/elsewhere', 'retry-after': '3600' }).end('{"secret":"echo"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address');
  origin = `http://127.0.0.1:${address.port}`;
  onTestFinished(() => void server.close());
});

const move = (id: string, to: string, title = `Wish ${id}`): Move => ({
  at: '2026-11-22T08:00:00Z',
  id,
  title,
  from: 'open',
  to,
  url: `${origin}/app/feedback/${id}/`,
});

/** Runs the step as `action.yml` does; answers its status, its output and all that it said. */
async function step(env: Record<string, string>): Promise<{ status: number; moves: string; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-tell-'));
  const output = join(folder, 'output');
  const child = spawn(process.execPath, [`${ACTION}tell.mjs`], {
    env: { PATH: process.env['PATH'], SITE: `${origin}/app`, GITHUB_OUTPUT: output, ...env },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (words += part.toString()));
  const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  const written = await readFile(output, 'utf8').catch(() => '');
  await rm(folder, { recursive: true });
  return { status, moves: written.replace(/^moves=(.*)\n$/, '$1'), said: words.trim() };
}

const WEBHOOK = (): { WEBHOOK: string } => ({ WEBHOOK: `${origin}/hook/secret` });

describe('the step that tells what moved', () => {
  test('counts what is new since it looked before, and links to it', async () => {
    moves = [move('1', 'planned')];
    const { moves: before } = await step({});
    moves = [move('2', 'shipped'), move('3', 'shipped'), move('4', 'planned'), move('1', 'planned')];
    expect(await step({ BEFORE: before, ...WEBHOOK() })).toMatchObject({ status: 0, said: 'Told 3 moves.' });
    const text = `3 requests moved on the roadmap: 2 to shipped, 1 to planned.\n${origin}/app/changes/`;
    expect(said).toEqual([`POST /hook/secret ${JSON.stringify({ text })}`]);
  });

  test('tells nothing when nothing moved', async () => {
    moves = [move('1', 'planned')];
    const { moves: before } = await step({});
    expect(await step({ BEFORE: before, ...WEBHOOK() })).toMatchObject({ status: 0, said: 'Nothing moved.' });
    expect(said).toEqual([]);
  });

  test('is off without a webhook', async () => {
    const { moves: before } = await step({});
    moves = [move('1', 'planned')];
    expect(await step({ BEFORE: before })).toMatchObject({
      status: 0,
      said: '1 moves; no webhook is given, so nobody is told.',
    });
  });

  test('tells nothing after a first deployment', async () => {
    moves = undefined;
    const { moves: before, status } = await step({});
    expect([before, status]).toEqual(['', 0]);
    moves = [move('1', 'planned')];
    await step({ BEFORE: before, ...WEBHOOK() });
    expect(said).toEqual([]);
  });

  test('tells the first move of a roadmap on which nothing had moved', async () => {
    const { moves: before } = await step({});
    expect(before).toBe('known');
    moves = [move('1', 'planned')];
    await step({ BEFORE: before, ...WEBHOOK() });
    expect(said).toHaveLength(1);
  });

  test('warns beside the run when the webhook fails, without its address, and fails nothing', async () => {
    moves = [move('1', 'planned')];
    answers = [500];
    expect(await step({ BEFORE: 'known', ...WEBHOOK() })).toMatchObject({
      status: 0,
      said: '::warning title=Nobody was told what moved::The webhook failed: it answered HTTP 500.',
    });
    expect(said).toHaveLength(1);
    expect(await step({ BEFORE: 'known', WEBHOOK: 'http://127.0.0.1:1/secret' })).toMatchObject({
      status: 0,
      said: '::warning title=Nobody was told what moved::The webhook failed: it cannot be reached.',
    });
  });

  test.each([
    [
      'an address that is none',
      { WEBHOOK: 'hooks.example/secret' },
      'WEBHOOK: expected the address of a webhook',
    ],
    ['a format that is none', { FORMAT: 'teams' }, 'format: expected text or discord'],
    ['a site that is none', { SITE: '' }, 'site: expected an address such as https://octo.github.io/app/'],
  ])('refuses %s', async (_, env, words) => {
    expect(await step(env)).toEqual({ status: 1, moves: '', said: `tell: ${words}` });
  });
});

describe('a webhook', () => {
  const waited: number[] = [];
  const sending = (): Promise<string | undefined> => {
    waited.length = 0;
    return send(`${origin}/hook`, '{}', { patience: 200, wait: async (seconds) => waited.push(seconds) });
  };

  test('is asked once when it listens', async () => {
    expect([await sending(), said]).toEqual([undefined, ['POST /hook {}']]);
  });

  test('that asks to come again is asked again, and not left waiting for an hour', async () => {
    answers = [429, 200];
    expect([await sending(), said.length, waited]).toEqual([undefined, 2, [20]]);
  });

  test('that goes on asking so is left alone', async () => {
    answers = [429];
    expect([await sending(), said.length, waited]).toEqual(['it answered HTTP 429', 3, [20, 20]]);
  });

  test.each([400, 404, 500, 503])('that answers %i is asked no more: it may have told', async (status) => {
    answers = [status];
    expect([await sending(), said.length]).toEqual([`it answered HTTP ${status}`, 1]);
  });

  test('that never answers is given up', async () => {
    answers = [0];
    expect([await sending(), said.length]).toEqual(['it did not answer within 0.2 seconds', 1]);
  });

  test('that leads elsewhere is not followed', async () => {
    answers = [302];
    expect([await sending(), said]).toEqual(['it answered HTTP 302', ['POST /hook {}']]);
  });
});

describe('its message', () => {
  const options = { site: 'https://octo.github.io/app/', titles: true };
  const named = (title: string): string =>
    messageFor([{ ...move('1', 'planned', title), url: 'https://octo.github.io/app/feedback/1/' }], options);

  test('names requests only when asked to', () => {
    expect(messageFor([move('1', 'planned', 'Words of anybody')], { ...options, titles: false })).toBe(
      '1 request moved on the roadmap: 1 to planned.\nhttps://octo.github.io/app/changes/',
    );
  });

  test('calls nobody and links nowhere, whatever a title says', () => {
    expect(named('<!channel> @everyone [click](https://evil.example/x) *now*\nsecond\u202E line')).toBe(
      [
        '1 request moved on the roadmap: 1 to planned.',
        '- !channel everyone … now second line (planned) https://octo.github.io/app/feedback/1/',
        'https://octo.github.io/app/changes/',
      ].join('\n'),
    );
  });

  test.each([
    ['<!channel> <!here> <@U012> <#C012|x>', '!channel !here U012 C012x'],
    ['@everyone @here <@&81> <@!81>', 'everyone here 81 !81'],
    ['@all @channel ~town-square', 'all channel town-square'],
    ['<https://evil.example|Sign in>', '… in'],
    ['evil.example, Node.js and v1.2.3', 'evil example, Node js and v1.2.3'],
    ['```\n# big\n> quote\n- list', 'big quote - list'],
    ['a\u0000\uD800\u200B\u202E\u2066b', 'a \uFFFD b'],
  ])('makes of %j plain words', (title, words) => {
    expect(named(title).split('\n')[1]).toBe(`- ${words} (planned) https://octo.github.io/app/feedback/1/`);
  });

  test.each([
    'https://evil.example/',
    'https://octo.github.io/app/<!channel>',
    'https://octo.github.io/app/ @here',
  ])('names no request at %s', (url) => {
    expect(messageFor([{ ...move('1', 'planned'), url }], options)).toBe(
      '1 request moved on the roadmap: 1 to planned.\nhttps://octo.github.io/app/changes/',
    );
  });

  test('for Discord says again to call nobody', () => {
    expect(bodyFor('a', 'discord')).toBe('{"content":"a","allowed_mentions":{"parse":[]}}');
  });
});

test('the action has no expression in its script, and gives it each of its inputs', async () => {
  const { inputs, runs } = parse(await readFile(`${ACTION}action.yml`, 'utf8'));
  const [only] = runs.steps;
  expect(runs.steps).toHaveLength(1);
  expect(only.run).toBe('node "$GITHUB_ACTION_PATH/tell.mjs"');
  expect(Object.values(only.env)).toEqual(Object.keys(inputs).map((name) => `\${{ inputs.${name} }}`));
});
