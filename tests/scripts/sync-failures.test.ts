import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SettingsError } from '../../src/content/read.ts';
import { gitHub, issue, release, repository } from '../github/data.ts';
import type { Fault, FaultKind, Logged } from '../github/faults.ts';
import { type Ran, runSyncIn, sandbox, serve } from './sandbox.ts';

const many = (count: number) => Array.from({ length: count }, (_, at) => issue(at + 1));

/** A repository of 120 issues that was synced once. */
async function synced() {
  const github = await serve(
    gitHub(repository('octo/app', { issues: many(120), releases: [release('v1', 2)] })),
  );
  const content = await sandbox();
  await runSyncIn(content, github);
  github.reset();
  return { github, content };
}

const isIssues = ({ operation }: Logged): boolean => operation === 'SyncIssues';

/** Syncs everything again while GitHub fails, and makes sure that no byte is lost and nothing is told that must not be. */
async function failing(...faults: Fault[]): Promise<Ran> {
  const { github, content } = await synced();
  const before = await content.digest();
  github.faults.push(...faults);
  const ran = await runSyncIn(content, github, { flags: { own: { full: true } } });
  expect(await content.digest()).toBe(before);
  expect(ran.text).not.toContain(github.env.GITHUB_TOKEN);
  expect(ran.text).not.toMatch(/\n\s+at /);
  github.reset();
  expect(await runSyncIn(content, github, { flags: { own: { full: true } } })).toMatchObject({ status: 0 });
  expect(await content.digest()).toBe(before);
  return ran;
}

describe('when GitHub fails, nothing is lost and the message says what to do:', () => {
  const always = (kind: FaultKind): Fault => ({ kind, when: isIssues });

  test('a wrong token', async () => {
    const { status, text } = await failing(always('401'));
    expect(status).toBe(2);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected a token that GitHub knows; got 401 "Bad credentials". Make another: https://github.com/settings/personal-access-tokens/new"`,
    );
  });

  test('a token that may not read the repository', async () => {
    const { status, text } = await failing(always('403 forbidden'));
    expect(status).toBe(2);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected a token that may read it; got 403 "Resource not accessible by integration". Give the token access to the repository, or use another."`,
    );
  });

  test('the rate limit is used up', async () => {
    const { status, text, report } = await failing(always('403 primary'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected an answer; got rate limit used up. Run the command again after 2026-11-22T09:00:00.000Z; what was read is kept."`,
    );
    expect(report).toMatchObject({ next: '2026-11-22T09:00:00.000Z' });
  });

  test('the rate limit is used up, as GraphQL says it', async () => {
    const { status, text, report } = await failing(always('limited, 200'));
    expect(status).toBe(3);
    expect(text).toBe(
      'http://github.test/graphql: expected an answer; got rate limit used up. Run the command again after 2026-11-22T09:00:00.000Z; what was read is kept.',
    );
    expect(report).toMatchObject({ next: '2026-11-22T09:00:00.000Z' });
  });

  test('a secondary rate limit of an hour', async () => {
    const { status, text, report } = await failing(always('403 secondary'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected an answer; got secondary rate limit. Run the command again after 2026-11-22T09:00:00.000Z; what was read is kept."`,
    );
    expect(report).toMatchObject({ next: '2026-11-22T09:00:00.000Z' });
  });

  test('too many requests', async () => {
    const { status, text } = await failing(always('429'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected an answer; got secondary rate limit. Run the command again after 2026-11-22T09:00:00.000Z; what was read is kept."`,
    );
  });

  test('errors and a part of the data', async () => {
    const { status, text } = await failing(always('partial'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected a whole answer; got the error "Something went wrong: resource limits exceeded". Run the command again; what was read is kept."`,
    );
  });

  test('HTML instead of JSON', async () => {
    const { status, text } = await failing(always('html'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected JSON; got text/html "<!DOCTYPE html><title>Sign in</title>". A proxy or a login page may be in the way; check GITHUB_API_URL. Run the command again; what was read is kept."`,
    );
  });

  test('JSON that breaks off, with a content length', async () => {
    const { status, text } = await failing(always('truncated'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected the answer to a query; got JSON that breaks off. Run the command again; what was read is kept."`,
    );
  });

  test('JSON that breaks off, without', async () => {
    const { status, text } = await failing(always('truncated, chunked'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected the answer to a query; got JSON that breaks off. Run the command again; what was read is kept."`,
    );
  });

  test('an empty list', async () => {
    const { status, text } = await failing(always('empty list'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected the answer to a query; got []. Run the command again; what was read is kept."`,
    );
  });

  test('an empty page with status 200', async () => {
    const { status, text } = await failing({ kind: 'empty page', when: 3 });
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"octo/app issues: expected a page of issues; got an empty page that is not the last. Run the command again; what was read is kept."`,
    );
  });

  test('a listing that ends too soon', async () => {
    const { status, text } = await failing(always('short page'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"octo/app issues: expected 120 issues, as GitHub counts; got 49. Run \`milepost sync --full\`; what was read is kept."`,
    );
  });

  test('a lost cursor', async () => {
    const { status, text } = await failing(always('lost cursor'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"octo/app issues: expected the place of the next page; got none, or the same again. Run the command again; what was read is kept."`,
    );
  });

  test('a cursor that leads to the same page for ever', async () => {
    const { status, text } = await failing(always('same cursor'));
    expect(status).toBe(3);
    expect(text).toBe(
      'octo/app issues: expected the place of the next page; got none, or the same again. Run the command again; what was read is kept.',
    );
  });

  test('a connection that is cut', async () => {
    const { status, text } = await failing(always('reset after'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected an answer; got no connection (other side closed). Check the network, and GITHUB_API_URL if it is set. Run the command again; what was read is kept."`,
    );
  });

  test('a bad gateway that stays bad, though asked for less', async () => {
    const { status, text } = await failing(always('502 before'));
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected an answer; got 502 "<html><body>Bad gateway</body></html>". Run the command again; what was read is kept."`,
    );
  });

  test('releases that cannot be read', async () => {
    const { status, text } = await failing({
      kind: 'empty list',
      when: ({ operation }) => operation === 'Releases',
    });
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected the answer to a query; got []. Run the command again; what was read is kept."`,
    );
  });
});

describe('what cannot work says so at once:', () => {
  test('an unknown repository', async () => {
    const { github, content } = await synced();
    const before = await content.digest();
    const ran = await runSyncIn(content, github, { flags: { repo: 'octo/nothing' } });
    expect(ran.status).toBe(2);
    expect(ran.text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected a repository that the token may read; got the error "Could not resolve to a Repository with the name 'octo/nothing'.". Correct \`repositories\` in milepost.yml (or --repo), or use a token that may read it."`,
    );
    expect(await content.digest()).toBe(before);
  });

  test('a token that GitHub does not know', async () => {
    const { github, content } = await synced();
    const ran = await runSyncIn(content, github, { env: { GITHUB_TOKEN: 'ghp_of_somebody_else' } });
    expect(ran).toMatchObject({ status: 2 });
    expect(ran.text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected a token that GitHub knows; got 401 "Bad credentials". Make another: https://github.com/settings/personal-access-tokens/new"`,
    );
  });

  test('no token', async () => {
    const { github, content } = await synced();
    const ran = await runSyncIn(content, github, { env: { GITHUB_TOKEN: undefined } });
    expect(ran.status).toBe(2);
    expect(ran.text).toMatchInlineSnapshot(`
      "GitHub needs a token, even to read a public repository in bulk.
        on your machine: GITHUB_TOKEN=$(gh auth token) milepost …
          or make one (no scope needed for public repositories): https://github.com/settings/personal-access-tokens/new
        in GitHub Actions: env: { GITHUB_TOKEN: "\${{ github.token }}" }"
    `);
    expect(github.log).toEqual([]);
  });

  test('a token with a line break, without showing it', async () => {
    const { github, content } = await synced();
    const ran = await runSyncIn(content, github, { env: { GITHUB_TOKEN: 'ghp_secret\nghp_other' } });
    expect(ran.status).toBe(2);
    expect(ran.text).toMatchInlineSnapshot(
      `"GITHUB_TOKEN: expected letters, digits and signs; got spaces or other characters. Copy the token again."`,
    );
  });

  test('an address where GitHub is not', async () => {
    const { github, content } = await synced();
    const ran = await runSyncIn(content, github, { env: { GITHUB_GRAPHQL_URL: `${github.url}/elsewhere` } });
    expect(ran.status).toBe(2);
    expect(ran.text).toMatchInlineSnapshot(
      `"http://github.test/elsewhere: expected GitHub’s GraphQL at this address; got 404 "Not Found - https://docs.github.com/rest". Check GITHUB_API_URL and GITHUB_GRAPHQL_URL."`,
    );
  });

  test('no network', async () => {
    const { github, content } = await synced();
    const before = await content.digest();
    await github.close();
    const ran = await runSyncIn(content, github);
    expect(ran.status).toBe(3);
    expect(ran.text).toMatchInlineSnapshot(
      `"http://github.test/graphql: expected an answer; got no connection (ECONNREFUSED). Check the network, and GITHUB_API_URL if it is set. Run the command again; what was read is kept."`,
    );
    expect(await content.digest()).toBe(before);
  });

  test('no repository', async () => {
    const content = await sandbox();
    const origin = process.cwd();
    onTestFinished(() => process.chdir(origin));
    process.chdir(content.folder);
    const ran = await runSyncIn(content, await serve(gitHub()), { flags: { repo: undefined } });
    expect(ran.status).toBe(2);
    expect(ran.text).toMatchInlineSnapshot(`
      "Which repository? None is named, and this folder has no \`origin\` on GitHub.
        in milepost.yml: repositories: [owner/name]
        for once: milepost sync --repo owner/name"
    `);
  });

  test('settings, before the token is looked at', async () => {
    const content = await sandbox({ 'milepost.yml': 'tittle: x\ntake: {labels: 3}\n' });
    const github = await serve(gitHub());
    await expect(runSyncIn(content, github, { env: { GITHUB_TOKEN: '' } })).rejects.toThrow(SettingsError);
  });
});

describe('what passes is waited out:', () => {
  test('a page that is too much is asked for in halves', async () => {
    const { github, content } = await synced();
    github.faults.push({ kind: '502 before', when: ({ variables }) => Number(variables['first']) > 12 });
    const ran = await runSyncIn(content, github, { flags: { own: { full: true } } });
    expect(ran.text).toBe('0 new, 0 changed, 120 unchanged, in 13 requests (11 points)');
    expect(github.log.filter(isIssues).map(({ variables }) => variables['first'])).toEqual([
      50,
      25,
      ...Array<number>(10).fill(12),
    ]);
  });

  test('a short rate limit', async () => {
    const { github, content } = await synced();
    github.faults.push(
      { kind: '403 secondary', when: 1, wait: 20 },
      { kind: '403 primary', when: 3, until: '2026-11-22T08:00:30Z' },
    );
    expect(await runSyncIn(content, github)).toMatchObject({
      status: 0,
      text: '0 new, 0 changed, 1 unchanged, in 6 requests (5 points)',
    });
  });
});

test('a first sync that breaks off goes on where it was, and ends where an unbroken one ends', async () => {
  const issues = many(130);
  const releases = Array.from({ length: 70 }, (_, at) => release(`v${at}`, at + 1));
  const github = await serve(gitHub(repository('octo/app', { issues, releases })));
  const [broken, whole] = [await sandbox(), await sandbox()];
  await runSyncIn(whole, github);
  github.reset();
  github.faults.push({ kind: 'reset before', when: 5 });
  const first = await runSyncIn(broken, github);
  expect(first).toMatchObject({ status: 3, report: { created: 100 } });
  expect(first.text).toMatchInlineSnapshot(`
    "http://github.test/graphql: expected an answer; got no connection (other side closed). Check the network, and GITHUB_API_URL if it is set. Run the command again; what was read is kept.
    Before that: 100 new, 0 changed, 0 unchanged, in 5 requests (6 points)
    changelog: 70 new"
  `);
  github.reset();
  expect(await runSyncIn(broken, github)).toMatchObject({
    status: 0,
    text: '30 new, 0 changed, 1 unchanged, in 4 requests (5 points)',
  });
  expect(await broken.digest()).toBe(await whole.digest());
});

describe('a file that cannot be read is left alone and told, and the others go on:', () => {
  const NOT_READ = 'expected Markdown with YAML front matter; got';
  const LEFT = 'Sync left the file alone: mend it, then run sync --full.';

  test.each<[string, string | Uint8Array, string]>([
    [
      'YAML that is none',
      '---\ntitle: "a\nnumber: 1\n---\nMine.\n',
      `:4: ${NOT_READ} unexpected end of the stream within a double quoted scalar. ${LEFT}`,
    ],
    ['a key twice', '---\nnumber: 1\nnumber: 1\n---\n', `:3: ${NOT_READ} duplicated mapping key. ${LEFT}`],
    [
      'no front matter',
      'Only words.\n',
      `:1: ${NOT_READ} no front matter: a line \`---\`, YAML, a line \`---\`. ${LEFT}`,
    ],
    [
      'code',
      '---js\nthrow new Error("run")\n---\n',
      `:1: ${NOT_READ} no front matter: a line \`---\`, YAML, a line \`---\`. ${LEFT}`,
    ],
    [
      'not UTF-8',
      Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]),
      `:1: expected text in UTF-8; got other bytes. ${LEFT}`,
    ],
    [
      'a broken history',
      '---\nnumber: 1\nhistory: soon\n---\n',
      ':3 history: expected a list; got "soon". Mend it.',
    ],
    [
      'another item',
      '---\nsource: email\n---\n',
      ':1 number: expected the issue that has this id; got email without a number. Sync left the file alone: rename it.',
    ],
  ])('%s', async (_name, bytes, message) => {
    const github = await serve(gitHub(repository('octo/app', { issues: many(2) })));
    const content = await sandbox();
    await content.write('feedback/1.md', bytes);
    const before = await content.read('feedback/1.md');
    expect(await runSyncIn(content, github)).toMatchObject({
      status: 1,
      text: '1 new, 0 changed, 0 unchanged, in 2 requests (3 points)\n1 file was left alone',
      said: [`content/feedback/1.md${message}`],
    });
    expect(await content.read('feedback/1.md')).toBe(before);
    expect(await content.list()).toContain('feedback/2.md');
  });

  test('a place where nothing can be written', async () => {
    const github = await serve(gitHub(repository('octo/app', { issues: many(1) })));
    const content = await sandbox({ feedback: 'a file where the folder should be' });
    const { status, text } = await runSyncIn(content, github);
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(
      `"content/feedback/1.md: could not be written (EEXIST: file already exists, mkdir 'content/feedback'). It stands as it was; mend that and run the command again."`,
    );
    expect(await content.list()).toEqual(['feedback']);
  });
});

describe('as a process', () => {
  const run = async (folder: string, env: Record<string, string>, ...more: string[]) => {
    const args = ['scripts/cli.ts', 'sync', '--repo', 'octo/app', '--content', folder, ...more];
    const cwd = new URL('../..', import.meta.url);
    try {
      const done = await promisify(execFile)(process.execPath, args, {
        cwd,
        env: { PATH: process.env['PATH'], ...env },
      });
      return { ...done, code: 0 };
    } catch (error) {
      if (!(error instanceof Error && 'stdout' in error && 'stderr' in error && 'code' in error)) throw error;
      return { stdout: error.stdout, stderr: error.stderr, code: error.code };
    }
  };

  test('it prints one report for machines and nothing else, without progress in a pipe', async () => {
    const github = await serve(gitHub(repository('octo/app', { issues: many(60) })));
    const { folder } = await sandbox();
    const { stdout, stderr, code } = await run(folder, github.env, '--json');
    expect(JSON.parse(String(stdout))).toEqual({
      created: 60,
      updated: 0,
      unchanged: 0,
      removed: 0,
      requests: 3,
      points: 5,
      next: null,
    });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(await run(folder, github.env)).toEqual({
      stdout: '0 new, 0 changed, 1 unchanged, in 3 requests (4 points)\n',
      stderr: '',
      code: 0,
    });
  });

  test('it ends with status 3 and a message when GitHub asks to come back later', async () => {
    const github = await serve(gitHub(repository('octo/app', { issues: many(3) })));
    github.faults.push({ kind: '403 primary', when: 2, until: '2099-01-01T00:00:00Z' });
    const { folder } = await sandbox();
    const { stdout, stderr, code } = await run(folder, github.env, '--json');
    expect(JSON.parse(String(stdout))).toMatchObject({ created: 0, next: '2099-01-01T00:00:00.000Z' });
    expect(String(stderr).replace(github.url, 'http://github.test')).toMatchInlineSnapshot(`
      "http://github.test/graphql: expected an answer; got rate limit used up. Run the command again after 2099-01-01T00:00:00.000Z; what was read is kept.
      "
    `);
    expect(code).toBe(3);
  });

  test('it ends with status 2 and says how to get a token when there is none', async () => {
    const { folder } = await sandbox();
    const { stderr, code } = await run(folder, {});
    expect(stderr).toMatchInlineSnapshot(`
      "GitHub needs a token, even to read a public repository in bulk.
        on your machine: GITHUB_TOKEN=$(gh auth token) milepost …
          or make one (no scope needed for public repositories): https://github.com/settings/personal-access-tokens/new
        in GitHub Actions: env: { GITHUB_TOKEN: "\${{ github.token }}" }
      "
    `);
    expect(code).toBe(2);
  });
});
