import { expect, test } from 'vitest';
import { inShort, runOn, shipped, useStage } from './stage.ts';

const stage = useStage();
const NO_TOKEN = { env: { GITHUB_TOKEN: undefined } };

test('a dry run prints exactly the comments that the run then posts, and posts none', async () => {
  const [one, locked] = [await stage().issue(), await stage().issue({ locked: true })];
  const [files, env] = [
    { ...shipped(one), ...shipped(locked) },
    { MILEPOST_SITE: 'https://octo.github.io/app' },
  ];
  const dry = await runOn(files, stage(), { flags: { dryRun: true }, env });
  expect(await stage().comments(one)).toEqual([]);
  expect(stage().proxy.log.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(inShort(dry)).toEqual({ posted: [], skipped: [`${locked} locked`], unknown: [] });
  expect(dry.text).toMatchInlineSnapshot(`
    "--- octo/app#1  https://github.test/octo/app/issues/1
    This has shipped in [\`v1.0.0\`](https://github.test/octo/app/releases/tag/v1.0.0), with [#900](https://github.test/octo/app/pull/900). Thank you for asking. [See it on the roadmap](https://octo.github.io/app/feedback/1/).

    <!-- milepost:notify v1 d6bb51d6b9ace6abfa9b1004 -->

    dry run: 1 comment would be posted
    skipped, locked: octo/app#2"
  `);
  await runOn(files, stage(), { env });
  const [comment] = await stage().comments(one);
  expect(dry.report.planned.map(({ body }) => body)).toEqual([comment?.body]);
  expect(dry.text).toContain(comment?.body);
});

test('what was told is not planned again', async () => {
  const number = await stage().issue();
  await runOn(shipped(number), stage());
  const dry = await runOn(shipped(number), stage(), { flags: { dryRun: true } });
  expect(dry.report).toMatchObject({
    planned: [],
    posted: [],
    skipped: [{ number, reason: 'told' }],
    unknown: [],
  });
  expect(dry.text).toBe('dry run: 0 comments would be posted\n1 told before');
});

test('without a token the plan is that of the files, and says so', async () => {
  const dry = await runOn(shipped(7), stage(), { ...NO_TOKEN, flags: { dryRun: true } });
  expect(stage().proxy.log).toEqual([]);
  expect(dry).toMatchObject({ status: 0, report: { planned: [{ repo: 'octo/app', number: 7 }] } });
  expect(dry.text).toMatchInlineSnapshot(`
    "--- octo/app#7  https://github.test/octo/app/issues/7
    This has shipped in [\`v1.0.0\`](https://github.test/octo/app/releases/tag/v1.0.0), with [#900](https://github.test/octo/app/pull/900). Thank you for asking.

    <!-- milepost:notify v1 c94a8a6d6dfbfa74483169b2 -->

    dry run: 1 comment would be posted
    This is what the files say; it was not compared with GitHub, for there is no GITHUB_TOKEN.
    Issues that are told already, locked or open again are left out when there is one."
  `);
});

test('without a token nothing is posted, and the message says how to get one', async () => {
  const ran = await runOn(shipped(7), stage(), NO_TOKEN);
  expect(ran.status).toBe(2);
  expect(ran.text).toContain('GITHUB_TOKEN=$(gh auth token)');
});

test('without a baseline nothing is sent, and the message shows the line to add', async () => {
  const number = await stage().issue();
  const ran = await runOn({ ...shipped(number), 'milepost.yml': 'repositories: [octo/app]\n' }, stage());
  expect(ran).toMatchObject({ status: 0, report: { planned: [], posted: [], skipped: [], unknown: [] } });
  expect(ran.text).toMatchInlineSnapshot(`
    "Nothing is sent: \`notify.since\` is not set, and without it a first run would tell everybody of everything that ever shipped.
    In content/milepost.yml, so that what ships from today on is told:

    notify:
      since: 2026-11-22"
  `);
  expect(stage().proxy.log).toEqual([]);
});

test('the report of a run, in words and whole', async () => {
  const [one, locked] = [await stage().issue(), await stage().issue({ locked: true })];
  const ran = await runOn({ ...shipped(one), ...shipped(locked) }, stage());
  const plain = (text: string): string => text.replace(/http:\/\/localhost:\d+/g, 'http://emulate.test');
  expect(plain(ran.text)).toMatchInlineSnapshot(`
    "1 comment posted
      octo/app#1  http://emulate.test/octo/app/issues/1#issuecomment-1
    skipped, locked: octo/app#2"
  `);
  expect(JSON.parse(plain(JSON.stringify(ran.report)))).toMatchInlineSnapshot(`
    {
      "edited": [],
      "planned": [
        {
          "body": "This has shipped in [\`v1.0.0\`](https://github.test/octo/app/releases/tag/v1.0.0), with [#900](https://github.test/octo/app/pull/900). Thank you for asking.

    <!-- milepost:notify v1 d6bb51d6b9ace6abfa9b1004 -->",
          "key": "d6bb51d6b9ace6abfa9b1004",
          "number": 1,
          "repo": "octo/app",
          "shippedAt": "2026-11-22T06:00:00Z",
          "url": "https://github.test/octo/app/issues/1",
        },
      ],
      "posted": [
        {
          "comment": {
            "id": 1,
            "url": "http://emulate.test/octo/app/issues/1#issuecomment-1",
          },
          "key": "d6bb51d6b9ace6abfa9b1004",
          "number": 1,
          "repo": "octo/app",
          "url": "https://github.test/octo/app/issues/1",
        },
      ],
      "skipped": [
        {
          "key": "4f10e4adeab5898bb107958b",
          "number": 2,
          "reason": "locked",
          "repo": "octo/app",
          "url": "https://github.test/octo/app/issues/2",
        },
      ],
      "swept": [],
      "unknown": [],
    }
  `);
});

test('a file that cannot be read is told of, and the others are told', async () => {
  const number = await stage().issue();
  const ran = await runOn({ ...shipped(number), 'feedback/99.md': '---\ntitle: [\n---\n' }, stage());
  expect(inShort(ran).posted).toEqual([number]);
  expect(ran.said).toEqual([
    '1 problem in the content: what cannot be read is not told. milepost check lists them.',
  ]);
});

test('an odd address of the site is refused before anything is sent', async () => {
  const ran = await runOn(shipped(1), stage(), { flags: { own: { site: 'octo.github.io/app' } } });
  expect(ran).toMatchObject({
    status: 2,
    text: '--site: expected the address of the site, such as https://octo.github.io/app/; got "octo.github.io/app". Correct it, or leave it out.',
  });
});

test('no token shows in anything that is said', async () => {
  const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
  stage().proxy.faults.push({ kind: '401', when: ({ path }) => path === '/user' });
  const ran = await runOn(shipped(1), stage(), { env: { GITHUB_TOKEN: token } });
  expect(ran.status).toBe(2);
  expect(JSON.stringify(ran)).not.toContain(token);
});
