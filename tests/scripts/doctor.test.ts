import { describe, expect, test } from 'vitest';
import type { Flags, World } from '../../scripts/command.ts';
import { runDoctor } from '../../scripts/doctor.ts';
import { creating } from '../../scripts/doctor/labels.ts';
import { connect } from '../../scripts/github/client.ts';
import {
  type Answers,
  type PublicGitHub,
  rateLimit,
  restRepository,
  servePublic,
  Told,
} from '../github-rest/public.ts';
import { NOW, type Sandbox, sandbox } from './sandbox.ts';

const HOME = '/repos/octo/app';
const WORKFLOW = `${HOME}/actions/workflows/roadmap.yml`;
const TOKEN = 'ghp_abcdefghijklmnop';

const labels = (...names: string[]) => names.map((name, id) => ({ id, name }));
/** What the default settings make something of. */
const DEFAULTS = [
  'Status: Under review',
  'planned',
  'in progress',
  'wontfix',
  'now',
  'next',
  'later',
  'roadmap:hide',
  'roadmap:quiet',
];

/** A repository that lacks nothing. */
const well = (more: Answers = {}): Answers => ({
  '/rate_limit': new Told(200, rateLimit(4_321), { 'x-oauth-scopes': 'repo, workflow' }),
  [HOME]: restRepository('octo/app', { permissions: { push: true } }),
  [`${HOME}/pages`]: { build_type: 'workflow' },
  [`${HOME}/branches/main`]: { name: 'main', protected: false },
  [WORKFLOW]: { id: 1, state: 'active', path: '.github/workflows/roadmap.yml' },
  [`${WORKFLOW}/runs`]: {
    workflow_runs: [{ id: 7, conclusion: 'success', created_at: '2026-11-22T07:17:00Z' }],
  },
  [`${HOME}/labels`]: labels(...DEFAULTS),
  ...more,
});

const CALL = 'jobs:\n  roadmap:\n    uses: milepost-roadmap/milepost/.github/workflows/roadmap.yml@v0.1.0\n';

/** A folder that lacks nothing; `''` takes a file away. */
const site = (more: Record<string, string> = {}): Promise<Sandbox> =>
  sandbox(
    Object.fromEntries(
      Object.entries({
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.github/workflows/roadmap.yml': CALL,
        'package.json': '{"dependencies": {"milepost": "0.1.0"}}',
        'content/milepost.yml': 'repositories: [octo/app]\nnotify: { since: 2026-01-01 }\n',
        'content/ledger/sync.json': '{"syncedAt": "2026-11-21T08:00:00Z", "watermarks": {}}\n',
        ...more,
      }).filter(([, text]) => text !== ''),
    ),
  );

interface Seen {
  status: number;
  /** Lines with what mends them, but those that are `ok`. */
  amiss: string[];
  text: string;
  report: unknown;
}

async function examine(
  github: Pick<PublicGitHub, 'url'>,
  content: Sandbox,
  env: Record<string, string | undefined> = {},
): Promise<Seen> {
  const world: World = {
    env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'octo/app', GITHUB_TOKEN: TOKEN, ...env },
    now: () => NOW,
    say: () => {},
    progress: () => {},
  };
  const folder = `${content.folder}/content`;
  const flags: Flags = { content: folder, dryRun: false, repo: undefined, own: {}, rest: [] };
  const clock = { now: () => NOW, sleep: async () => {} };
  const { status, text, report } = await runDoctor(flags, world, (connection) =>
    connect(connection, { retry: { enabled: false } }, clock),
  );
  const plain = text.replaceAll(folder, 'content').replaceAll(github.url, 'http://github.test');
  const amiss = plain
    .replaceAll(/\n +-> /g, ' -> ')
    .split('\n')
    .slice(0, -2)
    .filter((line) => !line.startsWith('ok '));
  return { status, amiss, text: plain, report };
}

/** What the doctor says of a repository that lacks something. */
async function amiss(
  answers: Answers,
  files: Record<string, string> = {},
  env: Record<string, string | undefined> = {},
): Promise<{ status: number; amiss: string[] }> {
  const { status, amiss: lines } = await examine(await servePublic(well(answers)), await site(files), env);
  return { status, amiss: lines };
}

test('where nothing is missing every line is fine, with status 0', async () => {
  const github = await servePublic(well());
  const { status, text, report } = await examine(github, await site());
  expect(status).toBe(0);
  expect(text.replace(process.versions.node, 'NODE')).toMatchInlineSnapshot(`
    "ok       node: NODE
    ok       content: content: 0 items, 0 errors, 0 warnings
    ok       notify: whoever asked is told of what ships since 2026-01-01
    ok       versions: milepost 0.1.0
    ok       token: classic, scopes: repo, workflow
    ok       limit: 4321 requests left until 2026-11-22T09:00:00.000Z
    ok       repository: octo/app
    ok       pages: on, from GitHub Actions
    ok       branch: main takes what is synced
    ok       labels: all that the settings name are there
    ok       workflow: roadmap.yml is active
    ok       run: the last one, of 2026-11-22T07:17:00Z, went well
    ok       sync: the last news came in 1 day ago

    Nothing is missing."
  `);
  expect(report).toMatchObject({
    findings: expect.arrayContaining([{ check: 'pages', level: 'ok', says: 'on, from GitHub Actions' }]),
  });
  expect(github.asked.length).toBeLessThan(10);
});

describe('of GitHub it tells', () => {
  test.each<[string, Answers, number, string]>([
    [
      'a repository that is not there',
      { [HOME]: new Told(404) },
      1,
      'problem  repository: octo/app is not there, or not for this token -> correct `repositories` in milepost.yml, or use a token that may read it',
    ],
    [
      'issues that are switched off',
      { [HOME]: restRepository('octo/app', { has_issues: false }) },
      1,
      'problem  repository: octo/app has its issues switched off -> https://github.com/octo/app/settings#features',
    ],
    [
      'an archived repository',
      { [HOME]: restRepository('octo/app', { archived: true }) },
      1,
      'problem  repository: octo/app is archived: nothing can be written there -> https://github.com/octo/app/settings',
    ],
    [
      'a private repository',
      { [HOME]: restRepository('octo/app', { private: true }) },
      0,
      'warning  repository: octo/app is private, and its roadmap is public: everybody can read what its issues say -> in milepost.yml, take: { allow: public } publishes only issues with that label',
    ],
    [
      'a fork',
      { [HOME]: restRepository('octo/app', { fork: true }) },
      0,
      'warning  repository: octo/app is a fork: schedules do not run there until somebody switches them on -> https://github.com/octo/app/actions',
    ],
    [
      'a token of somebody who may only read',
      { [HOME]: restRepository('octo/app', { permissions: { push: false } }) },
      0,
      'warning  repository: whoever has the token may not write to octo/app -> use a token of somebody who may, or leave sync and notify to Actions',
    ],
    [
      'Pages that are off',
      { [HOME]: restRepository('octo/app', { has_pages: false }), [`${HOME}/pages`]: new Told(404) },
      1,
      'problem  pages: off -> https://github.com/octo/app/settings/pages: Source, GitHub Actions',
    ],
    [
      'Pages made from a branch',
      { [`${HOME}/pages`]: { build_type: 'legacy' } },
      1,
      'problem  pages: on, but made from a branch and not by GitHub Actions -> https://github.com/octo/app/settings/pages: Source, GitHub Actions',
    ],
    [
      'Pages that the token may not look at',
      { [`${HOME}/pages`]: new Told(403, { message: 'Resource not accessible by integration' }) },
      0,
      'unknown  pages: on; whether GitHub Actions makes them could not be looked at: the token may not ask',
    ],
    [
      'a protected branch',
      { [`${HOME}/branches/main`]: { protected: true } },
      0,
      'warning  branch: main is protected, so that sync may not be able to push there -> in milepost.yml: branch: roadmap-data',
    ],
    [
      'a workflow that was never pushed',
      { [WORKFLOW]: new Told(404) },
      1,
      'problem  workflow: roadmap.yml is here, but GitHub has none -> push it to main',
    ],
    [
      'a schedule that GitHub switched off',
      { [WORKFLOW]: { state: 'disabled_inactivity' } },
      1,
      'problem  workflow: roadmap.yml: GitHub switched it off, for sixty days without activity -> gh workflow enable roadmap.yml --repo octo/app',
    ],
    [
      'a run that failed',
      {
        [`${WORKFLOW}/runs`]: {
          workflow_runs: [{ id: 7, conclusion: 'failure', created_at: '2026-11-22T07:17:00Z' }],
        },
      },
      1,
      'problem  run: the last one, of 2026-11-22T07:17:00Z, ended with failure -> https://github.com/octo/app/actions/runs/7',
    ],
    [
      'a schedule that does not run',
      {
        [`${WORKFLOW}/runs`]: {
          workflow_runs: [{ id: 7, conclusion: 'success', created_at: '2026-11-12T07:17:00Z' }],
        },
      },
      0,
      'warning  run: the last one was 10 days ago, though it is to run each hour -> gh workflow run roadmap.yml --repo octo/app',
    ],
    [
      'a workflow that has not run',
      { [`${WORKFLOW}/runs`]: { workflow_runs: [] } },
      0,
      'note     run: there was none yet -> gh workflow run roadmap.yml --repo octo/app',
    ],
    [
      'a limit that is nearly used up',
      { '/rate_limit': new Told(200, rateLimit(3), { 'x-oauth-scopes': 'repo' }) },
      0,
      'warning  limit: 3 requests left until 2026-11-22T09:00:00.000Z -> wait until then',
    ],
    [
      'a token that can only read',
      { '/rate_limit': new Told(200, rateLimit(60), { 'x-oauth-scopes': '' }) },
      0,
      'warning  token: classic, scopes: none: it can read, not comment -> for notify, add public_repo: https://github.com/settings/tokens',
    ],
    [
      'default labels that are absent, in one line',
      { [`${HOME}/labels`]: labels(...DEFAULTS.filter((name) => !/planned|quiet/.test(name))) },
      0,
      'note     labels: without a label, and so without an effect: status “Planned” (planned), notify.quiet (roadmap:quiet) -> where you want one: gh label create "planned" --repo octo/app',
    ],
  ])('%s', async (_what, answers, status, line) => {
    expect(await amiss(answers)).toEqual({ status, amiss: [line] });
  });

  test('labels of the settings that are absent, with the name that was meant and the command', async () => {
    const settings = [
      'repositories: [octo/app]',
      'notify: { since: 2026-01-01, quiet: hush }',
      'take: { labels: [feature, idea], leave: ["it\'s $(secret)"] }',
      'pillars: { speed: fastt }',
      '',
    ].join('\n');
    const there = labels(...DEFAULTS, 'Idea', 'fast');
    expect(await amiss({ [`${HOME}/labels`]: there }, { 'content/milepost.yml': settings })).toEqual({
      status: 0,
      amiss: [
        'warning  labels: pillar “speed”: there is no label “fastt” -> gh label create "fastt" --repo octo/app, or did you mean “fast”?',
        `warning  labels: take.leave: there is no label “it's $(secret)” -> gh label create 'it'\\''s $(secret)' --repo octo/app`,
        'warning  labels: notify.quiet: there is no label “hush” -> gh label create "hush" --repo octo/app',
      ],
    });
  });

  test('a second repository that cannot be read', async () => {
    const files = {
      'content/milepost.yml': 'repositories: [octo/app, far/away]\nnotify: { since: 2026-01-01 }\n',
    };
    const { status, amiss: lines } = await amiss({}, files);
    expect(status).toBe(1);
    expect(lines[0]).toMatch(/^problem {2}repository: far\/away is not there, or not for this token/);
  });

  test('what it cannot know without a token, and the rest all the same', async () => {
    const github = await servePublic(well({ '/rate_limit': rateLimit(60) }));
    const { status, amiss: lines } = await examine(github, await site(), { GITHUB_TOKEN: undefined });
    expect(status).toBe(0);
    expect(lines).toEqual([
      'warning  token: there is none, so that less can be looked at, and nothing synced -> GITHUB_TOKEN=$(gh auth token), or https://github.com/settings/personal-access-tokens/new',
      'unknown  pages: on; whether GitHub Actions makes them could not be looked at: GitHub tells only somebody with a token',
    ]);
    expect(github.tokens.every((token) => token === undefined)).toBe(true);
  });

  test.each([
    [
      'github_pat_x',
      'note     token: fine-grained: what a fine-grained token may do GitHub does not say: notify wants Issues: write, sync Contents: write',
    ],
    [
      'ghs_x',
      'note     token: app: what it may do stands in the workflow or with the app: notify wants issues: write, sync contents: write',
    ],
  ])('what a token like %s does not tell', async (GITHUB_TOKEN, line) => {
    expect(await amiss({ '/rate_limit': rateLimit(60) }, {}, { GITHUB_TOKEN })).toEqual({
      status: 0,
      amiss: [line],
    });
  });

  test('a token with a line break, and asks on without it', async () => {
    const { status, amiss: lines } = await amiss({}, {}, { GITHUB_TOKEN: 'ghp_a\nb' });
    expect({ status, first: lines[0] }).toEqual({
      status: 1,
      first: 'problem  token: GITHUB_TOKEN has signs in it that no token has -> copy it again',
    });
  });

  test('a token that GitHub does not know, and never the token itself', async () => {
    const github = await servePublic(well());
    github.faults.push({ kind: '401', when: () => true });
    const { status, text } = await examine(github, await site());
    expect(status).toBe(1);
    expect(text).toContain('problem  token: GitHub does not know it\n');
    expect(text).toContain(
      'unknown  repository: octo/app could not be looked at: GitHub does not know the token\n',
    );
    expect(text).not.toContain(TOKEN);
  });
});

describe('of the folder it tells', () => {
  test.each<[string, Record<string, string>, number, string]>([
    [
      'settings that are wrong',
      { 'content/milepost.yml': 'titel: x\nrepositories: [octo/app]\n' },
      1,
      'problem  content: content/milepost.yml:1 titel: expected',
    ],
    [
      'items that are wrong',
      { 'content/feedback/1.md': 'no front matter\n' },
      1,
      'problem  content: content: 0 items, ',
    ],
    [
      'notices without a first day',
      { 'content/milepost.yml': 'repositories: [octo/app]\n' },
      0,
      'warning  notify: notify.since is not set, so that nobody is told -> in milepost.yml: notify: { since: 2026-11-22 }',
    ],
    [
      'versions that differ',
      { 'package.json': '{"devDependencies": {"milepost": "^0.2.0"}}' },
      0,
      'warning  versions: 0.2.0 in package.json, 0.1.0 in the workflow -> name the same version in both',
    ],
    [
      'that nothing was ever synced',
      { 'content/ledger/sync.json': '' },
      0,
      'warning  sync: nothing was ever synced -> npx milepost sync, or let the workflow run',
    ],
  ])('%s', async (_what, files, status, line) => {
    const { amiss: lines, ...rest } = await amiss({}, files);
    expect(rest.status).toBe(status);
    expect(lines).toContainEqual(expect.stringContaining(line));
  });

  test('that there is none', async () => {
    const none = { 'content/milepost.yml': '', 'content/ledger/sync.json': '' };
    const { status, amiss: lines } = await amiss({}, none);
    expect(status).toBe(1);
    expect(lines[0]).toBe(
      'problem  content: there is no content folder -> npx milepost init, or --content DIR',
    );
  });

  test('that old news are no harm where the workflow runs, and may be one where it does not', async () => {
    const old = { 'content/ledger/sync.json': '{"syncedAt": "2026-10-22T08:00:00Z", "watermarks": {}}\n' };
    expect(await amiss({}, old)).toEqual({ status: 0, amiss: [] });
    const late = { workflow_runs: [{ id: 7, conclusion: 'success', created_at: '2026-10-22T07:17:00Z' }] };
    const { amiss: lines } = await amiss({ [`${WORKFLOW}/runs`]: late }, old);
    expect(lines.at(-1)).toBe(
      'warning  sync: the last news came in 31 days ago -> npx milepost sync shows whether there is more',
    );
  });

  test('which workflow calls Milepost, whatever its file is called and however it is pinned', async () => {
    const pinned = CALL.replace('v0.1.0', `${'a'.repeat(40)} # v0.3.0`);
    const renamed = { '.github/workflows/roadmap.yml': '', '.github/workflows/wishes.yml': pinned };
    const there = { [`${HOME}/actions/workflows/wishes.yml`]: { state: 'disabled_manually' } };
    expect((await amiss(there, renamed)).amiss).toEqual([
      'warning  versions: 0.1.0 in package.json, 0.3.0 in the workflow -> name the same version in both',
      'problem  workflow: wishes.yml: somebody switched it off -> gh workflow enable wishes.yml --repo octo/app',
      'note     run: there was none yet -> gh workflow run wishes.yml --repo octo/app',
    ]);
  });
});

describe('whatever goes wrong on the way', () => {
  const LOOKS = [
    `${HOME}/pages`,
    `${HOME}/branches/main`,
    WORKFLOW,
    `${WORKFLOW}/runs`,
    `${HOME}/labels`,
    '/rate_limit',
  ];

  test.each([
    'html',
    'truncated, chunked',
    'empty list',
    '502 before',
    'reset before',
    '403 primary',
  ] as const)('%s in one look stops none of the others', async (kind) => {
    for (const look of LOOKS) {
      const github = await servePublic(well());
      github.faults.push({ kind, when: ({ path }) => path.split('?')[0] === look });
      const { status, text } = await examine(github, await site());
      expect([look, status]).toEqual([look, 0]);
      expect(text.match(/^unknown {2}/gm) ?? [look]).toHaveLength(1);
      expect(text).toContain('ok       repository: octo/app\n');
    }
  });

  test('without a network everything here is looked at', async () => {
    const { status, text } = await examine({ url: 'http://127.0.0.1:9' }, await site());
    expect(status).toBe(0);
    expect(text).toContain('ok       content: content: 0 items, 0 errors, 0 warnings\n');
    expect(text).toContain(
      'unknown  repository: octo/app could not be looked at: http://github.test/repos/octo/app: expected an answer; got no connection (',
    );
  });

  test('hostile words from GitHub cannot steer a terminal', async () => {
    const evil = '\u001B[2J\u202Emain\n';
    const { text } = await examine(
      await servePublic(
        well({
          [HOME]: restRepository('octo/app', { default_branch: evil }),
          [WORKFLOW]: { state: evil },
          [`${HOME}/labels`]: labels(evil),
          '/rate_limit': new Told(200, rateLimit(60), { 'x-oauth-scopes': 'repo' }),
        }),
      ),
      await site(),
    );
    expect(text).toContain('roadmap.yml: \\u001b[2J\\u202emain\\u000a\n');
    expect(text).not.toMatch(/[\u001B\u202E]/);
  });
});

test('a command that makes a label is safe to paste', () => {
  expect(creating('status/in progress', 'o/r')).toBe('gh label create "status/in progress" --repo o/r');
  expect(creating('a"b`c`$d', 'o/r')).toBe(`gh label create 'a"b\`c\`$d' --repo o/r`);
});
