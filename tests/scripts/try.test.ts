import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Flags, Stop, type World } from '../../scripts/command.ts';
import { connect } from '../../scripts/github/client.ts';
import { runTry } from '../../scripts/try.ts';
import { browserFor } from '../../scripts/try/browse.ts';
import { scratchFor } from '../../scripts/try/scratch.ts';
import {
  type Answers,
  paged,
  type PublicGitHub,
  rateLimit,
  restIssue,
  restPull,
  restRelease,
  restRepository,
  servePublic,
  Told,
} from '../github-rest/public.ts';
import { completed, gitHub, issue, merged, release, repository } from '../github/data.ts';
import { NOW, type Sandbox, sandbox, serve } from './sandbox.ts';

const HOME = '/repos/octo/app';

/** A repository with these issues; the search finds those that are no pull requests. */
function octo(issues: readonly Record<string, unknown>[], more: Answers = {}): Answers {
  const wishes = issues.filter((one) => !('pull_request' in one));
  const found = (items: unknown[]): unknown => ({
    total_count: wishes.length,
    incomplete_results: false,
    items,
  });
  return {
    '/rate_limit': rateLimit(60),
    [HOME]: restRepository('octo/app'),
    [`${HOME}/releases`]: [],
    [`${HOME}/issues`]: paged(issues, 100, `${HOME}/issues`),
    '/search/issues': paged(wishes, 100, '/search/issues', found),
    ...more,
  };
}

const wishes = (count: number) => Array.from({ length: count }, (_, at) => restIssue(at + 1));

/** What came of a try: paths and addresses of the test are taken out. */
interface Tried {
  status: number;
  text: string;
  said: string[];
  steps: string[];
  content: Sandbox;
}

interface Circumstances {
  into?: Sandbox;
  rest?: string[];
  env?: Record<string, string>;
  own?: Flags['own'];
  dryRun?: boolean;
}

async function attempt(
  github: Pick<PublicGitHub, 'url'>,
  { into, rest = ['octo/app'], env = {}, own = {}, dryRun = false }: Circumstances = {},
): Promise<Tried> {
  const content = into ?? (await sandbox());
  const [said, steps]: [string[], string[]] = [[], []];
  const plain = (words: string): string =>
    words.replaceAll(content.folder, 'DIR').replaceAll(github.url, 'http://github.test');
  const world: World = {
    env: { GITHUB_API_URL: github.url, ...env },
    now: () => NOW,
    say: (line) => said.push(plain(line)),
    progress: () => {},
  };
  const flags: Flags = {
    content: 'content',
    dryRun,
    repo: undefined,
    own: { keep: content.folder, ...own },
    rest,
  };
  const clock = { now: () => NOW, sleep: async () => {} };
  const ended = await runTry(flags, world, {
    connect: (connection) => connect(connection, { retry: { enabled: false } }, clock),
    build: async (scratch) => {
      steps.push(plain(`build ${scratch.content}`));
      return {};
    },
    serve: async (_config, port) => {
      steps.push(`serve ${port}`);
      return { address: 'http://localhost:4321/', closed: Promise.resolve() };
    },
    browse: (address) => void steps.push(`browse ${address}`),
  }).catch((error: unknown) => {
    if (error instanceof Stop) return { status: error.status, text: error.message };
    throw error;
  });
  return { status: ended.status, text: plain(ended.text), said, steps, content };
}

const isThere = async (content: Sandbox, path: string): Promise<boolean> =>
  (await content.list()).includes(path);

describe('without a token', () => {
  test('a repository becomes a roadmap in three requests, and what is left out is told', async () => {
    const shipped = restIssue(2, {
      state: 'closed',
      state_reason: 'completed',
      closed_at: '2026-02-01T12:00:00Z',
      milestone: { title: '1.0.0' },
      labels: [{ node_id: 'L', name: 'ui' }, 'old'],
    });
    const twin = restIssue(3, {
      state: 'closed',
      state_reason: 'duplicate',
      closed_at: '2026-02-01T12:00:00Z',
    });
    const github = await servePublic(
      octo([restIssue(1), shipped, twin, restPull(4)], { [`${HOME}/releases`]: [restRelease('v1.0.0')] }),
    );
    const { status, said, steps, content } = await attempt(github);
    expect(status).toBe(0);
    expect(github.asked).toEqual([
      'GET /repos/octo/app',
      'GET /repos/octo/app/releases?per_page=100',
      'GET /search/issues?q=repo%3Aocto%2Fapp+is%3Aissue&sort=reactions-%2B1&order=desc&per_page=100',
    ]);
    expect(new Set(github.tokens)).toEqual(new Set([undefined]));
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "Building octo/app …
      Left out, for want of a token:
        pull requests: an issue counts as shipped only where a release names it or its milestone
        who voted: 👍 are counted, but whether one person voted twice is not known
        what 1 closed duplicate is a duplicate of
      With a token nothing is left out: GITHUB_TOKEN=$(gh auth token) npx milepost try octo/app
        or make one (no scope needed for public repositories): https://github.com/settings/personal-access-tokens/new

      octo/app as a roadmap: http://localhost:4321/   (Ctrl+C ends it)
      Its files: DIR/content
      To keep it: npx milepost init in the repository makes a roadmap that renews itself."
    `);
    expect(steps).toEqual(['build DIR/content', 'serve 4321', 'browse http://localhost:4321/']);
    expect((await content.list()).filter((path) => !path.includes('ledger'))).toEqual([
      'content/changelog/v1.0.0.md',
      'content/feedback/1.md',
      'content/feedback/2.md',
      'content/feedback/3.md',
      'content/milepost.yml',
    ]);
    expect(await content.read('content/feedback/2.md')).toMatchInlineSnapshot(`
      "---
      title: "Wish 2"
      status: "shipped"
      source: "github"
      repo: "octo/app"
      number: 2
      url: "https://github.test/octo/app/issues/2"
      author: "ada"
      createdAt: "2026-01-01T12:00:00Z"
      closedAt: "2026-02-01T12:00:00Z"
      tags:
        - "old"
        - "ui"
      milestone: "1.0.0"
      shippedIn: "v1.0.0"
      shippedAt: "2026-03-01T12:00:00Z"
      proof:
        - kind: "release"
          url: "https://github.test/octo/app/releases/tag/v1.0.0"
          name: "v1.0.0"
          at: "2026-03-01T12:00:00Z"
      history:
        - at: "2026-01-01T12:00:00Z"
          status: "open"
        - at: "2026-03-01T12:00:00Z"
          status: "shipped"
      ---
      I wish for 2.
      "
    `);
    expect(await content.read('content/feedback/3.md')).toContain('status: "closed"\n');
    expect(await content.read('content/ledger/votes.tsv')).toBe(
      '# item\tvotes\tcomments\n1\t2\t1\n2\t2\t1\n3\t2\t1\n',
    );
    expect(await content.read('content/milepost.yml')).toContain(
      'title: "app"\nrepositories: ["octo/app"]\n',
    );
  });

  test('of very many issues the thousand most wanted are read, and those that moved last, in forty requests', async () => {
    const github = await servePublic(octo(wishes(9_000)));
    const found = paged(wishes(1_000), 100, '/search/issues', (items) => ({ total_count: 9_000, items }));
    const late = Array.from({ length: 4_000 }, (_, at) => restIssue(9_000 - at));
    Object.assign(github.answers, {
      '/search/issues': found,
      [`${HOME}/issues`]: paged(late, 100, `${HOME}/issues`),
    });
    const { said } = await attempt(github);
    expect(github.asked).toHaveLength(40);
    expect(said).toContain('  3,800 of 9,000 issues are here: those wanted most, and those that moved last');
  }, 120_000);

  test('a second try asks for what moved since, and says nothing is left out that is there', async () => {
    const github = await servePublic(octo(wishes(120)));
    const { content } = await attempt(github);
    const before = await content.read('content/feedback/7.md');
    github.asked.splice(0);
    const moved = restIssue(8, { title: 'Better', updated_at: '2026-05-01T00:00:00Z' });
    github.answers[`${HOME}/issues`] = (query: URLSearchParams) =>
      query.get('direction') === 'asc' && query.get('since') === '2026-01-06T23:55:00.000Z'
        ? [moved]
        : new Told(500);
    const { status, said } = await attempt(github, { into: content });
    expect(status).toBe(0);
    expect(github.asked).toHaveLength(4);
    expect(said.join('\n')).not.toContain('issues are here');
    expect(await content.read('content/feedback/7.md')).toBe(before);
    expect(await content.read('content/feedback/8.md')).toContain('title: "Better"\n');
  });

  test('where search is refused the listing alone does, and pull requests in it are left out', async () => {
    const github = await servePublic(
      octo([restIssue(1), restPull(2), ...wishes(150).slice(2)], { '/search/issues': new Told(422) }),
    );
    const { status, content } = await attempt(github);
    expect(status).toBe(0);
    expect(await isThere(content, 'content/feedback/2.md')).toBe(false);
    expect(await isThere(content, 'content/feedback/150.md')).toBe(true);
  });

  test('a limit that is reached on the way keeps what was read, and says so', async () => {
    const github = await servePublic(octo(wishes(300), { '/search/issues': new Told(422) }));
    github.faults.push({ kind: '403 primary', when: ({ path }) => path.includes('page=2') });
    const { status, said, content } = await attempt(github);
    expect(status).toBe(0);
    expect(said).toContain('  only 100 issues are here: those wanted most, and those that moved last');
    expect(said).toContain(
      "  GitHub's limit for this hour ended the reading; it answers again at 2026-11-22T09:00:00.000Z",
    );
    github.faults.splice(0);
    await attempt(github, { into: content });
    expect(await isThere(content, 'content/feedback/300.md')).toBe(true);
  });

  test('with nothing left of the limit it says when to come back, with status 3, and asks no more', async () => {
    const github = await servePublic(octo(wishes(1), { '/rate_limit': rateLimit(0) }));
    const { status, text, steps } = await attempt(github);
    expect(status).toBe(3);
    expect(text).toMatchInlineSnapshot(`
      "GitHub answers 60 requests an hour without a token, and this address has used them up. It answers again at 2026-11-22T09:00:00.000Z, in 60 minutes.
      With a token nothing is left out: GITHUB_TOKEN=$(gh auth token) npx milepost try octo/app
        or make one (no scope needed for public repositories): https://github.com/settings/personal-access-tokens/new"
    `);
    expect(github.asked).toEqual([]);
    expect(steps).toEqual([]);
  });

  test('with nothing left of the limit what was read before is shown', async () => {
    const github = await servePublic(octo(wishes(1)));
    const { content } = await attempt(github);
    github.answers['/rate_limit'] = rateLimit(2);
    const { status, said, steps } = await attempt(github, { into: content });
    expect(status).toBe(0);
    expect(said[1]).toMatch(/^Shown as it was read before\. GitHub answers 60 requests an hour/);
    expect(steps).toHaveLength(3);
  });

  test('what is read is not taken for read by a sync that has a token, nor the other way round', async () => {
    const [data, open] = [
      gitHub(
        repository('octo/app', {
          issues: [issue(1), completed(2, 6, { closedBy: [{ repo: 'octo/app', number: 9 }] })],
          pullRequests: [merged(9, 5)],
          releases: [release('v1.0.0', 8)],
        }),
      ),
      await servePublic(
        octo([restIssue(1), restIssue(2, { state: 'closed', closed_at: '2026-01-06T12:00:00Z' })]),
      ),
    ];
    const { content } = await attempt(open);
    expect(await content.read('content/feedback/2.md')).toContain('status: "closed"\n');
    const whole = await serve(data);
    const withToken = { GITHUB_TOKEN: whole.env.GITHUB_TOKEN, GITHUB_GRAPHQL_URL: `${whole.url}/graphql` };
    const { said, text } = await attempt(open, { into: content, env: withToken });
    expect(text).toBe('');
    expect(said).toContainEqual(expect.stringMatching(/^octo\/app: \d new, \d changed/));
    expect(await content.read('content/feedback/2.md')).toContain('status: "shipped"\n');
    const later = await attempt(open, { into: content });
    expect(later.said).toContainEqual(expect.stringMatching(/^Shown as it was read with a token:/));
    expect(await content.read('content/feedback/2.md')).toContain('status: "shipped"\n');
  });
});

describe('whatever GitHub answers', () => {
  test('hostile words become text in files, and what has no known shape is left out and counted', async () => {
    const github = await servePublic(
      octo([
        restIssue(1, {
          title: '---\nstatus: "shipped"\n\u001B[31m<script>',
          body: '---js\nprocess.exit(1)\n---',
          user: null,
          labels: [{ node_id: 'L', name: '../../x\n- y' }],
          reactions: null,
          milestone: { title: '*' },
        }),
        restIssue(2, { html_url: 'javascript:alert(1)' }),
        restIssue(3, { number: '../3' }),
        restIssue(4, { state: 'nonsense' }),
        JSON.parse('{"number": 5, "__proto__": {"x": 1}}'),
        restIssue(6, { body: null, title: null, user: { login: 'dependabot[bot]', type: 'Bot' } }),
      ]),
    );
    const { status, said, content } = await attempt(github);
    expect(status).toBe(0);
    expect(said).toContain('  4 that came in a shape that GitHub does not document');
    expect((await content.list()).filter((path) => path.includes('feedback'))).toEqual([
      'content/feedback/1.md',
      'content/feedback/6.md',
    ]);
    expect(await content.read('content/feedback/1.md')).toMatchInlineSnapshot(`
      "---
      title: "--- status: \\"shipped\\" [31m<script>"
      status: "open"
      source: "github"
      repo: "octo/app"
      number: 1
      url: "https://github.test/octo/app/issues/1"
      createdAt: "2026-01-01T12:00:00Z"
      tags:
        - "../../x - y"
      milestone: "*"
      history:
        - at: "2026-01-01T12:00:00Z"
          status: "open"
      ---
      ---js
      process.exit(1)
      ---
      "
    `);
    expect(await content.read('content/feedback/6.md')).toContain('title: "Untitled"\n');
  });

  test.each([
    ['html', 'text/html "<!DOCTYPE html><title>Sign in</title>"'],
    ['truncated, chunked', 'JSON that breaks off'],
    ['empty list', '[]'],
    ['truncated', 'JSON that breaks off'],
    ['reset before', 'no connection'],
  ] as const)('%s in place of the repository ends with status 3 and writes nothing', async (kind, got) => {
    const github = await servePublic(octo(wishes(1)));
    github.faults.push({ kind, when: ({ path }) => path === HOME });
    const { status, text, content } = await attempt(github);
    expect({ status, files: await content.list() }).toEqual({ status: 3, files: [] });
    expect(text).toContain(got);
  });

  test('a web page in place of the issues ends with status 3', async () => {
    const github = await servePublic(octo(wishes(1), { '/search/issues': new Told(422) }));
    github.faults.push({ kind: 'html', when: ({ path }) => path.startsWith(`${HOME}/issues`) });
    const { status, text } = await attempt(github);
    expect(status).toBe(3);
    expect(text).toMatch(/expected JSON; got text\/html ".*"\. A proxy or a login page may be in the way/);
  });

  test('pages that lead round in a circle end', async () => {
    const github = await servePublic(octo(wishes(1), { '/search/issues': new Told(422) }));
    github.answers[`${HOME}/issues`] = (query: URLSearchParams, url: string) =>
      new Told(200, [restIssue(Number(query.get('page') ?? 1))], {
        link: `<${url}${HOME}/issues?page=${query.get('page') === '2' ? 3 : 2}>; rel="next"`,
      });
    const { status, text } = await attempt(github);
    expect(status).toBe(3);
    expect(text).toContain('expected the address of the next page; got one that was read before');
    expect(github.asked.length).toBeLessThan(9);
  });

  test('pages that lead to another origin are not followed', async () => {
    const github = await servePublic(octo(wishes(1), { '/search/issues': new Told(422) }));
    github.answers[`${HOME}/issues`] = new Told(200, [], { link: '<http://127.0.0.1:9/x>; rel="next"' });
    const { status, text } = await attempt(github);
    expect(status).toBe(3);
    expect(text).toContain('where alone the token goes; got another');
  });

  test('a repository that is not there ends with status 2', async () => {
    const { status, text } = await attempt(await servePublic({ '/rate_limit': rateLimit(60) }));
    expect(status).toBe(2);
    expect(text).toBe(
      'octo/app: expected a public repository; got none of this name. Check it on GitHub; a private one wants a GITHUB_TOKEN that may read it.',
    );
  });

  test('a repository that was renamed is read under its new name', async () => {
    const github = await servePublic(octo(wishes(1)));
    github.answers['/repos/old/name'] = (_query: URLSearchParams, url: string) =>
      new Told(301, { message: 'Moved' }, { location: `${url}${HOME}` });
    const { status, content } = await attempt(github, { rest: ['https://github.com/old/name/issues?q=1'] });
    expect(status).toBe(2);
    const again = await attempt(github, { rest: ['https://github.com/old/name'], into: content });
    expect(again.status).toBe(0);
    expect(await content.read('content/milepost.yml')).toContain('"octo/app"');
  });
});

describe('what is asked for', () => {
  test.each([[[]], [['app']], [['a/b', 'c/d']], [['../..']], [['octo/..']], [['octo/$(id)']]])(
    '%j is refused with status 2',
    async (rest) => {
      const { status, text } = await attempt({ url: 'http://127.0.0.1:9' }, { rest });
      expect(status).toBe(2);
      expect(text).toMatch(/^milepost try: expected a repository as owner\/name; got /);
    },
  );

  test('a dry run says where it would write, and asks nobody', async () => {
    const { text, content } = await attempt({ url: 'http://127.0.0.1:9' }, { dryRun: true });
    expect(text).toBe('dry run: would read octo/app into DIR, build it and serve it.');
    expect(await content.list()).toEqual([]);
  });

  test('a folder with the roadmap of another repository is left alone', async () => {
    const into = await sandbox({ 'content/milepost.yml': 'repositories: [far/away]\n' });
    const { status, text } = await attempt(await servePublic(octo(wishes(1))), { into });
    expect(status).toBe(2);
    expect(text).toBe(
      'DIR/content/milepost.yml: expected repositories: [octo/app]; got far/away. Choose another place with --keep DIR.',
    );
  });

  test('a folder that is a link to somewhere else is not written to', async () => {
    const into = await sandbox();
    await mkdir(join(into.folder, 'elsewhere'));
    await symlink(join(into.folder, 'elsewhere'), join(into.folder, 'link'));
    const keep = join(into.folder, 'link');
    const { status, text } = await attempt(await servePublic(octo(wishes(1))), { into, own: { keep } });
    expect({ status, files: await into.list() }).toEqual({ status: 2, files: [] });
    expect(text).toContain('DIR/link: expected a folder of yours');
  });

  test('no two repositories share a folder', () => {
    const names = ['a-b/c', 'a/b-c', 'a/b--c', 'a/-b', 'A/b-c'].map(
      (repo) => scratchFor(repo, undefined).folder,
    );
    expect(new Set(names).size).toBe(4);
  });

  test('a browser opens only where somebody is sitting', () => {
    expect(browserFor('linux', { DISPLAY: ':0' }, true)).toEqual(['xdg-open']);
    expect(browserFor('darwin', {}, true)).toEqual(['open']);
    expect(browserFor('linux', { DISPLAY: ':0' }, false)).toBeUndefined();
    expect(browserFor('linux', { DISPLAY: ':0', CI: 'true' }, true)).toBeUndefined();
    expect(browserFor('linux', {}, true)).toBeUndefined();
  });

  test('--no-open opens none', async () => {
    const { steps } = await attempt(await servePublic(octo(wishes(1))), { own: { 'no-open': true } });
    expect(steps).toEqual(['build DIR/content', 'serve 4321']);
  });
});
