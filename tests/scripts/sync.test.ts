import { describe, expect, test } from 'vitest';
import {
  completed,
  day,
  gitHub,
  issue,
  type IssueData,
  merged,
  release,
  repository,
  type RepositoryData,
} from '../github/data.ts';
import { NOW, type Sandbox, runSyncIn, sandbox, serve } from './sandbox.ts';

const octo = (parts: Partial<RepositoryData>) => gitHub(repository('octo/app', parts));
const closes = (number: number, repo = 'octo/app') => ({ closedBy: [{ repo, number }] });

/** Syncs a repository of these parts once. */
async function synced(parts: Partial<RepositoryData>, files: Readonly<Record<string, string>> = {}) {
  const [github, content] = [await serve(octo(parts)), await sandbox(files)];
  const first = await runSyncIn(content, github);
  github.reset();
  const [home] = github.data.repositories;
  if (!home) throw new Error('the repository is there');
  return {
    github,
    content,
    first,
    home,
    again: (full = false) => runSyncIn(content, github, { flags: { own: { full } } }),
  };
}

/** Puts lines under the front matter that a person would write there. */
async function addToFrontMatter({ read, write }: Sandbox, path: string, lines: string): Promise<void> {
  const text = await read(path);
  await write(path, text.replace('\n---\n', `\n${lines}---\n`));
}

describe('a first sync', () => {
  test('writes an item for each issue, an entry for each release, and the books', async () => {
    const { content, first, github } = await synced({
      issues: [
        issue(1, {
          labels: ['ui', 'planned'],
          milestone: 'Soon',
          thumbsUp: ['bo', 'cy'],
          body: 'Please.\r\nDark mode.',
        }),
        completed(2, 6, closes(9)),
      ],
      pullRequests: [merged(9, 5)],
      releases: [
        release('v1.0.0', 8, { description: 'It is **dark**.' }),
        release('v2.0.0', 9, { isDraft: true, publishedAt: null }),
      ],
    });
    expect(first).toMatchObject({
      status: 0,
      text: '2 new, 0 changed, 0 unchanged, in 3 requests (4 points)\nchangelog: 1 new',
      report: { created: 2, updated: 0, unchanged: 0, removed: 0, requests: 3, points: 4, next: null },
      said: [],
    });
    expect(await content.list()).toEqual([
      'changelog/v1.0.0.md',
      'feedback/1.md',
      'feedback/2.md',
      'ledger/history.tsv',
      'ledger/issues.tsv',
      'ledger/labels.tsv',
      'ledger/sync.json',
      'ledger/votes.tsv',
    ]);
    const read = async (path: string): Promise<string> =>
      (await content.read(path)).replaceAll(github.url, 'https://github.test');
    expect(await read('feedback/1.md')).toMatchInlineSnapshot(`
      "---
      title: "Wish 1"
      status: "planned"
      source: "github"
      repo: "octo/app"
      number: 1
      url: "https://github.test/octo/app/issues/1"
      author: "ada"
      createdAt: "2026-01-01T12:00:00Z"
      tags:
        - "ui"
      milestone: "Soon"
      history:
        - at: "2026-01-01T12:00:00Z"
          status: "open"
        - at: "2026-01-01T12:00:00Z"
          status: "planned"
      ---
      Please.
      Dark mode.
      "
    `);
    expect(await read('feedback/2.md')).toMatchInlineSnapshot(`
      "---
      title: "Wish 2"
      status: "shipped"
      source: "github"
      repo: "octo/app"
      number: 2
      url: "https://github.test/octo/app/issues/2"
      author: "ada"
      createdAt: "2026-01-02T12:00:00Z"
      closedAt: "2026-01-06T12:00:00Z"
      shippedIn: "v1.0.0"
      shippedAt: "2026-01-08T12:00:00Z"
      proof:
        - kind: "pull-request"
          url: "https://github.test/octo/app/pull/9"
          name: "#9"
          at: "2026-01-05T12:00:00Z"
        - kind: "commit"
          url: "https://github.test/octo/app/commit/70756c6c20390000000000000000000000000000"
          name: "70756c6"
          at: "2026-01-05T12:00:00Z"
        - kind: "release"
          url: "https://github.test/octo/app/releases/tag/v1.0.0"
          name: "v1.0.0"
          at: "2026-01-08T12:00:00Z"
      history:
        - at: "2026-01-02T12:00:00Z"
          status: "open"
        - at: "2026-01-08T12:00:00Z"
          status: "shipped"
      ---
      I wish for 2.
      "
    `);
    expect(await read('changelog/v1.0.0.md')).toMatchInlineSnapshot(`
      "---
      title: "v1.0.0"
      version: "v1.0.0"
      repo: "octo/app"
      url: "https://github.test/octo/app/releases/tag/v1.0.0"
      publishedAt: "2026-01-08T12:00:00Z"
      upstream: "4c533ce50b3c878e"
      ---
      It is **dark**.
      "
    `);
    expect(await read('ledger/votes.tsv')).toMatchInlineSnapshot(`
      "# item	votes	comments
      1	2	0
      2	0	0
      "
    `);
    expect(await read('ledger/sync.json')).toMatchInlineSnapshot(`
      "{
        "syncedAt": "2026-11-22T08:00:00.000Z",
        "settings": "f260891aa5608860",
        "watermarks": {
          "octo/app": "2026-01-06T12:00:00Z"
        },
        "checkedAt": {
          "octo/app": "2026-11-22T08:00:00.000Z"
        }
      }
      "
    `);
  });

  test('tells its progress page by page', async () => {
    const { first } = await synced({ issues: Array.from({ length: 60 }, (_, at) => issue(at + 1)) });
    expect(first.progress).toEqual([
      expect.stringMatching(/^sync octo\/app: 50 of 60 issues, [\d,]+ a second, \d+ s left$/),
      expect.stringMatching(/^sync octo\/app: 60 of 60 issues, [\d,]+ a second, 0 s left$/),
    ]);
  });

  test('reads every label and every pull request of an issue, however many', async () => {
    const labels = Array.from({ length: 130 }, (_, at) => `label ${String(at).padStart(3, '0')}`);
    const closedBy = Array.from({ length: 12 }, (_, at) => ({ repo: 'octo/app', number: 100 + at }));
    const pullRequests = closedBy.map(({ number }) => merged(number, 5));
    const { content } = await synced({ issues: [completed(1, 6, { labels, closedBy })], pullRequests });
    const text = await content.read('feedback/1.md');
    expect(text.match(/- "label \d+"/g)).toHaveLength(130);
    expect(text.match(/name: "#1\d\d"/g)).toHaveLength(12);
  });

  test('of several repositories gives the others ids of their own', async () => {
    const github = await serve(
      gitHub(
        repository('octo/app', {
          issues: [
            issue(1, {
              state: 'CLOSED',
              stateReason: 'DUPLICATE',
              closedAt: day(3),
              duplicateOf: { repo: 'octo/docs', number: 1 },
            }),
          ],
          releases: [release('v1', 2)],
        }),
        repository('octo/docs', { issues: [issue(1)], releases: [release('v1', 2)] }),
      ),
    );
    const content = await sandbox({ 'milepost.yml': 'repositories: [octo/app, octo/docs]\n' });
    const ran = await runSyncIn(content, github, { flags: { repo: undefined } });
    expect(ran.text).toBe('2 new, 0 changed, 0 unchanged, in 6 requests (8 points)\nchangelog: 2 new');
    expect(await content.list()).toEqual(
      expect.arrayContaining([
        'changelog/docs-v1.md',
        'changelog/v1.md',
        'feedback/1.md',
        'feedback/docs-1.md',
      ]),
    );
    expect(await content.read('feedback/1.md')).toContain('duplicateOf: "docs-1"\n');
  });
});

describe('a second sync', () => {
  test('that finds nothing new changes no byte and asks no more than three times', async () => {
    const issues = Array.from({ length: 100 }, (_, at) => issue(at + 1));
    const { content, again, github } = await synced({ issues, releases: [release('v1', 2)] });
    const before = await content.digest();
    expect(await again()).toMatchObject({
      status: 0,
      text: '0 new, 0 changed, 1 unchanged, in 3 requests (4 points)',
    });
    expect(github.log.length).toBeLessThanOrEqual(3);
    expect(await content.digest()).toBe(before);
  });

  test('that reads everything again changes no byte either', async () => {
    const { content, again } = await synced({ issues: Array.from({ length: 60 }, (_, at) => issue(at + 1)) });
    const before = await content.digest();
    expect((await again(true)).text).toBe('0 new, 0 changed, 60 unchanged, in 3 requests (5 points)');
    expect(await content.digest()).toBe(before);
  });

  test('is quiet about what moved on GitHub and means nothing here', async () => {
    const { content, again, home } = await synced({ issues: [issue(1)] });
    const before = await content.digest();
    Object.assign(home.issues[0] ?? {}, { updatedAt: day(5), locked: true });
    expect((await again()).text).toBe('0 new, 0 changed, 1 unchanged, in 3 requests (4 points)');
    expect(await content.digest()).toBe(before);
  });

  test('reads what changed since, and only that', async () => {
    const { content, again, home } = await synced({ issues: [issue(1), issue(2), issue(3)] });
    const untouched = await content.read('feedback/1.md');
    Object.assign(home.issues[1] ?? {}, { title: 'Better', labels: ['planned'], updatedAt: day(10) });
    home.issues.push(issue(4, { createdAt: day(11) }));
    expect((await again()).text).toBe('1 new, 1 changed, 1 unchanged, in 3 requests (4 points)');
    expect(await content.read('feedback/1.md')).toBe(untouched);
    expect(await content.read('feedback/2.md')).toContain('title: "Better"\nstatus: "planned"\n');
    expect(await content.read('feedback/2.md')).toContain(
      `history:\n  - at: "${day(2)}"\n    status: "open"\n  - at: "${day(10)}"\n    status: "planned"\n`,
    );
    expect(await content.read('ledger/sync.json')).toContain(`"octo/app": "${day(11)}"`);
  });

  test('counts votes in the books, not in the item', async () => {
    const { content, again, home } = await synced({ issues: [issue(1)] });
    const item = await content.read('feedback/1.md');
    Object.assign(home.issues[0] ?? {}, { thumbsUp: ['bo'], updatedAt: day(5) });
    expect((await again()).text).toBe('0 new, 0 changed, 1 unchanged, in 3 requests (4 points)');
    expect(await content.read('feedback/1.md')).toBe(item);
    expect(await content.read('ledger/votes.tsv')).toBe('# item\tvotes\tcomments\n1\t1\t0\n');
  });

  test.each(['{"watermarks": 7}', '{"waterm', ''])(
    'with the state %j reads everything, and mends it',
    async (state) => {
      const { content, again } = await synced({ issues: [issue(1), issue(2)] });
      await content.write('ledger/sync.json', state);
      expect((await again()).text).toBe('0 new, 0 changed, 2 unchanged, in 2 requests (3 points)');
      expect(JSON.parse(await content.read('ledger/sync.json'))).toEqual({
        settings: expect.stringMatching(/^[0-9a-f]{16}$/),
        watermarks: { 'octo/app': day(2) },
        checkedAt: { 'octo/app': NOW.toISOString() },
      });
    },
  );

  test('keeps what people wrote, byte for byte', async () => {
    const { content, again, home } = await synced({ issues: [issue(1)] });
    const mine =
      'response: \'Yes,   soon.\'\n# why: asked thrice\nevidence:\n- {source: email, quote: "x"}\neta:    spring\n';
    await addToFrontMatter(content, 'feedback/1.md', mine);
    const edited = await content.read('feedback/1.md');
    await again(true);
    expect(await content.read('feedback/1.md')).toBe(edited);
    Object.assign(home.issues[0] ?? {}, { title: 'Other words', updatedAt: day(5) });
    await again();
    expect(await content.read('feedback/1.md')).toBe(edited.replace('"Wish 1"', '"Other words"'));
  });

  test('writes history once and for all', async () => {
    const { content, again, home } = await synced({ issues: [issue(1)], pullRequests: [merged(9, 5)] });
    const [one] = home.issues;
    const move = async (parts: Partial<IssueData>): Promise<void> => {
      Object.assign(one ?? {}, parts);
      await again();
    };
    await move({ labels: ['planned'], updatedAt: day(3) });
    await move({
      state: 'CLOSED',
      stateReason: 'COMPLETED',
      closedAt: day(6),
      updatedAt: day(6),
      ...closes(9),
    });
    await move({ state: 'OPEN', stateReason: 'REOPENED', closedAt: null, updatedAt: day(8), labels: [] });
    const history = (await content.read('feedback/1.md')).split('history:\n')[1]?.split('---')[0];
    expect(history).toBe(
      [
        [1, 'open'],
        [3, 'planned'],
        [5, 'shipped'],
        [8, 'open'],
      ]
        .map(([at, status]) => `  - at: "${day(Number(at))}"\n    status: "${status}"\n`)
        .join(''),
    );
  });
});

describe('what has shipped', () => {
  test('is told by proof: without it an issue is only closed', async () => {
    const { content } = await synced({
      issues: [completed(1, 6), completed(2, 6, closes(9))],
      pullRequests: [merged(9, 5)],
    });
    expect(await content.read('feedback/1.md')).toContain('status: "closed"\n');
    expect(await content.read('feedback/2.md')).toContain('status: "shipped"\n');
    expect(await content.read('feedback/2.md')).not.toContain('shippedIn');
  });

  test('gets its version with the release, though nothing moved on the issue', async () => {
    const { content, again, home } = await synced({
      issues: [
        completed(1, 6, closes(9)),
        completed(2, 6),
        completed(3, 6, { milestone: 'v1.0.0' }),
        issue(40),
        completed(5, 6),
      ],
      pullRequests: [merged(9, 5)],
    });
    home.releases.push(release('v1.0.0', 8, { description: 'With #2, at last. Also `#5` in code.' }));
    expect((await again()).text).toBe(
      '0 new, 3 changed, 2 unchanged, in 5 requests (6 points)\nchangelog: 1 new',
    );
    for (const id of [1, 2, 3]) {
      expect(await content.read(`feedback/${id}.md`)).toContain(
        `shippedIn: "v1.0.0"\nshippedAt: "${day(8)}"\n`,
      );
    }
    expect(await content.read('feedback/5.md')).toContain('status: "closed"\n');
    const before = await content.digest();
    await again();
    await again(true);
    expect(await content.digest()).toBe(before);
  });

  test('gets its version at the next sync when this one breaks off', async () => {
    const { content, again, home, github } = await synced({
      issues: [completed(1, 6, closes(9)), issue(40)],
      pullRequests: [merged(9, 5)],
    });
    home.releases.push(release('v1', 8));
    github.faults.push({
      kind: '502 before',
      when: ({ operation }) => operation === 'IssuesByNumber',
      times: 1,
    });
    expect(await again()).toMatchObject({ status: 3 });
    expect(await content.list()).not.toContain('changelog/v1.md');
    expect(await again()).toMatchObject({ status: 0 });
    expect(await content.read('feedback/1.md')).toContain('shippedIn: "v1"\n');
  });

  test('keeps its version when newer releases push the first one off the page', async () => {
    const { content, again, home } = await synced({
      issues: [completed(1, 6, closes(9))],
      pullRequests: [merged(9, 5)],
      releases: [release('v0', 7)],
    });
    home.releases.push(...Array.from({ length: 60 }, (_, at) => release(`v1.${at}`, 20 + at)));
    await again();
    Object.assign(home.issues[0] ?? {}, { title: 'Touched', updatedAt: day(100) });
    await again();
    expect(await content.read('feedback/1.md')).toContain('shippedIn: "v0"\n');
  });

  test('is asked for again even where an issue that waited is gone', async () => {
    const { content, again, home } = await synced({
      issues: [completed(1, 6, closes(9)), completed(2, 6, closes(9)), issue(40)],
      pullRequests: [merged(9, 5)],
    });
    Object.assign(home.issues[0] ?? {}, { gone: 'deleted' });
    home.releases.push(release('v1', 8));
    expect(await again()).toMatchObject({
      status: 0,
      text: '0 new, 1 changed, 1 unchanged, 1 removed, in 7 requests (7 points)\nchangelog: 1 new',
    });
    expect(await content.read('feedback/2.md')).toContain('shippedIn: "v1"\n');
    expect(await content.list()).not.toContain('feedback/1.md');
  });
});

describe('what is taken', () => {
  test('goes when a label hides it or the gate shuts, with its votes', async () => {
    const { content, again, home } = await synced(
      { issues: [1, 2, 3].map((number) => issue(number, { labels: ['published'] })) },
      { 'milepost.yml': 'take: {allow: published}\n' },
    );
    Object.assign(home.issues[0] ?? {}, { labels: ['published', 'roadmap:hide'], updatedAt: day(5) });
    Object.assign(home.issues[1] ?? {}, { labels: [], updatedAt: day(6) });
    expect(await again()).toMatchObject({
      text: '0 new, 0 changed, 1 unchanged, 2 removed, in 3 requests (4 points)',
      report: { removed: 2 },
    });
    expect(await content.list()).toEqual([
      'feedback/3.md',
      'ledger/issues.tsv',
      'ledger/labels.tsv',
      'ledger/sync.json',
      'ledger/votes.tsv',
      'milepost.yml',
    ]);
    expect(await content.read('ledger/votes.tsv')).toBe('# item\tvotes\tcomments\n3\t0\t0\n');
  });

  test('is what has one of the labels; an item that lost it goes on', async () => {
    const { content, again, home, first } = await synced(
      { issues: [issue(1, { labels: ['Feature Request'] }), issue(2, { labels: ['bug'] })] },
      { 'milepost.yml': 'take: {labels: [feature-request]}\n' },
    );
    expect(first.text).toBe('1 new, 0 changed, 0 unchanged, in 2 requests (3 points)');
    Object.assign(home.issues[0] ?? {}, { labels: ['bug'], updatedAt: day(5) });
    expect((await again()).text).toBe('0 new, 1 changed, 0 unchanged, in 3 requests (4 points)');
    expect(await content.read('feedback/1.md')).toContain('tags:\n  - "bug"\n');
  });
});

describe('the changelog', () => {
  test('has a file for each tag, also where tags differ little', async () => {
    const tags = ['v1.0.0', 'V1.0.0', 'app@2.0.0', 'app/2.0.0', '發行', 'con'];
    const { content } = await synced({ releases: tags.map((tag, at) => release(tag, at + 1)) });
    expect((await content.list()).filter((path) => path.startsWith('changelog/'))).toMatchInlineSnapshot(`
      [
        "changelog/app-2.0.0-2d94ca12.md",
        "changelog/app-2.0.0.md",
        "changelog/con-1143da2b.md",
        "changelog/release-e2d7fe6e.md",
        "changelog/v1.0.0-9e15eb5a.md",
        "changelog/v1.0.0.md",
      ]
    `);
    expect((await content.list()).length).toBe(tags.length + 1);
  });

  test('keeps people’s keys and their own file names, and follows the release', async () => {
    const { content, again, home } = await synced({
      releases: [release('v1', 2, { description: 'Old words.' })],
    });
    await addToFrontMatter(content, 'changelog/v1.md', 'summary: In short.\n');
    const text = await content.read('changelog/v1.md');
    await content.write('changelog/the-first.md', text);
    const { unlink } = await import('node:fs/promises');
    await unlink(`${content.folder}/changelog/v1.md`);
    Object.assign(home.releases[0] ?? {}, { description: 'New words.' });
    expect((await again()).text).toBe(
      '0 new, 0 changed, 0 unchanged, in 2 requests (3 points)\nchangelog: 1 changed',
    );
    expect(await content.list()).toEqual(['changelog/the-first.md', 'ledger/sync.json']);
    const withoutDigest = (entry: string): string => entry.replace(/^upstream: .*$/m, '');
    expect(withoutDigest(await content.read('changelog/the-first.md'))).toBe(
      withoutDigest(text.replace('Old', 'New')),
    );
  });

  test('leaves an entry alone that people wrote', async () => {
    const mine = '---\ntitle: Ours\nversion: v1\n---\nIn our words.\n';
    const { content, first } = await synced({ releases: [release('v1', 2)] }, { 'changelog/one.md': mine });
    expect(first.text).toBe('0 new, 0 changed, 0 unchanged, in 2 requests (3 points)');
    expect(await content.list()).toEqual(['changelog/one.md']);
    expect(await content.read('changelog/one.md')).toBe(mine);
  });
});

test('bodies and titles arrive as they are and nothing in them is run', async () => {
  const bodies = [
    '---js\nthrow new Error("run")\n---\nAfter.',
    '---\ntitle: Mine\n---\n\n---\n',
    '{process.env.TOKEN} <script>alert(1)</script>',
    'a\r\nb\r\n',
  ];
  const titles = [
    '👩‍👩‍👧‍👦'.repeat(300),
    '<script>alert(1)</script>',
    '{process.env.TOKEN}',
    '--- "quoted" # not a comment: |',
  ];
  const { content, first, again } = await synced({
    issues: bodies.map((body, at) => issue(at + 1, { body, title: titles[at] ?? '' })),
  });
  expect(first.status).toBe(0);
  for (const [at, body] of bodies.entries()) {
    const text = await content.read(`feedback/${at + 1}.md`);
    expect(text.slice(text.indexOf('\n---\n') + '\n---\n'.length)).toBe(
      `${body.replaceAll('\r\n', '\n').trimEnd()}\n`,
    );
    expect(text).toContain(`title: ${JSON.stringify(titles[at])}\n`);
  }
  const before = await content.digest();
  await again(true);
  expect(await content.digest()).toBe(before);
});

test('a dry run reports the same and writes nothing', async () => {
  const [github, content] = [
    await serve(octo({ issues: [issue(1)], releases: [release('v1', 2)] })),
    await sandbox(),
  ];
  expect(await runSyncIn(content, github, { flags: { dryRun: true } })).toMatchObject({
    status: 0,
    text: 'dry run: 1 new, 0 changed, 0 unchanged, in 2 requests (3 points)\nchangelog: 1 new',
    report: { created: 1, updated: 0, unchanged: 0, removed: 0, requests: 2, points: 3, next: null },
  });
  expect(await content.list()).toEqual([]);
});

test('a temporary file of a sync that died is taken away; one that still runs keeps its own', async () => {
  const files = {
    'feedback/.milepost-4194305-1.tmp': 'half',
    [`feedback/.milepost-${process.pid}-0.tmp`]: 'of an earlier process with our number',
    'feedback/.milepost-1-1.tmp': 'busy',
    'feedback/.other.tmp': '',
  };
  const { content } = await synced({ issues: [issue(1)] }, files);
  expect((await content.list()).filter((path) => path.endsWith('.tmp'))).toEqual([
    'feedback/.milepost-1-1.tmp',
    'feedback/.other.tmp',
  ]);
});

test('GitHub Enterprise’s addresses are understood', async () => {
  const [github, content] = [await serve(octo({ issues: [issue(1)] })), await sandbox()];
  const ran = await runSyncIn(content, github, { env: { GITHUB_API_URL: `${github.url}/api/v3/` } });
  expect(ran.status).toBe(0);
  expect(github.log.map(({ path }) => path)).toEqual(['/api/graphql', '/api/graphql']);
  expect(await content.read('ledger/sync.json')).toContain(NOW.toISOString());
});
