import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completed, gitHub, issue, merged, release, repository } from '../github/data.ts';
import { serve } from '../scripts/sandbox.ts';
import { type Hosted, host, scratch } from './checkout.ts';
import { ourWorkflows, ROOT } from './files.ts';
import { type Ended, inWords, run, type Run } from './runner.ts';

/*
 * The workflow's own file, job by job: shells are real, and so are git, Milepost and in two tests Astro. Played are the five
 * actions, Pages, which is a folder, GitHub, which is the tests' server, and `npm ci`, which links this project's packages.
 */

const workflow = ourWorkflows().find(({ name }) => name === 'roadmap.yml');
const SETTINGS = 'notify:\n  since: 2026-01-01\n';
const ALL_GOOD = { sync: 'success', build: 'success', deploy: 'success', notify: 'success' };

interface Stage {
  hosted: Hosted;
  github: Awaited<ReturnType<typeof serve>>;
  pages: string;
  /** Runs the workflow once more. */
  again: (more?: Partial<Run>) => Promise<Ended>;
  /** Comments on the request that shipped. */
  comments: () => number;
}

/** A repository of this project with two requests, of which one has shipped. */
async function stage({ settings = SETTINGS, buildsForReal = false, hasShipped = true } = {}): Promise<Stage> {
  const closedBy = [{ repo: 'octo/app', number: 10 }];
  const app = repository('octo/app', {
    issues: [issue(1), ...(hasShipped ? [completed(2, 5, { closedBy })] : [])],
    pullRequests: [merged(10, 4)],
    releases: [release('v1.0.0', 8)],
  });
  const github = await serve(gitHub(app));
  const hosted = await host({ 'content/milepost.yml': settings }, project);
  const pages = join(await scratch('pages'), 'site');
  const bin = await npmInstead(buildsForReal);
  const env = {
    ...github.env,
    CI: 'true',
    HOME: await scratch('home'),
    PATH: [bin, dirname(process.execPath), process.env['PATH']].join(delimiter),
    GITHUB_REPOSITORY: 'octo/app',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  if (!workflow) throw new Error('no roadmap.yml');
  return {
    hosted,
    github,
    pages,
    again: (more = {}) => run({ workflow, hosted, env, pages, ...more }),
    comments: () => app.issues[1]?.comments.length ?? 0,
  };
}

let project = '';
beforeAll(async () => {
  project = await projectWithoutContent();
});
afterAll(() => rm(project, { recursive: true, force: true }));

async function projectWithoutContent(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-project-'));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT });
  const paths = listed.toString().split('\0').filter(Boolean);
  const wanted = paths.filter(
    (path) => !/^(?:content|tests|node_modules)(?:\/|$)/.test(path) && existsSync(join(ROOT, path)),
  );
  for (const path of wanted) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(ROOT, path), join(folder, path));
  }
  return folder;
}

/** npm, which installs by linking what is here; and a quick stand-in for what Astro would build, where that is not looked at. */
async function npmInstead(buildsForReal: boolean): Promise<string> {
  const bin = await scratch('bin');
  const npm = execFileSync('bash', ['-c', 'command -v npm']).toString().trim();
  const script = `#!/bin/bash
if [ "$1" = ci ] || [ "$1" = install ]; then
  [ "$2" = --ignore-scripts ] && mkdir node_modules && cd node_modules && ln -s ${ROOT}node_modules/{*,.bin,.package-lock.json} .
elif ${buildsForReal}; then exec ${npm} "$@"
elif [ "$5" = build ]; then mkdir dist; ls content/feedback > dist/index.html || true
else shift 4; exec node scripts/cli.ts "$@"
fi
`;
  await writeFile(join(bin, 'npm'), script);
  await chmod(join(bin, 'npm'), 0o755);
  return bin;
}

/** Lets nobody push to the default branch. */
async function protect({ url }: Hosted): Promise<void> {
  const hook = join(url, 'hooks/update');
  await writeFile(
    hook,
    '#!/bin/sh\n[ "$1" != refs/heads/main ] || { echo "GH006: Protected branch update failed" >&2; exit 1; }\n',
  );
  await chmod(hook, 0o755);
}

test('reads, builds what it read, deploys that, and tells whoever asked', async () => {
  const { hosted, pages, again, comments } = await stage({ buildsForReal: true });
  const first = await again();
  expect(first.results, inWords(first)).toEqual(ALL_GOOD);
  expect(await readdir(join(pages, 'feedback'))).toEqual(expect.arrayContaining(['1', '2']));
  expect(await readFile(join(pages, 'feedback/1/index.html'), 'utf8')).toContain(
    'href="https://octo.github.io/app/feedback/1/"',
  );
  const meta = JSON.parse(await readFile(join(pages, 'api/v1/meta.json'), 'utf8'));
  expect(meta.commit).toBe(first.outputs['sync']?.['commit']);
  expect([comments(), (await hosted.log()).filter((subject) => subject.startsWith('Sync'))]).toEqual([
    1,
    ['Sync 2 requests and 1 changelog entry'],
  ]);
});

test('commits nothing when nothing is new, and builds all the same', async () => {
  const { hosted, again } = await stage({ hasShipped: false });
  await again();
  const before = await hosted.tip();
  const second = await again();
  expect(second.results, inWords(second)).toEqual(ALL_GOOD);
  expect([second.outputs['sync']?.['commit'], await hosted.tip()], inWords(second)).toEqual([before, before]);
});

test('on a protected default branch keeps everything on a branch of its own, and builds both together', async () => {
  const { hosted, pages, again, comments } = await stage({
    settings: `branch: roadmap-data\n${SETTINGS}`,
    buildsForReal: true,
  });
  await hosted.commit({ 'content/feedback/email-1.md': BY_HAND });
  await protect(hosted);
  const main = await hosted.tip();
  const ended = await again();
  expect(ended.results, inWords(ended)).toEqual(ALL_GOOD);
  expect(await readdir(join(pages, 'feedback'))).toEqual(expect.arrayContaining(['1', '2', 'email-1']));
  expect([await hosted.tip(), comments()]).toEqual([main, 1]);
});

const BY_HAND = `---
title: "Heard in a letter"
status: open
source: email
createdAt: 2026-01-03T00:00:00Z
---
`;

test('on a protected default branch without one stops, and says what to set', async () => {
  const { hosted, again } = await stage();
  await protect(hosted);
  const { results, said, isGreen } = await again();
  expect([results, isGreen]).toEqual([
    { sync: 'failure', build: 'skipped', deploy: 'skipped', notify: 'skipped' },
    false,
  ]);
  expect(said).toContain('The branch is protected: set `branch: roadmap-data` in milepost.yml');
});

test('builds nothing when sync fails, and what is deployed stays', async () => {
  const { github, pages, again } = await stage();
  await mkdir(pages);
  await writeFile(join(pages, 'index.html'), 'as it was');
  github.faults.push({ kind: '401', when: () => true });
  const ended = await again();
  expect(ended.results).toEqual({ sync: 'failure', build: 'skipped', deploy: 'skipped', notify: 'skipped' });
  expect(await readFile(join(pages, 'index.html'), 'utf8')).toBe('as it was');
});

test('tells nobody when the deployment fails; the next run does', async () => {
  const { again, comments } = await stage();
  const ended = await again({ broken: 'deploy-pages' });
  expect([ended.results, ended.isGreen, comments()]).toEqual([
    { sync: 'success', build: 'success', deploy: 'failure', notify: 'skipped' },
    false,
    0,
  ]);
  await again();
  expect(comments()).toBe(1);
});

test('stays green and deployed when telling fails', async () => {
  const { github, pages, again, comments } = await stage();
  github.faults.push({
    kind: '502 before',
    when: ({ method, path }) => method === 'POST' && path.includes('/comments'),
  });
  const ended = await again();
  expect([ended.results, ended.isGreen, comments()]).toEqual([{ ...ALL_GOOD, notify: 'failure' }, true, 0]);
  expect(existsSync(join(pages, 'index.html'))).toBe(true);
});

test('goes on when a single file needs a person', async () => {
  const { hosted, again, pages } = await stage();
  await hosted.commit({ 'content/feedback/1.md': '---\ntitle: [broken\n---\n' });
  const ended = await again();
  expect(ended.results, inWords(ended)).toEqual(ALL_GOOD);
  expect(await readFile(join(pages, 'index.html'), 'utf8')).toBe('1.md\n2.md\n');
});

test('run twice at once, commits once and tells once', async () => {
  const { hosted, again, comments } = await stage();
  const runs = await Promise.all([again(), again()]);
  expect(runs.map(({ results }) => results['sync']).toSorted()[1]).toBe('success');
  expect([comments(), (await hosted.log()).filter((subject) => subject.startsWith('Sync')).length]).toEqual([
    1, 1,
  ]);
});

test('as a dry run builds, and neither pushes nor deploys nor tells', async () => {
  const { hosted, again, comments, pages } = await stage();
  const before = await hosted.tip();
  const { results, said } = await again({ inputs: { 'dry-run': true } });
  expect(results).toEqual({ ...ALL_GOOD, deploy: 'skipped' });
  expect([await hosted.tip(), comments(), existsSync(pages)]).toEqual([before, 0, false]);
  expect(said).toContain('dry run: 2 new');
});

test('does nothing in a fork', async () => {
  const { again } = await stage();
  expect((await again({ isFork: true })).results).toEqual({
    sync: 'skipped',
    build: 'skipped',
    deploy: 'skipped',
    notify: 'skipped',
  });
});
