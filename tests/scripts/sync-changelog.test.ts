import { describe, expect, test } from 'vitest';
import {
  completed,
  day,
  gitHub,
  issue,
  merged,
  release,
  type ReleaseData,
  repository,
  type RepositoryData,
} from '../github/data.ts';
import { type Sandbox, runSyncIn, sandbox, serve } from './sandbox.ts';

async function synced(parts: Partial<RepositoryData>, files: Readonly<Record<string, string>> = {}) {
  const [github, content] = [await serve(gitHub(repository('octo/app', parts))), await sandbox(files)];
  const first = await runSyncIn(content, github);
  const [home] = github.data.repositories;
  if (!home) throw new Error('the repository is there');
  const again = (own: Record<string, boolean> = {}) => runSyncIn(content, github, { flags: { own } });
  const read = async (path: string): Promise<string> =>
    (await content.read(path)).replaceAll(github.url, 'https://github.test');
  return { github, content, first, home, again, read };
}

const entriesOf = async ({ list }: Sandbox): Promise<string[]> =>
  (await list())
    .filter((path) => path.startsWith('changelog/'))
    .map((path) => path.slice('changelog/'.length));

async function rewrite(
  { read, write }: Sandbox,
  path: string,
  from: string | RegExp,
  to: string,
): Promise<string> {
  const text = (await read(path)).replace(from, to);
  await write(path, text);
  return text;
}

const KEPT = `# Changelog

## [Unreleased]

- Soon, see [#9].

## [1.1.0] - 2026-01-20

- Only here, see [the guide](docs/guide.md).

## [1.0.0] - 2026-01-08

- Said here.

## 0.9.0

- Undated.

[#9]: https://github.com/octo/app/issues/9
`;

describe('what people write into an entry', () => {
  const v1 = 'changelog/v1.md';
  const told = (parts: Partial<ReleaseData> = {}) => ({
    releases: [release('v1', 2, { description: 'Their words.', ...parts })],
  });

  test.each([
    ['another text', 'Their words.\n', 'Our words.\n'],
    ['a text of nothing', 'Their words.\n', ''],
    ['another title', 'title: "v1"', 'title: The first of many'],
  ])('%s stays, byte for byte, however often sync runs', async (_what, from, to) => {
    const { content, again } = await synced(told());
    const mine = await rewrite(content, v1, from, to);
    for (const own of [{}, { full: true }]) {
      expect(await again(own)).toMatchObject({ status: 0, said: [] });
      expect(await content.read(v1)).toBe(mine);
    }
  });

  test('stays when the release says something else later, and that is said once', async () => {
    const { content, again, home, read } = await synced(told());
    await rewrite(content, v1, 'Their words.', 'Our words.');
    Object.assign(home.releases[0] ?? {}, { description: 'Their better words.', isPrerelease: true });
    expect((await again()).said).toEqual([
      'content/changelog/v1.md: title and text stay as people wrote them; http://github.test/octo/app/releases/tag/v1 has others now.',
    ]);
    expect(await read(v1)).toMatch(/^prerelease: true\nupstream: "[0-9a-f]{16}"\n---\nOur words\.\n$/m);
    const before = await content.digest();
    expect((await again()).said).toEqual([]);
    expect(await content.digest()).toBe(before);
  });

  test('gives way again when the line that tells sync’s own is taken out', async () => {
    const { content, again } = await synced(told());
    const plain = await content.read(v1);
    await rewrite(content, v1, 'Their words.', 'Our words.');
    await rewrite(content, v1, /^upstream: .*\n/m, '');
    await again();
    expect(await content.read(v1)).toBe(plain);
  });

  test('is not there in an entry of before there was such a line: it follows the release', async () => {
    const { content, again, home } = await synced(told());
    await rewrite(content, v1, /^upstream: .*\n/m, '');
    Object.assign(home.releases[0] ?? {}, { description: 'New words.' });
    expect(await again()).toMatchObject({ text: expect.stringContaining('changelog: 1 changed'), said: [] });
    expect(await content.read(v1)).toMatch(/^upstream: "[0-9a-f]{16}"\n---\nNew words\.\n$/m);
  });
});

describe('a changelog that the repository keeps', () => {
  test('tells what no release on GitHub says', async () => {
    const { content, read, first, github } = await synced({
      changelog: KEPT,
      releases: [release('v1.0.0', 8)],
    });
    expect(first).toMatchObject({ status: 0, said: [], text: expect.stringContaining('changelog: 3 new') });
    expect(github.log.filter(({ operation }) => operation === 'Releases')).toHaveLength(1);
    expect(await entriesOf(content)).toEqual(['1.1.0.md', 'unreleased.md', 'v1.0.0.md']);
    expect(await read('changelog/1.1.0.md')).toMatchInlineSnapshot(`
      "---
      title: "1.1.0"
      version: "1.1.0"
      repo: "octo/app"
      url: "https://github.test/octo/app/blob/HEAD/CHANGELOG.md"
      publishedAt: "2026-01-20T12:00:00Z"
      file: "CHANGELOG.md"
      upstream: "1c48f0ca38b6f7c8"
      ---
      - Only here, see [the guide](docs/guide.md).
      "
    `);
    expect(await read('changelog/unreleased.md')).toMatchInlineSnapshot(`
      "---
      title: "Unreleased"
      version: "unreleased"
      repo: "octo/app"
      url: "https://github.test/octo/app/blob/HEAD/CHANGELOG.md"
      file: "CHANGELOG.md"
      upstream: "1b91ddee50572ff6"
      ---
      - Soon, see [#9].

      [#9]: https://github.com/octo/app/issues/9
      "
    `);
    expect(await read('changelog/v1.0.0.md')).toMatchInlineSnapshot(`
      "---
      title: "v1.0.0"
      version: "v1.0.0"
      repo: "octo/app"
      url: "https://github.test/octo/app/releases/tag/v1.0.0"
      publishedAt: "2026-01-08T12:00:00Z"
      upstream: "d8ca508ace99f015"
      ---
      - Said here.
      "
    `);
  });

  test('changes nothing when nothing in it changed', async () => {
    const { content, again } = await synced({ changelog: KEPT, releases: [release('v1.0.0', 8)] });
    const before = await content.digest();
    for (const own of [{}, { full: true }]) {
      expect((await again(own)).said).toEqual([]);
      expect(await content.digest()).toBe(before);
    }
  });

  test('gives way to the release once there is one, in the same file', async () => {
    const { content, again, home, read } = await synced({ changelog: KEPT });
    await rewrite(content, 'changelog/1.1.0.md', '\n---\n', '\nsummary: In short.\n---\n');
    home.releases.push(release('v1.1.0', 21, { description: 'Released.' }));
    expect((await again()).status).toBe(0);
    expect(await entriesOf(content)).toEqual(['1.0.0.md', '1.1.0.md', 'unreleased.md']);
    expect(await read('changelog/1.1.0.md')).toMatch(
      /version: "v1\.1\.0"\n.*\nurl: "https:\/\/github\.test\/octo\/app\/releases\/tag\/v1\.1\.0"\npublishedAt: "2026-01-21T12:00:00Z"\nupstream: .*\nsummary: In short\.\n---\nReleased\.\n$/,
    );
  });

  test('is no proof that something shipped', async () => {
    const { content, again } = await synced({
      changelog: KEPT,
      issues: [completed(1, 6, { closedBy: [{ repo: 'octo/app', number: 9 }] })],
      pullRequests: [merged(9, 5)],
    });
    await again({ full: true });
    expect(await content.read('feedback/1.md')).not.toContain('shippedIn');
  });

  test('leaves entries alone that people wrote', async () => {
    const files = {
      'changelog/next.md': '---\ntitle: Ours\nversion: unreleased\n---\nIn our words.\n',
      'changelog/one.md': '---\ntitle: Ours\nversion: v1.1.0\n---\nIn our words.\n',
    };
    const { content, again } = await synced({ changelog: KEPT }, files);
    await again({ full: true });
    expect(await entriesOf(content)).toEqual(['1.0.0.md', 'next.md', 'one.md']);
    for (const [path, text] of Object.entries(files)) expect(await content.read(path)).toBe(text);
  });

  test('loses what comes next once nothing comes, unless people wrote in it', async () => {
    const { content, again, home } = await synced({ changelog: KEPT });
    home.changelog = KEPT.replace(/- Soon.*\n/, '');
    expect(await again()).toMatchObject({ said: [], text: expect.stringContaining('changelog: 1 removed') });
    expect(await entriesOf(content)).toEqual(['1.0.0.md', '1.1.0.md']);
    home.changelog = KEPT;
    await again();
    const mine = await rewrite(content, 'changelog/unreleased.md', 'Soon', 'Sooner');
    home.changelog = KEPT.replace(/- Soon.*\n/, '');
    expect((await again()).said).toEqual([]);
    expect(await content.read('changelog/unreleased.md')).toBe(mine);
  });

  test('takes nothing away when the file is gone, or GitHub does not tell all of it', async () => {
    const { content, again, home } = await synced({ changelog: KEPT });
    const before = await content.digest();
    delete home.changelog;
    await again({ full: true });
    expect(await content.digest()).toBe(before);
    home.changelog = `# Changelog\n\n## 2.0.0 - 2026-02-01\n\nIn half.\n\n${'x\n'.repeat(300_000)}`;
    await again({ full: true });
    expect(await content.digest()).toBe(before);
  });

  test.each([
    [
      'another file',
      'changelog: { file: docs/NEWS.md }',
      { changelogAt: 'docs/NEWS.md' },
      ['1.0.0.md', '1.1.0.md', 'unreleased.md'],
    ],
    ['the file under another name', '', { changelogAt: 'docs/NEWS.md' }, []],
    ['no file', 'changelog: { file: false }', {}, []],
  ])('is %s where the settings say %j', async (_what, settings, parts, entries) => {
    const { content } = await synced({ changelog: KEPT, ...parts }, { 'milepost.yml': `${settings}\n` });
    expect(await entriesOf(content)).toEqual(entries);
  });

  test('may be a bomb, and harms nothing', async () => {
    const { content, first } = await synced({
      changelog: `## 1.0.0 - 2026-01-02\n\n${'*a **a '.repeat(40_000)}\n\n## ../../x - 2026-01-03\n\n---js\n`,
      issues: [issue(1)],
    });
    expect(first.status).toBe(0);
    expect(await content.list()).toContain('feedback/1.md');
    expect(await entriesOf(content)).toEqual(['1.0.0.md']);
  });
});

describe('an entry whose release is gone', () => {
  const releases = (count: number) => Array.from({ length: count }, (_, at) => release(`v${at + 1}`, at + 1));

  test('goes with the next sync', async () => {
    const { content, again, home } = await synced({ issues: [issue(1)], releases: releases(3) });
    home.releases.splice(1, 1);
    expect(await again()).toMatchObject({
      status: 0,
      said: ['content/changelog/v2.md: removed; what it tells of is gone upstream.'],
    });
    expect(await entriesOf(content)).toEqual(['v1.md', 'v3.md']);
  });

  test('goes with a full sync, and only then, where there are more releases than the newest', async () => {
    const { content, again, home } = await synced({ issues: [issue(1)], releases: releases(60) });
    home.releases.splice(1, 1);
    expect((await again()).said).toEqual([]);
    expect(await entriesOf(content)).toHaveLength(60);
    expect(await again({ full: true })).toMatchObject({
      status: 0,
      said: ['content/changelog/v2.md: removed; what it tells of is gone upstream.'],
    });
    expect(await entriesOf(content)).toHaveLength(59);
  });

  test('stays where no release is told at all, or fewer than GitHub counts, until a full sync', async () => {
    const { content, again, home, github } = await synced({ issues: [issue(1)], releases: releases(1) });
    const [only] = home.releases.splice(0, 1);
    expect(await again()).toMatchObject({ status: 0, said: [] });
    expect(await entriesOf(content)).toEqual(['v1.md']);
    home.releases = [...(only ? [only] : []), release('v2', 2)];
    await again();
    github.faults.push({ kind: 'short page', when: ({ operation }) => operation === 'Releases' });
    await again();
    expect(await entriesOf(content)).toEqual(['v1.md', 'v2.md']);
    github.reset();
    home.releases = [release('v2', 2)];
    expect((await again({ full: true })).said).toEqual([
      'content/changelog/v1.md: removed; what it tells of is gone upstream.',
    ]);
  });

  test('stays when people wrote in it', async () => {
    const { content, again, home } = await synced({
      releases: [release('v1', 2, { description: 'Theirs.' })],
    });
    const mine = await rewrite(content, 'changelog/v1.md', 'Theirs.', 'Ours.');
    home.releases = [];
    expect((await again({ full: true })).said).toEqual([
      'content/changelog/v1.md: kept, since people wrote in it; what it tells of is gone upstream.',
    ]);
    expect(await content.read('changelog/v1.md')).toBe(mine);
  });

  test('stays with the others when many are gone at once, until somebody says that it is right', async () => {
    const { content, again, home } = await synced({ issues: [issue(1)], releases: releases(9) });
    home.releases.splice(0, 2);
    expect(await again()).toMatchObject({ status: 0, said: [] });
    expect(await entriesOf(content)).toHaveLength(9);
    expect(await again({ full: true })).toMatchObject({
      status: 1,
      said: [
        'octo/app: 2 of 9 changelog entries would go, more than 5 %. None was removed.\n  v1.md: what it tells of is gone upstream\n  v2.md: what it tells of is gone upstream\nIf that is right: milepost sync --full --allow-removals',
      ],
    });
    expect(await entriesOf(content)).toHaveLength(9);
    expect((await again({ full: true, 'allow-removals': true })).status).toBe(0);
    expect(await entriesOf(content)).toHaveLength(7);
  });

  test('no longer proves that something shipped', async () => {
    const { content, again, home } = await synced({
      issues: [completed(1, 6, { closedBy: [{ repo: 'octo/app', number: 9 }] })],
      pullRequests: [merged(9, 5)],
      releases: [release('v1', 8)],
    });
    expect(await content.read('feedback/1.md')).toContain('shippedIn: "v1"\n');
    home.releases = [];
    Object.assign(home.issues[0] ?? {}, { updatedAt: day(20) });
    await again({ full: true });
    expect(await content.read('feedback/1.md')).not.toContain('shippedIn');
  });

  test('no longer proves that something shipped, though nothing moved on the issue and the sync was not full', async () => {
    const { content, again, home } = await synced({
      issues: [completed(1, 6, { closedBy: [{ repo: 'octo/app', number: 9 }] })],
      pullRequests: [merged(9, 5)],
      releases: [release('v0', 2), release('v1', 8), release('v2', 9)],
    });
    expect(await content.read('feedback/1.md')).toContain('shippedIn: "v1"\n');
    home.releases.splice(1, 1);
    await again();
    expect(await content.read('feedback/1.md')).toContain('shippedIn: "v2"\n');
    expect(await entriesOf(content)).toEqual(['v0.md', 'v2.md']);
    const before = await content.digest();
    expect(await again()).toMatchObject({ said: [], report: { updated: 0 } });
    expect(await content.digest()).toBe(before);
  });
});
