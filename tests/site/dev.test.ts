import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { configFor } from '../../scripts/integration.ts';
import { workshopFor } from '../../scripts/try/site.ts';
import { filesOf } from './build.ts';
import { BAD_DAY, item, writeContentFolder } from './fixture.ts';
import { BASE } from './global-setup.ts';

const CLI = fileURLToPath(new URL('../../scripts/cli.ts', import.meta.url));
const built = await filesOf(inject('sites').badDay.outDir);
const content = await writeContentFolder(BAD_DAY);
// Other tests build in the repository's own folder meanwhile, and two at work in one are in each other's way.
const root = workshopFor(content);
await mkdir(root, { recursive: true });
await writeFile(join(root, 'astro.config.mjs'), configFor(content));
const server = spawn(
  process.execPath,
  [CLI, 'dev', '--content', content, '--base', BASE, '--port', '0'],
  // Where Astro takes itself to be tested it serves nothing, and keeps the list of pages for good.
  { cwd: root, env: { ...process.env, VITEST: undefined, NODE_ENV: undefined } },
);
let home = '';
let said = '';

beforeAll(async () => {
  home = await new Promise<string>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const [, address] = /(http:\/\/localhost:\d+\/\S*)/.exec(said) ?? [];
        if (address) resolve(address);
      });
    server.on('close', () => reject(new Error(said)));
  });
});
afterAll(async () => {
  const ended = new Promise((resolve) => server.on('close', resolve));
  server.kill('SIGINT');
  await ended;
  await rm(root, { recursive: true });
});

/** What a build makes without a route, by where it lies. */
const files = [...built].filter(
  ([path]) =>
    /^(?:api\/v1\/items\/|badge\/|feedback\/.*\.(?:md|xml)$)/.test(path) ||
    /(?:feed\.xml|calendar\.ics|llms\.txt)$/.test(path),
);

it('serves while people edit every file that a build makes, with the same bytes', async () => {
  expect(files.length).toBeGreaterThan(60);
  const different: string[] = [];
  for (const [path, bytes] of files) {
    const address = home + path.split('/').map(encodeURIComponent).join('/');
    const answer = await fetch(address);
    if (!Buffer.from(await answer.arrayBuffer()).equals(bytes)) different.push(`${path}: ${answer.status}`);
  }
  expect(different).toEqual([]);
});

it('says of what type a file is', async () => {
  const typeOf = async (path: string): Promise<string | null> =>
    (await fetch(home + path)).headers.get('content-type');
  expect(await typeOf('badge/1.svg')).toBe('image/svg+xml');
  expect(await typeOf('feedback/1.md')).toBe('text/markdown; charset=utf-8');
  expect(await typeOf('calendar.ics')).toBe('text/calendar; charset=utf-8');
});

it('says why there is no footprint', async () => {
  const answer = await fetch(`${home}api/v1/footprint.json`);
  expect([answer.status, await answer.text()]).toEqual([
    404,
    'Only a build weighs pages: run `milepost build`.',
  ]);
});

it('shows the pages that lead to them', async () => {
  expect(await (await fetch(`${home}feedback/1/`)).text()).toContain(`href="${BASE}feedback/1/feed.xml"`);
});

it('answers a path that no file has, and one that nobody can read, as ever', async () => {
  expect((await fetch(`${home}badge/999.svg`)).status).toBe(404);
  expect((await fetch(`${home}badge/%E0%A4%A.svg`)).status).toBeGreaterThanOrEqual(400);
  expect((await fetch(`${home}badge/1.svg`)).status).toBe(200);
});

it('serves what somebody has just written', async () => {
  await writeFile(join(content, 'feedback/77.md'), item('Just written', 'anew'));
  await expect
    .poll(async () => (await fetch(`${home}feedback/77.md`)).text(), { timeout: 20_000 })
    .toContain('# Just written');
});

it('tells once what is wrong with what somebody has just written, and shows the rest', async () => {
  await writeFile(join(content, 'feedback/78.md'), item('Half written', 'anew', 'stauts: open\n'));
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/78\.md:\d+ stauts: expected one of /);
  await writeFile(join(content, 'feedback/77.md'), item('Written again', 'anew'));
  await expect
    .poll(async () => (await fetch(`${home}feedback/77.md`)).text(), { timeout: 20_000 })
    .toContain('# Written again');
  expect(said.match(/78\.md:\d+ stauts/g)).toHaveLength(1);
});

it('goes on with settings that cannot be used, and says what is wrong with them', async () => {
  const settings = join(content, 'milepost.yml');
  const before = await readFile(settings, 'utf8');
  await writeFile(settings, 'titel: Roadmap\n');
  await expect
    .poll(() => said, { timeout: 20_000 })
    .toMatch(/milepost\.yml:1 titel: .*Did you mean "title"\?/);
  await expect.poll(async () => (await fetch(`${home}feedback/77/`)).status, { timeout: 20_000 }).toBe(200);
  expect(said).not.toMatch(/unhandled.?rejection/i);
  await writeFile(settings, before.replace(/^title:.*\n/m, '') + 'title: Mended\n');
  await expect
    .poll(async () => (await fetch(`${home}feedback/77/`)).text(), { timeout: 20_000 })
    .toContain('· Mended</title>');
});
