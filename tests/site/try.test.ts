import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { workshopFor } from '../../scripts/try/site.ts';
import { rateLimit, restIssue, restPull, restRepository, servePublic } from '../github-rest/public.ts';

const CLI = fileURLToPath(new URL('../../scripts/cli.ts', import.meta.url));

/** The address in what a process says; fails with all of it when the process ends without one, or is still at it after a minute. */
function addressFrom(child: ChildProcess): Promise<{ address: string; said: () => string }> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /as a roadmap: (\S+)/.exec(said)?.[1];
      if (address) resolve({ address, said: () => said });
    });
    setTimeout(() => reject(new Error(`still no address: ${said}`)), 60_000).unref();
    child.on('close', (status) => reject(new Error(`ended with status ${status}: ${said}`)));
  });
}

it('shows a public repository as a roadmap from any folder, without a token, and leaves nothing there', async () => {
  const issues = Array.from({ length: 20 }, (_, at) =>
    restIssue(at + 1, { reactions: { '+1': at }, ...(at === 0 && { title: '<script>alert(1)</script>' }) }),
  );
  const github = await servePublic({
    '/rate_limit': rateLimit(60),
    '/repos/octo/app': restRepository('octo/app'),
    '/repos/octo/app/releases': [],
    '/repos/octo/app/issues': [...issues, restPull(21)],
    '/search/issues': { total_count: 20, items: issues },
  });
  const folders = [await mkdtemp(join(tmpdir(), 'milepost-')), await mkdtemp(join(tmpdir(), 'milepost-'))];
  const [cwd = '', keep = ''] = folders;
  const env = { ...process.env, GITHUB_TOKEN: '', GH_TOKEN: '', GITHUB_API_URL: github.url };
  const child = spawn(process.execPath, [CLI, 'try', 'octo/app', '--port', '0', '--keep', keep], {
    cwd,
    env,
  });
  onTestFinished(async () => {
    child.kill();
    for (const folder of [...folders, workshopFor(keep)]) await rm(folder, { recursive: true, force: true });
  });
  const { address, said } = await addressFrom(child);

  const board = await (await fetch(address)).text();
  expect(board).toContain('<title>app');
  expect(board.match(/href="\/feedback\/\d+\/"/g)).toHaveLength(20);
  expect(board).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const item = await fetch(new URL('/feedback/20/', address));
  expect(await item.text()).toContain('I wish for 20.');
  expect((await fetch(new URL('/feedback/21/', address))).status).toBe(404);
  expect(said()).toContain(`Its files: ${join(keep, 'content')}`);
  expect(await readdir(cwd)).toEqual([]);
});
