import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { openHub } from './clones.ts';
import { runOn, shipped, useStage } from './stage.ts';

const stage = useStage();
const CLI = new URL('../../../scripts/cli.ts', import.meta.url).pathname;

/** Runs the command in a process of its own; `path` puts another git before the real one. */
function start(folder: string, path = ''): { kill: () => void; ended: Promise<unknown> } {
  const child = spawn(process.execPath, [CLI, 'notify', '--content', folder], {
    stdio: 'ignore',
    env: {
      PATH: [path, process.env['PATH'] ?? ''].filter(Boolean).join(delimiter),
      GITHUB_TOKEN: 'bot',
      GITHUB_API_URL: stage().proxy.url,
      GITHUB_REPOSITORY: 'octo/app',
    },
  });
  return {
    kill: () => void child.kill('SIGKILL'),
    ended: new Promise((resolve) => child.once('exit', resolve)),
  };
}

/** A git that dies with its caller at its `at`-th call, before it does anything; it counts on. */
async function mortalGit(at: number): Promise<{ path: string; calls: () => Promise<number> }> {
  const path = await mkdtemp(join(tmpdir(), 'milepost-git-shim-'));
  const count = join(path, 'calls');
  const script = [
    '#!/bin/sh',
    `echo x >> '${count}'`,
    `[ "$(wc -l < '${count}')" -eq ${at} ] && kill -9 $PPID && exit 1`,
    `PATH=$(echo "$PATH" | sed 's|^[^:]*:||') exec git "$@"`,
  ];
  await writeFile(count, '');
  await writeFile(join(path, 'git'), `${script.join('\n')}\n`);
  await chmod(join(path, 'git'), 0o755);
  return { path, calls: async () => (await readFile(count, 'utf8')).length / 2 };
}

/** After a run that died, a clean one an hour later: one comment, whatever the first had done. */
async function endsWell(number: number, hub: Awaited<ReturnType<typeof openHub>>): Promise<void> {
  const folder = await hub.clone();
  await runOn({}, stage(), { folder, now: new Date(Date.now() + 3_600_000) });
  expect(await stage().comments(number)).toHaveLength(1);
  expect(Object.values(await hub.ledger()).join()).toContain('"state": "sent"');
}

test('killed at any request, once GitHub has acted: one comment after the next run', async () => {
  let deaths = 0;
  for (let at = 1; ; at += 1) {
    stage().proxy.reset();
    const number = await stage().issue();
    const hub = await openHub(shipped(number));
    const child = start(await hub.clone());
    let requests = 0;
    stage().proxy.faults.push({
      kind: 'reset after',
      times: 1,
      when: ({ index }) => {
        requests = index;
        if (index === at) setTimeout(child.kill, 30);
        return false;
      },
    });
    await child.ended;
    stage().proxy.reset();
    await endsWell(number, hub);
    if (requests < at) break;
    deaths += 1;
  }
  expect(deaths).toBeGreaterThanOrEqual(5);
}, 300_000);

test('killed at every third call of git: one comment after the next run', async () => {
  let deaths = 0;
  for (let at = 1; ; at += 3) {
    const number = await stage().issue();
    const hub = await openHub(shipped(number));
    const { path, calls } = await mortalGit(at);
    await start(await hub.clone(), path).ended;
    if ((await calls()) !== at) break;
    deaths += 1;
    await endsWell(number, hub);
  }
  expect(deaths).toBeGreaterThan(5);
}, 600_000);
