import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../../src/model/notice.ts';
import { readNotices } from '../../../src/content/notices.ts';
import { disk } from '../../../scripts/content/write.ts';
import { keyOf, markerOf } from '../../../scripts/notify/key.ts';
import { openLedger } from '../../../scripts/notify/ledger.ts';
import { folderShelf } from '../../../scripts/notify/shelf.ts';
import { gitIn } from '../../../scripts/git/git.ts';
import type { Logged } from '../../github/faults.ts';
import { NOW, sandbox } from '../sandbox.ts';
import { openHub } from './clones.ts';
import { inShort, runOn, SETTINGS, shipped, useStage } from './stage.ts';

const stage = useStage();
const isPost = ({ method }: Logged): boolean => method === 'POST';
const LATER = new Date(NOW.getTime() + 16 * 60_000);
const bodies = async (number: number): Promise<string[]> =>
  (await stage().comments(number)).map(({ body }) => body);
const allOf = (numbers: readonly number[], more = {}): Record<string, string> =>
  Object.assign({}, ...numbers.map((number) => shipped(number, more)));
const wishes = async (count: number): Promise<number[]> => {
  const numbers: number[] = [];
  while (numbers.length < count) numbers.push(await stage().issue());
  return numbers;
};
const run = (folder: string, more: Parameters<typeof runOn>[2] = {}) =>
  runOn({}, stage(), { folder, ...more });

describe('the ledger', () => {
  test('is on the branch, to the byte; the folder has it with the next pull', async () => {
    const [number = 0] = await wishes(1);
    const hub = await openHub(shipped(number));
    const folder = await hub.clone();
    expect((await run(folder)).status).toBe(0);
    const path = `ledger/notices/${placeOf(keyOf('octo/app', number))}`;
    expect(await gitIn(folder).run(['status', '--porcelain'])).toBe('');
    await gitIn(folder).run(['pull', '--quiet', '--ff-only']);
    const text = await readFile(join(folder, path), 'utf8');
    expect(await hub.ledger()).toEqual({ [`content/${path}`]: text });
    expect(
      text.replace(/localhost:\d+/, 'emulate.test').replace(/"at": "(?!2026-11-22T08:00)[^"]+"/, '"at": "…"'),
    ).toMatchInlineSnapshot(`
      "{
        "key": "d6bb51d6b9ace6abfa9b1004",
        "state": "sent",
        "repo": "octo/app",
        "number": 1,
        "at": "2026-11-22T08:00:00.000Z",
        "version": "v1.0.0",
        "comment": {
          "id": 1,
          "url": "http://emulate.test/octo/app/issues/1#issuecomment-1",
          "at": "…"
        }
      }
      "
    `);
    expect((await readNotices(folder)).get(`octo/app#${number}`)?.state).toBe('sent');
    expect(await hub.git.run(['log', '--format=%an %s', '-2', 'main'])).toBe(
      'milepost Record which requests were told\nmilepost Claim the requests that are about to be told\n',
    );
  });

  test('what it knows is not asked of GitHub again, and writes no commit', async () => {
    const hub = await openHub(allOf(await wishes(2)));
    await run(await hub.clone());
    const head = await hub.git.run(['rev-parse', 'main']);
    stage().proxy.reset();
    expect(inShort(await run(await hub.clone())).skipped).toEqual(['1 told', '2 told']);
    expect(stage().proxy.log).toEqual([]);
    expect(await hub.git.run(['rev-parse', 'main'])).toBe(head);
  });

  test('an issue that stays locked leaves no trace in git, and is told once it is open to comments', async () => {
    const number = await stage().issue({ locked: true });
    const hub = await openHub(shipped(number));
    const head = await hub.git.run(['rev-parse', 'main']);
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} locked`]);
    expect(await hub.git.run(['rev-parse', 'main'])).toBe(head);
  });

  test('a refused write gives its claim back: the next run goes on at once', async () => {
    const [number = 0] = await wishes(1);
    const hub = await openHub(shipped(number));
    stage().proxy.faults.push({ kind: '403 forbidden', when: isPost, times: 1 });
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} forbidden`]);
    expect(await hub.ledger()).toEqual({});
    expect(inShort(await run(await hub.clone())).posted).toEqual([number]);
  });

  test('a limit gives back all claims that are left', async () => {
    const hub = await openHub(allOf(await wishes(3)));
    stage().proxy.faults.push({
      kind: '403 secondary',
      when: (one) => isPost(one) && one.path.includes('/2/'),
      times: 1,
    });
    expect(inShort(await run(await hub.clone()))).toEqual({
      posted: [1],
      skipped: ['2 limit', '3 limit'],
      unknown: [],
    });
    expect(inShort(await run(await hub.clone()))).toMatchObject({ posted: [2, 3], skipped: ['1 told'] });
  });

  test.each(['502 after', 'reset after', '502 before', 'reset before'] as const)(
    '%s: unknown, then exactly one comment, and none is written in doubt',
    async (kind) => {
      const [number = 0] = await wishes(1);
      const hub = await openHub(shipped(number));
      stage().proxy.faults.push({ kind, when: isPost, times: 1 });
      expect((await run(await hub.clone())).status).toBe(3);
      const soon = inShort(await run(await hub.clone()));
      expect(soon.skipped).toEqual([`${number} ${kind.endsWith('after') ? 'told' : 'claimed'}`]);
      await run(await hub.clone(), { now: LATER });
      expect(await bodies(number)).toHaveLength(1);
      expect(Object.values(await hub.ledger()).join()).toContain('"state": "sent"');
    },
  );

  test('a remote that refuses the claim lets nothing be posted', async () => {
    const [number = 0] = await wishes(1);
    const hub = await openHub(shipped(number));
    await hub.hook('pre-receive', 'exit 1');
    const ran = await run(await hub.clone());
    expect([ran.status, await bodies(number)]).toEqual([3, []]);
  });

  test('a remote that refuses the record is told of; the next run knows the comment by its marker', async () => {
    const [number = 0] = await wishes(1);
    const hub = await openHub(shipped(number));
    await hub.hook('pre-receive', 'test -e claimed && exit 1; touch claimed');
    const ran = await run(await hub.clone());
    expect([ran.status, inShort(ran).posted]).toEqual([3, [number]]);
    expect(ran.text).toContain(
      'The ledger could not be written; the next run knows what was told by its comments.',
    );
    await hub.unhook();
    expect(inShort(await run(await hub.clone(), { now: LATER })).skipped).toEqual([`${number} told`]);
    expect(await bodies(number)).toHaveLength(1);
    expect(Object.values(await hub.ledger()).join()).toContain('"state": "sent"');
  });

  test('a push whose answer was lost counts', async () => {
    const [number = 0] = await wishes(1);
    const hub = await openHub(shipped(number));
    await hub.hook('post-receive', 'kill -9 $PPID');
    expect(inShort(await run(await hub.clone())).posted).toEqual([number]);
    expect(Object.values(await hub.ledger()).join()).toContain('"state": "sent"');
  });

  test('a ledger that somebody deleted is written anew from the comments', async () => {
    const numbers = await wishes(2);
    const hub = await openHub(allOf(numbers));
    await run(await hub.clone());
    await hub.commit({ ledger: null });
    expect(inShort(await run(await hub.clone())).skipped).toEqual(['1 told', '2 told']);
    for (const number of numbers) expect(await bodies(number)).toHaveLength(1);
    expect(Object.keys(await hub.ledger())).toHaveLength(2);
  });

  test('on a data branch: it makes the branch, and leaves the one that is checked out alone', async () => {
    const [number = 0] = await wishes(1);
    const hub = await openHub(shipped(number));
    await hub.commit({
      'milepost.yml': 'repositories: [octo/app]\nbranch: data\nnotify: { since: 2026-11-20 }\n',
    });
    const head = await hub.git.run(['rev-parse', 'main']);
    await run(await hub.clone());
    expect(await hub.git.run(['rev-parse', 'main'])).toBe(head);
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} told`]);
    expect(await hub.git.run(['ls-tree', '-r', '--name-only', 'data'])).toBe(
      `content/ledger/notices/${placeOf(keyOf('octo/app', number))}\n`,
    );
  });

  test('--no-push keeps it in the folder', async () => {
    const [number = 0] = await wishes(1);
    const hub = await openHub(shipped(number));
    const folder = await hub.clone();
    const local = { flags: { content: folder, own: { 'no-push': true } } };
    expect(inShort(await run(folder, local)).posted).toEqual([number]);
    expect([await hub.ledger(), (await readNotices(folder)).size]).toEqual([{}, 1]);
    expect(inShort(await run(folder)).skipped).toEqual([`${number} told`]);
  });

  test('a dry run claims nothing and pushes nothing', async () => {
    const hub = await openHub(allOf(await wishes(1)));
    const head = await hub.git.run(['rev-parse', 'main']);
    const folder = await hub.clone();
    const ran = await run(folder, { flags: { content: folder, dryRun: true } });
    expect([ran.report.planned.length, await hub.git.run(['rev-parse', 'main'])]).toEqual([1, head]);
    expect(await gitIn(folder).run(['status', '--porcelain'])).toBe('');
  });
});

describe('several runs at once', () => {
  test.each([2, 3, 4])(
    '%i of them on one repository: no double, and nothing missing after one more',
    async (count) => {
      const numbers = await wishes(5);
      const hub = await openHub(allOf(numbers));
      const folders = await Promise.all(Array.from({ length: count }, () => hub.clone()));
      await Promise.all(folders.map((folder) => run(folder)));
      await run(await hub.clone(), { now: LATER });
      expect(stage().proxy.log.filter(isPost)).toHaveLength(5);
      for (const number of numbers) expect(await bodies(number)).toHaveLength(1);
    },
  );

  test('of four in one folder that git knows nothing of, one wins each claim', async () => {
    const { folder } = await sandbox();
    const due = [1, 2, 3].map((number) => ({
      key: keyOf('octo/app', number),
      repo: 'octo/app',
      number,
      url: undefined,
      shippedAt: NOW.toISOString(),
      body: '',
      canonical: undefined,
      version: 'v1.0.0',
    }));
    const claims = ['a', 'b', 'c', 'd'].map((name) =>
      openLedger(folderShelf(folder, disk), undefined, name, () => NOW).claim(due),
    );
    expect((await Promise.all(claims)).map(({ size }) => size).sort()).toEqual([0, 0, 0, 3]);
  });

  test('of two comments with the same marker the first stays, whoever wrote between them', async () => {
    const [number = 0] = await wishes(1);
    const marked = `Shipped.\n\n${markerOf(keyOf('octo/app', number))}`;
    for (const as of ['eve', 'bot', 'octo', 'bot'] as const) await stage().say(number, marked, as);
    const hub = await openHub(shipped(number));
    const ran = await run(await hub.clone());
    expect(ran.report.swept.map(({ comment }) => comment.id)).toEqual([4]);
    expect((await stage().comments(number)).map(({ user }) => user.login)).toEqual([
      'eve',
      'milepost-bot',
      'octo',
    ]);
    expect(Object.values(await hub.ledger()).join()).toContain('"id": 2');
  });

  test('even with no ledger between them, one comment is left', async () => {
    const [number = 0] = await wishes(1);
    await Promise.all([1, 2].map(() => runOn(shipped(number), stage())));
    await runOn(shipped(number), stage());
    expect(await bodies(number)).toHaveLength(1);
  });
});

describe('what people do to a comment', () => {
  const toldOnce = async () => {
    const [number = 0] = await wishes(1);
    const hub = await openHub(shipped(number));
    await run(await hub.clone());
    const [comment] = await stage().comments(number);
    return { number, hub, id: comment?.id ?? 0 };
  };
  const again = { shippedIn: 'v1.1.0', shippedAt: '2026-11-22T07:00:00Z' };

  test('one that was deleted stays so, also when a later release comes', async () => {
    const { number, hub, id } = await toldOnce();
    await stage().remove(id);
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} told`]);
    await hub.commit(shipped(number, again));
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} deleted`]);
    stage().proxy.reset();
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} told`]);
    expect([stage().proxy.log, await bodies(number)]).toEqual([[], []]);
  });

  test('one whose marker was taken out is theirs: no second one, no edit', async () => {
    const { number, hub, id } = await toldOnce();
    await stage().rewrite(id, 'It is out, enjoy!', 'octo');
    await hub.commit(shipped(number, again));
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} rewritten`]);
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} told`]);
    expect(await bodies(number)).toEqual(['It is out, enjoy!']);
  });

  test('a later release edits it, once, and a dry run shows the edit', async () => {
    const { number, hub, id } = await toldOnce();
    await hub.commit(shipped(number, again));
    const folder = await hub.clone();
    const dry = await run(folder, { flags: { content: folder, dryRun: true } });
    expect(dry.text).toContain('1 comment would be edited');
    const before = await bodies(number);
    const ran = await run(await hub.clone());
    const after = await bodies(number);
    expect(ran.report.edited.map(({ comment }) => comment.id)).toEqual([id]);
    expect(before.join()).toContain('v1.0.0');
    expect(after).toEqual([dry.report.edited[0]?.body]);
    expect(after.join()).toContain('`v1.1.0`');
    stage().proxy.reset();
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} told`]);
    expect(stage().proxy.log).toEqual([]);
  });

  test('one in another language than the site’s today stays as it is, until a later release', async () => {
    const { number, hub } = await toldOnce();
    const before = await bodies(number);
    await hub.commit({ 'milepost.yml': `${SETTINGS}locale: de\n` });
    stage().proxy.reset();
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} told`]);
    expect(stage().proxy.log).toEqual([]);
    await hub.commit({ ledger: null });
    expect(inShort(await run(await hub.clone())).skipped).toEqual([`${number} told`]);
    expect(await bodies(number)).toEqual(before);
    await hub.commit(shipped(number, again));
    await run(await hub.clone());
    const [after = '', ...others] = await bodies(number);
    expect(others).toEqual([]);
    expect(after).toContain('Das ist in [`v1.1.0`]');
  });
});
