import { Octokit } from 'octokit';
import { describe, expect, test } from 'vitest';
import { keyOf, markerOf } from '../../../scripts/notify/key.ts';
import type { FaultKind, Logged } from '../../github/faults.ts';
import { inShort, runOn, shipped, useStage } from './stage.ts';

const stage = useStage();
const isPost = ({ method }: Logged): boolean => method === 'POST';
const isList = ({ method, path }: Logged): boolean => method === 'GET' && path.includes('/comments');
const isIssue = ({ method, path }: Logged): boolean => method === 'GET' && /\/issues\/\d+$/.test(path);

const once = (number: number) => ({ posted: [number], skipped: [], unknown: [] });
const before = (number: number) => ({ posted: [], skipped: [`${number} told`], unknown: [] });

const sayOften = async (number: number, times: number): Promise<void> => {
  for (let count = 0; count < times; count += 1) await stage().say(number, 'Me too.', 'eve');
};

describe('one comment per issue, exactly once', () => {
  test('a shipped issue gets its comment, whole', async () => {
    const number = await stage().issue();
    const ran = await runOn(shipped(number), stage());
    expect(inShort(ran)).toEqual(once(number));
    expect(ran.status).toBe(0);
    const [comment] = await stage().comments(number);
    expect(comment).toMatchObject({ user: { login: 'milepost-bot' }, body: ran.report.planned[0]?.body });
    expect(ran.report.posted[0]?.comment.id).toBe(comment?.id);
    expect(comment?.body).toMatchInlineSnapshot(`
      "This has shipped in [\`v1.0.0\`](https://github.test/octo/app/releases/tag/v1.0.0), with [#900](https://github.test/octo/app/pull/900). Thank you for asking.

      <!-- milepost:notify v1 d6bb51d6b9ace6abfa9b1004 -->"
    `);
  });

  test('three runs leave one comment', async () => {
    const number = await stage().issue();
    const runs = [];
    for (let run = 0; run < 3; run += 1) runs.push(inShort(await runOn(shipped(number), stage())));
    expect(runs).toEqual([once(number), before(number), before(number)]);
    expect(await stage().comments(number)).toHaveLength(1);
  });

  /** How a write fails, what the report then says, and what the next run does. */
  const FAILURES: [FaultKind, string, 'told' | 'posted'][] = [
    ['502 after', 'status 502', 'told'],
    ['502 before', 'status 502', 'posted'],
    ['reset after', 'no answer', 'told'],
    ['reset before', 'no answer', 'posted'],
    ['html', 'unreadable answer', 'told'],
    ['truncated', 'unreadable answer', 'told'],
    ['truncated, chunked', 'unreadable answer', 'told'],
    ['empty list', 'unreadable answer', 'told'],
  ];
  test.each(FAILURES)(
    'a write that fails with %s is unknown (%s), and after the next run there is one comment',
    async (kind, reason, next) => {
      const [number, other] = [await stage().issue(), await stage().issue()];
      const files = { ...shipped(number), ...shipped(other) };
      stage().proxy.faults.push({ kind, when: isPost, times: 1 });
      const first = await runOn(files, stage());
      expect(inShort(first)).toEqual({ posted: [other], skipped: [], unknown: [`${number} ${reason}`] });
      expect(first.status).toBe(3);
      expect(stage().proxy.log.filter(isPost)).toHaveLength(2);
      const again = await runOn(files, stage());
      expect(inShort(again).posted).toEqual(next === 'posted' ? [number] : []);
      expect(again.status).toBe(0);
      expect(await stage().comments(number)).toHaveLength(1);
      expect(await stage().comments(other)).toHaveLength(1);
    },
  );

  const UNREADABLE: FaultKind[] = ['html', 'truncated', 'truncated, chunked', '502 before', 'reset before'];
  describe.each(UNREADABLE)('a read that fails with %s', (kind) => {
    test.each([
      ['the issue', isIssue],
      ['its comments', isList],
    ])('of %s lets nothing be posted', async (_, when) => {
      const number = await stage().issue();
      await runOn(shipped(number), stage());
      stage().proxy.faults.push({ kind, when });
      const ran = await runOn(shipped(number), stage());
      expect([ran.status, ran.report.unknown.length, ran.report.planned]).toEqual([3, 1, []]);
      expect(await stage().comments(number)).toHaveLength(1);
    });
  });

  test('an empty list where the issue has comments is not believed', async () => {
    const number = await stage().issue();
    await runOn(shipped(number), stage());
    stage().proxy.faults.push({ kind: 'empty list', when: isList });
    expect(inShort(await runOn(shipped(number), stage())).unknown).toEqual([`${number} unreadable answer`]);
    expect(await stage().comments(number)).toHaveLength(1);
  });

  test('one failed read is asked again within the run', async () => {
    const number = await stage().issue();
    stage().proxy.faults.push({ kind: '502 before', when: isList, times: 1 });
    expect(inShort(await runOn(shipped(number), stage()))).toEqual(once(number));
  });

  test('a stranger who pastes the marker silences nobody', async () => {
    const number = await stage().issue();
    await stage().say(number, `Told already!\n\n${markerOf(keyOf('octo/app', number))}`, 'eve');
    expect(inShort(await runOn(shipped(number), stage()))).toEqual(once(number));
    expect(inShort(await runOn(shipped(number), stage()))).toEqual(before(number));
    expect((await stage().comments(number)).map(({ user }) => user.login)).toEqual(['eve', 'milepost-bot']);
  });

  test('the comment is found under 130 later ones', async () => {
    const number = await stage().issue();
    await runOn(shipped(number), stage());
    await sayOften(number, 130);
    expect(inShort(await runOn(shipped(number), stage()))).toEqual(before(number));
  });

  test.each([
    ['with', true],
    ['without', false],
  ])('and on the second page, %s the header that tells of one', async (_, hasLink) => {
    const number = await stage().issue();
    await sayOften(number, 130);
    const firstPage = (request: Logged): boolean => isList(request) && /[?&]page=1(?:&|$)/.test(request.path);
    const body = JSON.stringify((await stage().comments(number)).slice(0, 100));
    await runOn(shipped(number), stage());
    stage().proxy.reset();
    if (!hasLink) stage().proxy.canned.push({ when: firstPage, reply: { status: 200, body } });
    expect(inShort(await runOn(shipped(number), stage()))).toEqual(before(number));
    expect(
      stage()
        .proxy.log.map((request) => [isList(request), firstPage(request)])
        .slice(-2),
    ).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  test('a token of Actions, which may not ask who it is, writes and finds its comments as github-actions[bot]', async () => {
    const number = await stage().issue();
    const [env, when] = [{ GITHUB_TOKEN: 'actions' }, ({ path }: Logged) => path === '/user'];
    stage().proxy.faults.push({ kind: '403 forbidden', when });
    expect(inShort(await runOn(shipped(number), stage(), { env }))).toEqual(once(number));
    expect(inShort(await runOn(shipped(number), stage(), { env }))).toEqual(before(number));
  });

  test('the token of another app learns its name from GraphQL', async () => {
    const number = await stage().issue();
    stage().proxy.faults.push({ kind: '403 forbidden', when: ({ path }) => path === '/user' });
    stage().proxy.canned.push({
      when: ({ path }) => path === '/graphql',
      reply: { status: 200, body: JSON.stringify({ data: { viewer: { login: 'milepost-bot' } } }) },
    });
    expect(inShort(await runOn(shipped(number), stage()))).toEqual(once(number));
    expect(inShort(await runOn(shipped(number), stage()))).toEqual(before(number));
  });
});

describe('the harness has teeth: posting without reading, with octokit as it comes', () => {
  const naive = async (number: number): Promise<void> => {
    const octokit = new Octokit({
      auth: 'bot',
      baseUrl: stage().proxy.url,
      retry: { retryAfterBaseValue: 1 },
      throttle: { enabled: false },
    });
    await octokit.rest.issues
      .createComment({ owner: 'octo', repo: 'app', issue_number: number, body: 'It shipped.' })
      .catch(() => {});
  };

  test.each<FaultKind>(['502 after', 'reset after'])('%s: doubles', async (kind) => {
    const number = await stage().issue();
    stage().proxy.faults.push({ kind, when: isPost, times: 3 });
    await naive(number);
    expect((await stage().comments(number)).length).toBeGreaterThanOrEqual(2);
  });

  test('run again: doubles', async () => {
    const number = await stage().issue();
    await naive(number);
    await naive(number);
    expect(await stage().comments(number)).toHaveLength(2);
  });
});
