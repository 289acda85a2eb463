import { describe, expect, test } from 'vitest';
import { planMilestones } from '../../scripts/sync/milestones.ts';
import type { Milestone } from '../../src/model/milestones.ts';
import {
  day,
  gitHub,
  issue,
  milestone,
  type MilestoneData,
  release,
  repository,
  type RepositoryData,
} from '../github/data.ts';
import { NOW, runSyncIn, sandbox, serve } from './sandbox.ts';

const BOOK = 'ledger/milestones.tsv';
const HEADER = '# repository\tnumber\tdue\tfirst due\ttitle\n';

/** Syncs once, then lets tests sync again an hour later. */
async function synced(parts: Partial<RepositoryData>, lacks: string[] = []) {
  const github = await serve({ ...gitHub(repository('octo/app', parts)), lacks });
  const content = await sandbox();
  const first = await runSyncIn(content, github);
  const [home] = github.data.repositories;
  if (!home) throw new Error('the repository is there');
  const again = (own: Record<string, boolean> = {}) =>
    runSyncIn(content, github, { now: new Date(NOW.getTime() + 3_600_000), flags: { own } });
  const lines = async (): Promise<string[]> =>
    (await content.read(BOOK)).slice(HEADER.length).trimEnd().split('\n');
  const change = (number: number, to: Partial<MilestoneData>): void =>
    void Object.assign(home.milestones?.find((one) => one.number === number) ?? {}, to);
  return { github, content, first, home, again, lines, change };
}

const many = (count: number): MilestoneData[] =>
  Array.from({ length: count }, (_, at) => milestone(at + 1, `v${at + 1}`, at + 1));

describe('milestones', () => {
  test('are taken down with their dates, and cost no request', async () => {
    const { content, first } = await synced({
      issues: [issue(1, { milestone: 'v1' })],
      milestones: [milestone(1, 'v1', 40), milestone(2, 'Some\u202E day\n', null)],
    });
    expect(first.report).toMatchObject({ created: 1, requests: 2, points: 3 });
    expect(await content.read(BOOK)).toBe(
      `${HEADER}octo/app\t1\t2026-02-09\t2026-02-09\tv1\nocto/app\t2\t-\t-\tSome day\n`,
    );
  });

  test('where there are none make no file', async () => {
    const { content } = await synced({ issues: [issue(1)] });
    expect(await content.list()).not.toContain(BOOK);
  });

  test('that this GitHub does not tell of are none, and those known stay', async () => {
    const { content, first, github, again } = await synced({ issues: [issue(1)], milestones: many(2) });
    expect(first.status).toBe(0);
    const before = await content.digest();
    github.data.lacks = ['Repository.milestones'];
    expect(await again({ full: true })).toMatchObject({ status: 0, said: [] });
    expect(await content.digest()).toBe(before);
  });

  test('keep the date that they had first, wherever it moves, and when it is taken away', async () => {
    const { again, lines, change } = await synced({ milestones: many(1), issues: [issue(1)] });
    change(1, { dueOn: day(90) });
    await again();
    expect(await lines()).toEqual(['octo/app\t1\t2026-03-31\t2026-01-01\tv1']);
    change(1, { dueOn: null });
    await again();
    expect(await lines()).toEqual(['octo/app\t1\t-\t2026-01-01\tv1']);
    change(1, { dueOn: day(60) });
    await again();
    expect(await lines()).toEqual(['octo/app\t1\t2026-03-01\t2026-01-01\tv1']);
  });

  test('whose date alone has moved are news; where nothing moved no byte is written', async () => {
    const { content, again, change } = await synced({ milestones: many(2), issues: [issue(1)] });
    const before = await content.digest();
    await again();
    expect(await content.digest()).toBe(before);
    change(2, { dueOn: day(90) });
    expect((await again()).report).toMatchObject({ created: 0, updated: 0, requests: 3 });
    expect(JSON.parse(await content.read('ledger/sync.json'))).toHaveProperty(
      'syncedAt',
      '2026-11-22T09:00:00.000Z',
    );
  });

  test('with another name reach the items that have them, though nothing moved there', async () => {
    const { content, again, lines, home, change } = await synced({
      issues: [issue(1, { milestone: 'v1' }), issue(2, { milestone: 'v2' })],
      milestones: many(2),
    });
    change(1, { title: 'One' });
    Object.assign(home.issues[0] ?? {}, { milestone: 'One' });
    expect((await again()).report).toMatchObject({ updated: 1, unchanged: 1 });
    expect(await content.read('feedback/1.md')).toContain('milestone: "One"\n');
    expect(await lines()).toEqual([
      'octo/app\t1\t2026-01-01\t2026-01-01\tOne',
      'octo/app\t2\t2026-01-02\t2026-01-02\tv2',
    ]);
    const before = await content.digest();
    expect((await again()).report).toMatchObject({ updated: 0 });
    expect(await content.digest()).toBe(before);
  });

  test('beyond the hundred that changed last are read with a full sync only', async () => {
    const { github, again, lines, change } = await synced({ issues: [issue(1)], milestones: many(130) });
    const asked = (): number => github.log.filter(({ operation }) => operation === 'Milestones').length;
    expect([asked(), (await lines()).length]).toEqual([1, 130]);
    change(1, { dueOn: day(200) });
    change(130, { dueOn: day(201) });
    await again();
    expect([asked(), (await lines()).at(0), (await lines()).at(-1)]).toEqual([
      1,
      'octo/app\t1\t2026-01-01\t2026-01-01\tv1',
      'octo/app\t130\t2026-07-20\t2026-05-10\tv130',
    ]);
    await again({ full: true });
    expect([asked(), (await lines()).at(0)]).toEqual([2, 'octo/app\t1\t2026-07-19\t2026-01-01\tv1']);
  });

  test('that are gone go, unless they are too many to be believed', async () => {
    const { again, lines, home } = await synced({ issues: [issue(1)], milestones: many(30) });
    home.milestones?.splice(0, 1);
    await again();
    expect(await lines()).toHaveLength(29);
    home.milestones?.splice(0, 2);
    expect(await again()).toMatchObject({ status: 0, said: [] });
    expect(await again({ full: true })).toMatchObject({
      status: 1,
      said: [
        'octo/app: 2 of 29 milestones would go, more than 5 %. None was removed.\n  2: v2\n  3: v3\nIf that is right: milepost sync --full --allow-removals',
      ],
    });
    expect(await lines()).toHaveLength(29);
    expect(await again({ full: true, 'allow-removals': true })).toMatchObject({ status: 0, said: [] });
    expect(await lines()).toHaveLength(27);
  });

  test('stay where none is told at all, until a full sync says so too', async () => {
    const { content, again, lines, home } = await synced({ issues: [issue(1)], milestones: many(1) });
    home.milestones = [];
    await again();
    expect(await lines()).toEqual(['octo/app\t1\t2026-01-01\t2026-01-01\tv1']);
    await again({ full: true });
    expect(await content.read(BOOK)).toBe(HEADER);
  });

  test('stay where fewer are told than GitHub counts', async () => {
    const { github, again, lines } = await synced({ issues: [issue(1)], milestones: many(3) });
    github.faults.push({ kind: 'short page', when: ({ operation }) => operation === 'Releases' });
    for (const own of [{}, { full: true }]) {
      await again(own);
      expect(await lines()).toHaveLength(3);
    }
  });

  test('of another repository stay as they are', async () => {
    const { content, again, lines } = await synced({ issues: [issue(1)], milestones: many(1) });
    await content.write(BOOK, `${HEADER}octo/docs\t7\t-\t2026-01-01\tTheirs\n`);
    await again();
    expect(await lines()).toEqual([
      'octo/app\t1\t2026-01-01\t2026-01-01\tv1',
      'octo/docs\t7\t-\t2026-01-01\tTheirs',
    ]);
  });

  test('are kept when GitHub fails before all is done, and found again', async () => {
    const { github, content, again, home, change } = await synced({
      issues: [issue(1, { milestone: 'v1' }), issue(2)],
      milestones: many(1),
      releases: [release('v0', 1)],
    });
    const before = await content.read(BOOK);
    change(1, { title: 'One' });
    Object.assign(home.issues[0] ?? {}, { milestone: 'One' });
    github.faults.push({ kind: '401', when: ({ operation }) => operation === 'IssuesByNumber' });
    expect((await again()).status).not.toBe(0);
    expect(await content.read(BOOK)).toBe(before);
    github.reset();
    expect((await again()).status).toBe(0);
    expect(await content.read(BOOK)).toContain('\tOne\n');
    expect(await content.read('feedback/1.md')).toContain('milestone: "One"\n');
  });
});

describe('a plan of milestones', () => {
  const known: Milestone[] = [
    { repo: 'octo/app', number: 1, title: 'v1', due: '2026-01-01', firstDue: '2026-01-01' },
  ];
  test('counts what is told twice once', () =>
    expect(
      planMilestones(
        {
          milestones: [
            { number: 1, title: 'v1', dueOn: '2026-02-01T08:00:00Z' },
            { number: 1, title: 'v1', dueOn: '2026-02-01T08:00:00Z' },
          ],
          isAll: true,
        },
        known,
        'octo/app',
        false,
      ),
    ).toEqual({
      next: [{ repo: 'octo/app', number: 1, title: 'v1', due: '2026-02-01', firstDue: '2026-01-01' }],
      renamed: new Set(),
      held: undefined,
    }));
});

describe('parts of an issue', () => {
  const votesIn = ({ read }: Awaited<ReturnType<typeof sandbox>>): Promise<string> =>
    read('ledger/votes.tsv');

  test('are counted with its votes, and no file of an item tells them', async () => {
    const { content, first } = await synced({
      issues: [issue(1), issue(2, { parts: { total: 7, completed: 3 } })],
    });
    expect(first.report).toMatchObject({ requests: 2, points: 3 });
    expect(await votesIn(content)).toBe('# item\tvotes\tcomments\tparts\tdone\n1\t0\t0\n2\t0\t0\t7\t3\n');
    expect(await content.read('feedback/2.md')).not.toMatch(/parts|done/);
  });

  test('are counted again though the issue stands still, also where its votes alone are swept', async () => {
    const { content, again, home } = await synced({
      issues: [issue(1, { parts: { total: 7, completed: 3 } }), issue(2)],
    });
    const change = (parts: { total: number; completed: number }): void =>
      void Object.assign(home.issues[0] ?? {}, { parts });
    change({ total: 8, completed: 8 });
    expect((await again()).report).toMatchObject({ updated: 0, requests: 3, points: 4 });
    expect(await votesIn(content)).toContain('\n1\t0\t0\t8\t8\n');
    change({ total: 0, completed: 0 });
    await again();
    expect(await votesIn(content)).toBe('# item\tvotes\tcomments\n1\t0\t0\n2\t0\t0\n');
  });

  test('stay as they are where GitHub no longer says, and nothing is read again', async () => {
    const { content, again, github, home } = await synced({
      issues: [issue(1, { parts: { total: 7, completed: 3 } }), issue(2, { createdAt: day(40) })],
    });
    github.data.lacks = ['Issue.subIssuesSummary'];
    Object.assign(home.issues[0] ?? {}, { thumbsUp: ['bo'] });
    expect((await again()).status).toBe(0);
    expect(await votesIn(content)).toContain('\n1\t1\t0\t7\t3\n');
  });

  test('are none where this GitHub never heard of them', async () => {
    const { content, first } = await synced({ issues: [issue(1, { parts: { total: 7, completed: 3 } })] }, [
      'Issue.subIssuesSummary',
    ]);
    expect(first.status).toBe(0);
    expect(await votesIn(content)).toBe('# item\tvotes\tcomments\n1\t0\t0\n');
  });
});
