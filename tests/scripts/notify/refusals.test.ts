import { describe, expect, test } from 'vitest';
import type { Logged } from '../../github/faults.ts';
import { inShort, runOn, SETTINGS, shipped, useStage } from './stage.ts';

const stage = useStage();
const isPost = ({ method }: Logged): boolean => method === 'POST';
const isIssue =
  (number: number) =>
  ({ method, path }: Logged): boolean =>
    method === 'GET' && path.endsWith(`/issues/${number}`);
const duplicateOf = (number: number, of: number) =>
  shipped(number, {
    status: 'open',
    shippedIn: undefined,
    shippedAt: undefined,
    proof: undefined,
    duplicateOf: String(of),
  });

/** Runs on one issue that something keeps from being told, and on one that nothing does. */
async function runBeside(number: number, more: Record<string, unknown> = {}) {
  const other = await stage().issue();
  const ran = await runOn({ ...shipped(number, more), ...shipped(other) }, stage());
  expect(ran.report.posted.map((one) => one.number)).toEqual([other]);
  expect([ran.status, await stage().comments(other)]).toMatchObject([
    0,
    [{ user: { login: 'milepost-bot' } }],
  ]);
  return { ...inShort(ran), log: [...stage().proxy.log] };
}

describe('what GitHub says against telling an issue is a note, and the others are told', () => {
  test.each([
    ['a locked issue', { locked: true }, 'locked'],
    ['one that is open again', { state: 'open' }, 'open'],
    ['one that was closed as not planned since', { reason: 'not_planned' }, 'not-completed'],
    ['one with the quiet label, written another way', { labels: ['Roadmap: Quiet'] }, 'quiet'],
  ] as const)('%s: %o', async (_, wish, reason) => {
    const number = await stage().issue({ ...wish, labels: 'labels' in wish ? [...wish.labels] : [] });
    expect((await runBeside(number)).skipped).toEqual([`${number} ${reason}`]);
    expect(await stage().comments(number)).toEqual([]);
  });

  test.each([
    [404, 'gone'],
    [410, 'gone'],
    [451, 'status 451'],
  ])('GitHub answers %i to reading the issue: %s', async (status, reason) => {
    const number = await stage().issue();
    stage().proxy.canned.push({ when: isIssue(number), reply: { status } });
    expect((await runBeside(number)).skipped).toEqual([`${number} ${reason}`]);
  });

  test('a transferred issue (301) is told neither here nor where it went', async () => {
    const [number, moved] = [await stage().issue(), await stage().issue({}, 'octo/other')];
    const location = `${stage().proxy.url}/repos/octo/other/issues/${moved}`;
    stage().proxy.canned.push({
      when: (request) => isIssue(number)(request) && request.path.includes('/app/'),
      reply: { status: 301, headers: { location } },
    });
    expect((await runBeside(number)).skipped).toEqual([`${number} transferred`]);
    expect(await stage().comments(moved, 'octo/other')).toEqual([]);
  });

  test('an issue that went to another repository and kept its number is seen to be elsewhere', async () => {
    const [number, moved] = [await stage().issue(), await stage().issue({}, 'octo/other')];
    expect(moved).toBe(number);
    const location = `${stage().proxy.url}/repos/octo/other/issues/${moved}`;
    stage().proxy.canned.push({
      when: (request) => isIssue(number)(request) && request.path.includes('/app/'),
      reply: { status: 301, headers: { location } },
    });
    expect((await runBeside(number)).skipped).toEqual([`${number} transferred`]);
  });

  test('a renamed repository is written to under its new name', async () => {
    const number = await stage().issue({}, 'octo/other');
    const reply = { status: 200, body: JSON.stringify({ full_name: 'octo/other', archived: false }) };
    stage().proxy.canned.push({ when: ({ path }) => path === '/repos/octo/app', reply });
    expect(inShort(await runOn(shipped(number), stage())).posted).toEqual([number]);
    expect(inShort(await runOn(shipped(number), stage())).skipped).toEqual([`${number} told`]);
    expect(await stage().comments(number, 'octo/other')).toHaveLength(1);
  });

  test.each([
    ['archived', { status: 200, body: JSON.stringify({ full_name: 'octo/app', archived: true }) }],
    ['no-access', { status: 404 }],
  ])('a repository: %s, and no issue of it is asked for', async (reason, reply) => {
    const numbers = [await stage().issue(), await stage().issue()];
    stage().proxy.canned.push({ when: ({ path }) => path === '/repos/octo/app', reply });
    const ran = await runOn(Object.assign({}, ...numbers.map((number) => shipped(number))), stage());
    expect([inShort(ran).skipped, ran.status]).toEqual([numbers.map((number) => `${number} ${reason}`), 0]);
    expect(stage().proxy.log.map(({ path }) => path)).toEqual(['/user', '/repos/octo/app']);
  });

  test.each([
    [403, 'Unable to create comment because issue is locked.', 'locked'],
    [403, 'Repository was archived so is read-only.', 'archived'],
    [403, 'Resource not accessible by integration', 'forbidden'],
    [404, 'Not Found', 'gone'],
    [410, 'This issue was deleted', 'gone'],
    [422, 'Validation Failed', 'status 422'],
  ])('GitHub answers %i "%s" to the comment: %s', async (status, message, reason) => {
    const number = await stage().issue();
    const when = (request: Logged): boolean => isPost(request) && request.path.includes(`/issues/${number}/`);
    stage().proxy.canned.push({ when, reply: { status, body: JSON.stringify({ message }) } });
    const { skipped, log } = await runBeside(number);
    expect(skipped).toEqual([`${number} ${reason}`]);
    expect(log.filter(when)).toHaveLength(1);
  });
});

describe('duplicates', () => {
  test('each is told once, with a link to the canonical issue', async () => {
    const [main, one, two] = [
      await stage().issue(),
      await stage().issue(),
      await stage().issue({ reason: 'not_planned' }),
    ];
    const files = { ...shipped(main), ...duplicateOf(one, main), ...duplicateOf(two, one) };
    expect(inShort(await runOn(files, stage())).posted).toEqual([main, one, two]);
    expect(inShort(await runOn(files, stage())).skipped).toEqual(
      [main, one, two].map((number) => `${number} told`),
    );
    expect((await stage().comments(two))[0]?.body).toContain(
      `This is the same request as [#${main}](https://github.test/octo/app/issues/${main}), which has shipped`,
    );
  });

  test('none is told while the canonical issue is open again', async () => {
    const [main, one] = [await stage().issue({ state: 'open' }), await stage().issue()];
    const ran = await runOn({ ...shipped(main), ...duplicateOf(one, main) }, stage());
    expect(inShort(ran)).toEqual({ posted: [], skipped: [`${main} open`, `${one} open`], unknown: [] });
  });
});

describe('how much one run writes', () => {
  const files = (numbers: readonly number[]): Record<string, string> =>
    Object.assign(
      { 'milepost.yml': `${SETTINGS}`.replace('{ since', '{ cap: 2, since') },
      ...numbers.map((number) => shipped(number)),
    );

  test('at most `cap`; the next runs go on where it ended', async () => {
    const numbers: number[] = [];
    for (let count = 0; count < 5; count += 1) numbers.push(await stage().issue());
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers;
    const [first, second, third] = [
      await runOn(files(numbers), stage()),
      await runOn(files(numbers), stage()),
      await runOn(files(numbers), stage()),
    ];
    expect(
      [first, second, third].map((ran) => [ran.status, ran.report.posted.map(({ number }) => number)]),
    ).toEqual([
      [0, [a, b]],
      [0, [c, d]],
      [0, [e]],
    ]);
    expect(inShort(first).skipped).toEqual([`${c} cap`, `${d} cap`, `${e} cap`]);
    expect(first.report.planned.map(({ number }) => number)).toEqual([a, b]);
  });

  test.each(['403 secondary', '429'] as const)(
    'a limit on writing (%s) ends the run at once, with octokit as users have it',
    async (kind) => {
      const numbers = [await stage().issue(), await stage().issue(), await stage().issue()];
      stage().proxy.faults.push({ kind, when: isPost, wait: 30 });
      const ran = await runOn(Object.assign({}, ...numbers.map((number) => shipped(number))), stage(), {
        isReal: true,
      });
      expect(inShort(ran)).toEqual({
        posted: [],
        skipped: numbers.map((number) => `${number} limit`),
        unknown: [],
      });
      expect(ran.status).toBe(3);
      expect(ran.text).toContain(
        'GitHub asks to wait. Run the command again after 2026-11-22T08:00:30.000Z.',
      );
      expect(stage().proxy.log.filter(isPost)).toHaveLength(1);
    },
  );

  test.each(['403 primary', '429'] as const)(
    'so does a limit on reading (%s): nothing more is asked, nothing is claimed',
    async (kind) => {
      const [first, second] = [await stage().issue(), await stage().issue()];
      stage().proxy.faults.push({ kind, when: isIssue(second) });
      const ran = await runOn({ ...shipped(first), ...shipped(second) }, stage());
      expect([inShort(ran), ran.status]).toEqual([
        { posted: [], skipped: [`${first} limit`, `${second} limit`], unknown: [] },
        3,
      ]);
      expect(stage().proxy.log.filter(isPost)).toEqual([]);
      expect(ran.text).toContain('Run the command again after 2026-11-22T09:00:00.000Z.');
    },
  );
});

test('two comments are three seconds apart, with octokit as users have it', async () => {
  const numbers = [await stage().issue(), await stage().issue()];
  const at: number[] = [];
  stage().proxy.canned.push({
    when: (request) => {
      if (isPost(request)) at.push(performance.now());
      return false;
    },
    reply: { status: 500 },
  });
  await runOn(Object.assign({}, ...numbers.map((number) => shipped(number))), stage(), { isReal: true });
  const [first = 0, second = 0] = at;
  expect(second - first).toBeGreaterThan(2900);
}, 20_000);

describe('what stops a run before it begins', () => {
  test.each([
    [
      '401',
      2,
      'GET /user: expected a token that GitHub knows; got 401 "Bad credentials". Make another: https://github.com/settings/personal-access-tokens/new',
    ],
    [
      'html',
      3,
      'GET /user: expected answer in the shape that GitHub documents (Invalid input: expected object, received string); got "<!DOCTYPE html><title>Sign in</title>". Run the command again; what was read is kept.',
    ],
    [
      '429',
      3,
      'GET /user: expected an answer; got secondary rate limit. Run the command again after 2026-11-22T09:00:00.000Z; what was read is kept.',
    ],
  ] as const)('%s to who we are', async (kind, status, text) => {
    const number = await stage().issue();
    stage().proxy.faults.push({ kind, when: ({ path }) => path === '/user' });
    expect(await runOn(shipped(number), stage())).toMatchObject({ status, text });
    expect(await stage().comments(number)).toEqual([]);
  });
});
