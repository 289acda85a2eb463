import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { VOTES, VOTES_AND_TOP } from '../../scripts/github/votes.ts';
import { gitHub, issue, type IssueData, repository } from '../github/data.ts';
import type { Logged } from '../github/faults.ts';
import { priceOf } from '../github/price.ts';
import { NOW, runSyncIn, type Sandbox, sandbox, serve } from './sandbox.ts';

const later = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);
const many = (count: number, parts: Partial<IssueData> = {}): IssueData[] =>
  Array.from({ length: count }, (_, at) => issue(at + 1, parts));
const closed: Partial<IssueData> = {
  state: 'CLOSED',
  stateReason: 'COMPLETED',
  closedAt: '2026-02-01T00:00:00Z',
};
const people = (count: number): string[] => Array.from({ length: count }, (_, at) => `voter-${at}`);

/** Syncs issues once, then lets tests sync again at another hour. */
async function synced(issues: IssueData[], files: Readonly<Record<string, string>> = {}) {
  const [github, content] = [await serve(gitHub(repository('octo/app', { issues }))), await sandbox(files)];
  const first = await runSyncIn(content, github);
  github.reset();
  const vote = (number: number, thumbsUp: string[]): void => {
    const found = issues.find((one) => one.number === number);
    if (found) found.thumbsUp = thumbsUp;
  };
  return {
    github,
    content,
    first,
    issues,
    vote,
    again: (hours = 1, full = false) =>
      runSyncIn(content, github, { now: later(hours), flags: { own: { full } } }),
  };
}

const operations = (log: readonly Logged[]): string[] => log.map(({ operation }) => operation);
const votesOf = async (content: Sandbox, id: number): Promise<string | undefined> =>
  (await content.read('ledger/votes.tsv')).split('\n').find((line) => line.startsWith(`${id}\t`));

describe('votes are counted though updatedAt stands still:', () => {
  test('those of an open issue at the next sync, and only its line changes', async () => {
    const { content, again, vote } = await synced([issue(1), issue(2, { thumbsUp: ['bo'] }), issue(3)]);
    vote(2, ['bo', 'cy', 'di']);
    expect((await again()).report).toMatchObject({ updated: 0, points: 4, requests: 3 });
    expect(await content.read('ledger/votes.tsv')).toBe(
      '# item\tvotes\tcomments\n1\t0\t0\n2\t3\t0\n3\t0\t0\n',
    );
    expect(await content.read('ledger/history.tsv')).toBe('# day\titem\tvotes\n2026-11-22\t2\t3\n');
  });

  test('day by day, in a history of their own', async () => {
    const { content, again, vote } = await synced([issue(1), issue(2, { thumbsUp: ['bo'] })]);
    vote(1, ['bo']);
    await again(24);
    vote(1, ['bo', 'cy']);
    await again(25);
    vote(2, []);
    await again(49);
    expect(await content.read('ledger/history.tsv')).toBe(
      [
        '# day\titem\tvotes',
        '2026-11-22\t1\t0',
        '2026-11-22\t2\t1',
        '2026-11-23\t1\t2',
        '2026-11-24\t2\t0',
        '',
      ].join('\n'),
    );
  });

  test('those of a closed issue too where all fit on a page, in the same one request', async () => {
    const { content, again, vote, github } = await synced([issue(1), issue(2, closed)]);
    vote(2, ['bo']);
    await again();
    expect(await votesOf(content, 2)).toBe('2\t1\t0');
    expect(operations(github.log)).toEqual(['Releases', 'SyncIssues', 'Votes']);
  });

  test('those of closed issues once a day where there are many', async () => {
    const { content, again, vote, github } = await synced([
      ...many(150, closed),
      issue(200, { createdAt: '2026-03-01T00:00:00Z' }),
    ]);
    vote(1, ['bo']);
    vote(200, ['bo', 'cy']);
    await again(1);
    expect([await votesOf(content, 1), await votesOf(content, 200)]).toEqual(['1\t0\t0', '200\t2\t0']);
    expect(operations(github.log)).toEqual(['Releases', 'SyncIssues', 'Votes']);
    github.reset();
    await again(24);
    expect(await votesOf(content, 1)).toBe('1\t1\t0');
    expect(operations(github.log)).toEqual(['Releases', 'SyncIssues', 'Votes', 'Votes']);
    github.reset();
    await again(25);
    expect(operations(github.log)).toEqual(['Releases', 'SyncIssues', 'Votes']);
  });

  test('where thousands are open, the newest and the most wanted by the hour, all of them by the day', async () => {
    const { content, again, vote, github } = await synced(many(1100));
    vote(1, people(9));
    vote(1090, people(2));
    vote(500, people(1));
    vote(501, people(1));
    const before = await again(1);
    expect(before.report).toMatchObject({ requests: 3 });
    expect(operations(github.log)).toEqual(['Releases', 'SyncIssues', 'VotesAndTop']);
    expect([await votesOf(content, 1), await votesOf(content, 1090)]).toEqual(['1\t9\t0', '1090\t2\t0']);
    await again(24);
    expect([await votesOf(content, 500), await votesOf(content, 501)]).toEqual(['500\t1\t0', '501\t1\t0']);
  });

  test('and nothing is recorded of issues that are no items', async () => {
    const { content, again, vote } = await synced([issue(1, { labels: ['roadmap:hide'] }), issue(2)]);
    vote(1, ['bo']);
    await again();
    expect(await content.read('ledger/votes.tsv')).toBe('# item\tvotes\tcomments\n2\t0\t0\n');
    expect(await content.list()).not.toContain('ledger/history.tsv');
  });

  test('and each repository’s by its own numbers', async () => {
    const [one, two] = [issue(1), issue(1)];
    const github = await serve(
      gitHub(repository('octo/app', { issues: [one] }), repository('octo/docs', { issues: [two] })),
    );
    const content = await sandbox({ 'milepost.yml': 'repositories: [octo/app, octo/docs]\n' });
    const run = () => runSyncIn(content, github, { flags: { repo: undefined } });
    await run();
    one.thumbsUp = ['bo'];
    two.thumbsUp = ['bo', 'cy'];
    await run();
    expect(await content.read('ledger/votes.tsv')).toBe('# item\tvotes\tcomments\n1\t1\t0\ndocs-1\t2\t0\n');
  });
});

describe('a sweep that finds nothing', () => {
  test.each([
    ['few issues', 3],
    ['a hundred', 100],
    ['many', 130],
  ])('changes no byte and asks little: %s', async (_, count) => {
    const { content, again, github } = await synced(many(count, { thumbsUp: ['bo'] }));
    const before = await content.digest();
    expect((await again()).status).toBe(0);
    expect(await content.digest()).toBe(before);
    expect(github.log.length).toBeLessThanOrEqual(count > 100 ? 4 : 3);
  });

  test('of one page changes no byte after a day either', async () => {
    const { content, again } = await synced(many(20, { thumbsUp: ['bo'] }));
    const before = await content.digest();
    await again(24 * 400);
    expect(await content.digest()).toBe(before);
  });
});

describe('when GitHub fails in a sweep, counts stay as they were, the rest is kept, and the next sync finds them:', () => {
  const kinds = [
    '502 before',
    'partial',
    'truncated',
    'empty page',
    'lost cursor',
    'same cursor',
    'short page',
  ] as const;
  test.each(kinds)('%s', async (kind) => {
    const { content, again, vote, issues, github } = await synced(many(130));
    const before = await content.read('ledger/votes.tsv');
    vote(129, ['bo']);
    vote(1, ['bo']);
    Object.assign(issues[59] ?? {}, { title: 'Better', updatedAt: '2026-11-22T09:00:00Z' });
    github.faults.push({ kind, when: ({ operation }) => operation === 'Votes' });
    const ran = await again();
    expect(ran.status).toBe(3);
    expect(ran.report).toMatchObject({ updated: 1 });
    expect(await content.read('ledger/votes.tsv')).toBe(before);
    expect(await content.read('feedback/60.md')).toContain('title: "Better"');
    github.reset();
    expect((await again(2)).status).toBe(0);
    expect([await votesOf(content, 1), await votesOf(content, 129)]).toEqual(['1\t1\t0', '129\t1\t0']);
  });

  test('half-way through the pages', async () => {
    const { content, again, vote, github } = await synced(many(130));
    const before = await content.read('ledger/votes.tsv');
    vote(129, ['bo']);
    github.faults.push({
      kind: '403 primary',
      when: ({ operation, variables }) => operation === 'Votes' && variables['after'] !== undefined,
    });
    expect(await again()).toMatchObject({ status: 3, report: { next: expect.stringMatching(/^2026/) } });
    expect(await content.read('ledger/votes.tsv')).toBe(before);
  });
});

test('10,000 issues are swept for 110 points at most, and looked at by the hour with three requests', async () => {
  const all = many(10_000);
  const { content, again, issues, github } = await synced(all.slice(-1));
  issues.push(...all.slice(0, -1));
  const lines = all.map(({ number }) => `${number}\t0\t0\n`);
  await content.write('ledger/votes.tsv', `# item\tvotes\tcomments\n${lines.join('')}`);
  Object.assign(all[0] ?? {}, { thumbsUp: ['bo'] });
  await again(1);
  expect(operations(github.log).filter((name) => name === 'Votes')).toHaveLength(100);
  expect(100 * priceOf(parse(VOTES), {})).toBeLessThanOrEqual(110);
  expect(await votesOf(content, 1)).toBe('1\t1\t0');
  github.reset();
  const before = await content.digest();
  expect((await again(2)).report).toMatchObject({ requests: 3, points: 5 });
  expect(priceOf(parse(VOTES_AND_TOP), {})).toBe(2);
  expect(await content.digest()).toBe(before);
});
