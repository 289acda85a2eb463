import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layOver } from '../../scripts/publish/overlay.ts';
import { day, gitHub, issue, release, repository } from '../github/data.ts';
import { runSyncIn, type Sandbox, sandbox, serve } from '../scripts/sandbox.ts';
import { type Hosted, host, outputsIn, scratch } from './checkout.ts';

const SETTINGS = { 'content/milepost.yml': '' };
const ON_DATA = { 'content/milepost.yml': 'branch: roadmap-data\n' };
const COMMIT = /^[0-9a-f]{40}$/;

const app = () => gitHub(repository('octo/app', { issues: [issue(1), issue(2)] }));

/** Syncs a clone as the workflow does, and answers what came of it. */
async function sync(
  hosted: Pick<Hosted, 'clone'>,
  github: Awaited<ReturnType<typeof serve>>,
  { clone, flags = {}, ...more }: { clone?: string; flags?: object; now?: Date } = {},
) {
  const folder = join(clone ?? (await hosted.clone()), 'content');
  const file = join(await scratch('output'), 'output');
  const content: Sandbox = { ...(await sandbox()), folder };
  const ran = await runSyncIn(content, github, {
    env: { GITHUB_OUTPUT: file },
    flags: { own: { push: true }, ...flags },
    ...more,
  });
  return { ...ran, folder, outputs: await outputsIn(file) };
}

describe('sync --push', () => {
  test('commits what it wrote, with counts for a message, and tells Actions the commit', async () => {
    const hosted = await host(SETTINGS);
    const data = app();
    data.repositories[0]?.releases.push(release('v1.0.0', 9));
    const { status, text, outputs } = await sync(hosted, await serve(data));
    const tip = await hosted.tip();
    expect([status, outputs, text.split('\n').at(-1)]).toEqual([
      0,
      { commit: tip },
      `pushed to main: ${tip}`,
    ]);
    expect(await hosted.log()).toEqual(['Sync 2 requests and 1 changelog entry', 'By a person']);
    expect(await hosted.read('content/feedback/2.md')).toContain('title: "Wish 2"');
    expect(await hosted.read('content/ledger/sync.json')).toContain('octo/app');
  });

  test('with nothing new makes no commit, and tells the one that it found', async () => {
    const hosted = await host(SETTINGS);
    const github = await serve(app());
    await sync(hosted, github);
    const before = await hosted.tip();
    const again = await sync(hosted, github);
    expect([again.status, again.outputs, await hosted.tip()]).toEqual([0, { commit: before }, before]);
    expect(again.text).toMatch(/\nnothing pushed to main$/);
  });

  test('puts nothing that anybody wrote into the message', async () => {
    const hosted = await host(SETTINGS);
    const title = 'fixes #1 [skip ci] @everyone $(touch pwned)\nCo-authored-by: m <m@example.com>';
    const data = gitHub(repository('octo/app', { issues: [issue(1, { title, author: 'mallory' })] }));
    await sync(hosted, await serve(data));
    expect((await hosted.log())[0]).toBe('Sync 1 request');
  });

  test('goes on top of what others changed elsewhere meanwhile', async () => {
    const hosted = await host(SETTINGS);
    const clone = await hosted.clone();
    await hosted.commit({ 'src/x.ts': '1', 'content/feedback/email-1.md': 'theirs' });
    const { status } = await sync(hosted, await serve(app()), { clone });
    expect([status, await hosted.read('content/feedback/email-1.md'), await hosted.read('src/x.ts')]).toEqual(
      [0, 'theirs', '1'],
    );
    expect(await hosted.log()).toEqual(['Sync 2 requests', 'By a person', 'By a person']);
  });

  test('pushes nothing when somebody changed the same file meanwhile; the next run takes both in', async () => {
    const hosted = await host(SETTINGS);
    const data = app();
    const github = await serve(data);
    await sync(hosted, github);
    const clone = await hosted.clone();
    const standing = (await hosted.read('content/feedback/1.md')) ?? '';
    await hosted.commit({ 'content/feedback/1.md': standing.replace('\n---\n', '\npillar: speed\n---\n') });
    const before = await hosted.tip();
    Object.assign(data.repositories[0]?.issues[0] ?? {}, { title: 'Renamed', updatedAt: day(30) });
    const late = await sync(hosted, github, { clone });
    expect([late.status, late.outputs, await hosted.tip()]).toEqual([3, {}, before]);
    expect(late.text).toBe(
      [
        'git: somebody changed on main, since this run began, what it changed too:',
        '  content/feedback/1.md',
        'Nothing was pushed; the next run takes both in.',
      ].join('\n'),
    );
    expect((await sync(hosted, github)).status).toBe(0);
    expect(await hosted.read('content/feedback/1.md')).toMatch(/title: "Renamed"[^]*pillar: speed/);
  });

  test('takes away what is gone from GitHub', async () => {
    const hosted = await host(SETTINGS);
    const data = gitHub(
      repository('octo/app', { issues: Array.from({ length: 30 }, (_, at) => issue(at + 1)) }),
    );
    const github = await serve(data);
    await sync(hosted, github);
    Object.assign(data.repositories[0]?.issues[4] ?? {}, { gone: 'deleted' });
    await sync(hosted, github, { flags: { own: { push: true, full: true } } });
    expect(await hosted.read('content/feedback/5.md')).toBeUndefined();
    expect((await hosted.log())[0]).toBe('Sync 1 request');
  });

  test('keeps what was read before GitHub asked to wait', async () => {
    const hosted = await host(SETTINGS);
    const many = Array.from({ length: 150 }, (_, at) => issue(at + 1));
    const github = await serve(gitHub(repository('octo/app', { issues: many })));
    github.faults.push({
      kind: '403 secondary',
      when: ({ operation, variables }) => operation === 'SyncIssues' && Boolean(variables['after']),
    });
    const { status } = await sync(hosted, github);
    const [first] = await hosted.log();
    expect([status, first]).toEqual([3, expect.stringMatching(/^Sync \d+ requests$/)]);
    github.reset();
    expect((await sync(hosted, github)).status).toBe(0);
    expect(await hosted.read('content/feedback/150.md')).toContain('Wish 150');
  });

  test('as a dry run pushes nothing, and tells the commit that is there', async () => {
    const hosted = await host(SETTINGS);
    const before = await hosted.tip();
    const { status, outputs, folder } = await sync(hosted, await serve(app()), { flags: { dryRun: true } });
    expect([status, outputs, await hosted.tip()]).toEqual([0, { commit: before }, before]);
    expect(await readdir(folder)).toEqual(['milepost.yml']);
  });

  test('again in the same folder goes on from what the first run pushed', async () => {
    const hosted = await host(SETTINGS);
    const issues = Array.from({ length: 30 }, (_, at) => issue(at + 1));
    const data = gitHub(repository('octo/app', { issues }));
    const github = await serve(data);
    const clone = await hosted.clone();
    await sync(hosted, github, { clone });
    const same = await sync(hosted, github, { clone });
    expect([same.status, same.outputs]).toEqual([0, { commit: await hosted.tip() }]);
    Object.assign(issues[0] ?? {}, { title: 'Renamed', updatedAt: day(30) });
    Object.assign(issues[4] ?? {}, { gone: 'deleted' });
    const { status } = await sync(hosted, github, { clone, flags: { own: { push: true, full: true } } });
    expect([status, (await hosted.log()).length]).toEqual([0, 3]);
    expect(await hosted.read('content/feedback/1.md')).toContain('title: "Renamed"');
    expect(await hosted.read('content/feedback/5.md')).toBeUndefined();
    await hosted.commit({ 'content/feedback/1.md': 'theirs' });
    Object.assign(issues[0] ?? {}, { title: 'Renamed again', updatedAt: day(31) });
    const late = await sync(hosted, github, { clone });
    expect([late.status, await hosted.read('content/feedback/1.md')]).toEqual([3, 'theirs']);
  });

  test('outside a repository says what it needs', async () => {
    const { status, text } = await sync({ clone: () => scratch('no-git') }, await serve(app()));
    expect([status, text]).toEqual([
      2,
      '--push: expected the content folder in a git repository with a remote called origin; found none.\n  git remote add origin https://github.com/owner/name.git',
    ]);
  });

  test('of two runs at once, one is pushed and the other changes nothing', async () => {
    const hosted = await host(SETTINGS);
    const github = await serve(app());
    const clones = [await hosted.clone(), await hosted.clone()];
    const later = new Date('2026-11-22T09:00:00Z');
    const runs = await Promise.all([
      sync(hosted, github, { clone: clones[0] ?? '' }),
      sync(hosted, github, { clone: clones[1] ?? '', now: later }),
    ]);
    expect(runs.map(({ status }) => status).sort()).toEqual([0, 3]);
    expect(await hosted.log()).toEqual(['Sync 2 requests', 'By a person']);
  });
});

describe('a data branch', () => {
  test('takes what sync writes; the default branch stays as it is', async () => {
    const hosted = await host(ON_DATA);
    const main = await hosted.tip();
    const { outputs, status } = await sync(hosted, await serve(app()));
    expect([status, outputs, await hosted.tip()]).toEqual([
      0,
      { commit: main, data: await hosted.tip('roadmap-data') },
      main,
    ]);
    expect(outputs['data']).toMatch(COMMIT);
    expect(await hosted.log('roadmap-data')).toEqual(['Sync 2 requests']);
  });

  test('is where the next sync begins', async () => {
    const hosted = await host(ON_DATA);
    const github = await serve(app());
    await sync(hosted, github);
    const before = await hosted.tip('roadmap-data');
    const again = await sync(hosted, github);
    expect(again.outputs['data']).toBe(before);
    expect(again.report).toMatchObject({ created: 0, updated: 0 });
    expect(await readFile(join(again.folder, 'feedback/1.md'), 'utf8')).toContain('Wish 1');
  });

  test('wins where both have a file, and leaves what only the default branch has', async () => {
    const hosted = await host({ ...ON_DATA, 'content/feedback/email-1.md': 'by hand\n' });
    const github = await serve(app());
    await sync(hosted, github);
    await hosted.commit({ 'content/feedback/1.md': 'outdated\n', 'content/feedback/email-2.md': 'new\n' });
    const { folder } = await sync(hosted, github);
    const texts = await Promise.all(
      ['1', 'email-1', 'email-2'].map((id) => readFile(join(folder, `feedback/${id}.md`), 'utf8')),
    );
    expect(texts.map((text) => text.split('\n').slice(0, 2).join(' '))).toEqual([
      '--- title: "Wish 1"',
      'by hand ',
      'new ',
    ]);
    expect(await hosted.read('content/feedback/email-1.md', 'roadmap-data')).toBeUndefined();
  });

  test('says of a request on the default branch that it is gone, and so it stays', async () => {
    const hosted = await host(SETTINGS);
    const data = gitHub(
      repository('octo/app', { issues: Array.from({ length: 30 }, (_, at) => issue(at + 1)) }),
    );
    const github = await serve(data);
    await sync(hosted, github);
    await hosted.commit(ON_DATA);
    Object.assign(data.repositories[0]?.issues[4] ?? {}, { gone: 'deleted' });
    await sync(hosted, github, { flags: { own: { push: true, full: true } } });
    expect([
      await hosted.read('content/feedback/5.md', 'roadmap-data'),
      (await hosted.read('content/feedback/5.md'))?.includes('Wish 5'),
    ]).toEqual(['', true]);
    const clone = join(await hosted.clone(), 'content');
    await layOver({ url: hosted.url, login: {}, prefix: 'content/' }, 'roadmap-data', { folder: clone });
    const names = await readdir(join(clone, 'feedback'));
    expect([names.includes('5.md'), names.length]).toEqual([false, 29]);
  });

  test('is laid over as one commit of it was, whatever came since', async () => {
    const hosted = await host(ON_DATA);
    const data = app();
    const github = await serve(data);
    const { outputs } = await sync(hosted, github);
    data.repositories[0]?.issues.push(issue(3));
    await sync(hosted, github);
    const clone = join(await hosted.clone(), 'content');
    const where = { url: hosted.url, login: {}, prefix: 'content/' };
    await layOver(where, 'roadmap-data', { folder: clone, at: outputs['data'] ?? '' });
    expect(await readdir(join(clone, 'feedback'))).toEqual(['1.md', '2.md']);
    await layOver(where, 'roadmap-data', { folder: clone });
    expect(await readdir(join(clone, 'feedback'))).toEqual(['1.md', '2.md', '3.md']);
  });
});
