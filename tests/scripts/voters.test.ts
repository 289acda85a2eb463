import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { COMMENTERS_PAGE, VOTERS_PAGE, votersByNumber } from '../../scripts/github/voters.ts';
import { readCounted } from '../../src/model/counted.ts';
import {
  type CommentData,
  day,
  gitHub,
  issue,
  type IssueData,
  type NumberedData,
  repository,
} from '../github/data.ts';
import { userId } from '../github/identity.ts';
import { priceOf } from '../github/price.ts';
import { runSyncIn, type Sandbox, sandbox, serve } from './sandbox.ts';

const duplicate = (of: number | NumberedData): Partial<IssueData> => ({
  state: 'CLOSED',
  stateReason: 'DUPLICATE',
  closedAt: day(100),
  duplicateOf: typeof of === 'number' ? { repo: 'octo/app', number: of } : of,
});
const comment = (author: string, association?: string): CommentData => ({
  id: userId(author),
  author,
  body: 'Me too.',
  createdAt: day(50),
  ...(association && { association }),
});
const people = (count: number, name = 'voter'): string[] =>
  Array.from({ length: count }, (_, at) => `${name}-${at}`);

/** Syncs issues once, then again whenever a test says so. */
async function synced(issues: IssueData[], files: Readonly<Record<string, string>> = {}) {
  const [github, content] = [await serve(gitHub(repository('octo/app', { issues }))), await sandbox(files)];
  const again = (full = false) => runSyncIn(content, github, { flags: { own: { full } } });
  const first = await again();
  const asked = () => github.log.filter(({ operation }) => /Voters|Commenters/.test(operation)).length;
  const before = asked();
  github.reset();
  return { github, content, first, issues, again, asked, before };
}

/** `1: 5 = 3 + 3 - 1 (2)`: five people behind 1, three there, three on the two merged requests, one of them met twice. */
async function countsIn(content: Sandbox): Promise<string> {
  const text = (await content.list()).includes('ledger/demand.tsv')
    ? await content.read('ledger/demand.tsv')
    : '';
  return [...readCounted(text)]
    .map(
      ([id, { people, here, merged, twice, requests }]) =>
        `${id}: ${people} = ${here} + ${merged} - ${twice} (${requests})`,
    )
    .join('\n');
}

describe('the people behind a cluster are', () => {
  test('the union of authors and voters over all of it, whoever comes twice counted once', async () => {
    const { content } = await synced([
      issue(1, { author: 'ada', thumbsUp: ['bo', 'cy', 'ada'] }),
      issue(2, { ...duplicate(1), author: 'bo', thumbsUp: ['di', 'cy'] }),
      issue(3, { ...duplicate(2), author: 'eve', thumbsUp: ['bo'] }),
      issue(4, { thumbsUp: people(9) }),
    ]);
    expect(await countsIn(content)).toBe('1: 5 = 3 + 5 - 3 (2)');
    expect(await content.read('ledger/demand.tsv')).toMatch(
      /^# item\tpeople\there\tmerged\ttwice\trequests\tfacts\n1\t5\t3\t5\t3\t2\t[\w-]{10}\n$/,
    );
  });

  test('also whoever asked elsewhere, once each, beside those on GitHub', async () => {
    const fields = 'status: "open"\nsource: "canny"\ncreatedAt: "2026-01-01T00:00:00Z"\nduplicateOf: "1"\n';
    const { content } = await synced(
      [
        issue(1, { author: 'ada', thumbsUp: ['bo'] }),
        issue(2, { ...duplicate(1), author: 'bo', thumbsUp: ['ada'] }),
      ],
      {
        'feedback/canny-7.md': `---\ntitle: "Same"\n${fields}author: "zoe"\n---\n`,
        'feedback/canny-8.md': `---\ntitle: "Again"\n${fields}---\n`,
      },
    );
    expect(await countsIn(content)).toBe('1: 3 = 2 + 3 - 2 (3)');
  });

  test('people: no bots, organizations, mannequins or accounts that are gone', async () => {
    const { content } = await synced([
      issue(1, { author: 'renovate[bot]', thumbsUp: ['bo', null, 'helper[bot]'] }),
      issue(2, { ...duplicate(1), author: 'acme.organization', thumbsUp: [null, 'cy'] }),
      issue(3, { ...duplicate(1), author: 'imported.mannequin' }),
      issue(4, { ...duplicate(1), author: null, thumbsUp: ['di'] }),
    ]);
    expect(await countsIn(content)).toBe('1: 3 = 1 + 2 - 0 (3)');
  });

  test('all of them, where a request has more than a hundred', async () => {
    const { content, before } = await synced([
      issue(1, { thumbsUp: people(250) }),
      issue(2, { ...duplicate(1), thumbsUp: people(120) }),
    ]);
    expect(await countsIn(content)).toBe('1: 251 = 251 + 121 - 121 (1)');
    expect(before).toBe(4);
  });

  test('without those who only commented, unless the settings say so', async () => {
    const issues = () => [
      issue(1, { comments: [comment('bo'), comment('cy'), comment('bo'), comment('ci[bot]')] }),
      issue(2, { ...duplicate(1), author: 'di', comments: [comment('cy')] }),
      issue(3, { comments: [comment('bo')] }),
      issue(4, { thumbsUp: ['bo'] }),
    ];
    expect(await countsIn((await synced(issues())).content)).toBe('1: 2 = 1 + 1 - 0 (1)');
    const { content } = await synced(issues(), { 'milepost.yml': 'demand: {commenters: true}\n' });
    expect(await countsIn(content)).toBe('1: 4 = 3 + 2 - 1 (1)\n3: 2 = 2 + 0 - 0 (0)');
  });

  test('all commenters, where there are more than a hundred', async () => {
    const { content } = await synced([issue(1, { comments: people(230).map((name) => comment(name)) })], {
      'milepost.yml': 'demand: {commenters: true}\n',
    });
    expect(await countsIn(content)).toBe('1: 231 = 231 + 0 - 0 (0)');
  });

  test('without maintainers, where the settings leave them out: those who wrote there, wherever they voted', async () => {
    const { content } = await synced(
      [
        issue(1, { author: 'boss', association: 'OWNER', thumbsUp: ['bo', 'mia', 'quiet-member'] }),
        issue(2, { ...duplicate(1), thumbsUp: ['boss'], comments: [comment('mia', 'MEMBER')] }),
        issue(3, { author: 'cy', association: 'CONTRIBUTOR' }),
      ],
      { 'milepost.yml': 'demand: {maintainers: false}\n' },
    );
    expect(await countsIn(content)).toBe('1: 3 = 2 + 1 - 0 (1)\n3: 1 = 1 + 0 - 0 (0)');
  });

  test('counted over several repositories of ours', async () => {
    const app = repository('octo/app', {
      issues: [issue(1, { ...duplicate({ repo: 'octo/docs', number: 1 }), thumbsUp: ['bo', 'cy'] })],
    });
    const docs = repository('octo/docs', { issues: [issue(1, { author: 'di', thumbsUp: ['bo'] })] });
    const github = await serve(gitHub(app, docs));
    const content = await sandbox({ 'milepost.yml': 'repositories: [octo/app, octo/docs]\n' });
    await runSyncIn(content, github, { flags: { repo: undefined } });
    expect(await countsIn(content)).toBe('docs-1: 4 = 2 + 3 - 1 (1)');
  });

  test('not counted where it leads to a repository that is not ours', async () => {
    const github = await serve(
      gitHub(
        repository('octo/app', { issues: [issue(1, duplicate({ repo: 'else/where', number: 5 }))] }),
        repository('else/where', { issues: [issue(5)] }),
      ),
    );
    const content = await sandbox();
    await runSyncIn(content, github);
    expect(await content.read('feedback/1.md')).toContain('duplicateOf: "else/where#5"');
    expect(await countsIn(content)).toBe('');
  });
});

describe('a cluster is counted again', () => {
  const cluster = (): IssueData[] => [
    issue(1, { thumbsUp: ['bo'] }),
    issue(2, { ...duplicate(1), thumbsUp: ['bo'] }),
    issue(3, { author: 'di' }),
  ];

  test('never, while nothing moves: no byte, no more than three requests', async () => {
    const { content, again, github, asked } = await synced(cluster());
    const before = await content.digest();
    expect((await again()).report).toMatchObject({ requests: 3, points: 4 });
    expect(asked()).toBe(0);
    expect(github.log).toHaveLength(3);
    await again(true);
    expect(asked()).toBe(1);
    expect(await content.digest()).toBe(before);
  });

  test('when a vote moves on any of it, though updatedAt stands still', async () => {
    const { content, again, issues, asked } = await synced(cluster());
    issues[1]?.thumbsUp.push('cy');
    await again();
    expect(await countsIn(content)).toBe('1: 3 = 2 + 3 - 2 (1)');
    expect(asked()).toBe(1);
  });

  test('when another request is merged into it', async () => {
    const { content, again, issues } = await synced(cluster());
    Object.assign(issues[2] ?? {}, { ...duplicate(1), updatedAt: day(101) });
    await again();
    expect(await countsIn(content)).toBe('1: 3 = 2 + 3 - 2 (2)');
  });

  test('and no more when the merge is undone', async () => {
    const { content, again, issues } = await synced(cluster());
    Object.assign(issues[1] ?? {}, {
      state: 'OPEN',
      stateReason: 'REOPENED',
      closedAt: null,
      duplicateOf: null,
      updatedAt: day(101),
    });
    await again();
    expect(await content.read('ledger/demand.tsv')).toBe(
      '# item\tpeople\there\tmerged\ttwice\trequests\tfacts\n',
    );
  });

  test('by a full sync, though one vote came as another went and no count moved', async () => {
    const { content, again, issues } = await synced(cluster());
    issues[1]?.thumbsUp.splice(0, 1, 'cy');
    await again();
    expect(await countsIn(content)).toBe('1: 2 = 2 + 2 - 2 (1)');
    await again(true);
    expect(await countsIn(content)).toBe('1: 3 = 2 + 2 - 1 (1)');
  });

  test('when somebody hides a part of it by hand', async () => {
    const { content, again } = await synced(cluster());
    const text = await content.read('feedback/2.md');
    await content.write('feedback/2.md', text.replace('\n---\n', '\nhidden: true\n---\n'));
    await again();
    expect(await countsIn(content)).toBe('');
  });

  test('when the settings count otherwise', async () => {
    const { content, again, issues } = await synced(cluster());
    issues[0]?.comments.push(comment('cy'));
    await content.write('milepost.yml', 'demand: {commenters: true}\n');
    await again(true);
    expect(await countsIn(content)).toBe('1: 3 = 3 + 2 - 2 (1)');
  });
});

test('an issue that GitHub no longer has counts nobody, and is not asked for again', async () => {
  const issues = [
    issue(1),
    issue(2, { ...duplicate(1), author: 'bo' }),
    issue(3, { ...duplicate(1), author: 'cy' }),
  ];
  const { content, again, asked } = await synced(issues);
  Object.assign(issues[1] ?? {}, { gone: 'deleted' });
  issues[0]?.thumbsUp.push('di');
  await again();
  expect(await countsIn(content)).toMatch(/^1: 3 = 2 \+ 1 - 0 \([12]\)$/);
  const before = asked();
  await again();
  expect(asked()).toBe(before);
});

describe('when GitHub fails while people are counted, the rest is kept and the next sync counts them:', () => {
  test.each(['502 before', 'partial', 'html', '403 secondary'] as const)('%s', async (kind) => {
    const { content, again, issues, github } = await synced([
      issue(1),
      issue(2, { ...duplicate(1), author: 'bo' }),
    ]);
    const before = await content.read('ledger/demand.tsv');
    issues[0]?.thumbsUp.push('cy');
    github.faults.push({ kind, when: ({ operation }) => operation === 'Voters' });
    expect((await again()).status).toBe(3);
    expect(await content.read('ledger/demand.tsv')).toBe(before);
    expect(await content.read('ledger/votes.tsv')).toContain('1\t1\t0\n');
    github.reset();
    expect((await again()).status).toBe(0);
    expect(await countsIn(content)).toBe('1: 3 = 2 + 1 - 0 (1)');
  });
});

test('nothing that is written or told names a voter: no login, no number of theirs', async () => {
  const voters = [...people(120, 'secretvoter'), 'hidden-person'];
  const commenters = ['silent-commenter'];
  const github = await serve(
    gitHub(
      repository('octo/app', {
        issues: [
          issue(1, { thumbsUp: voters, comments: commenters.map((name) => comment(name, 'MEMBER')) }),
          issue(2, { ...duplicate(1), thumbsUp: voters.slice(50) }),
        ],
      }),
    ),
  );
  const content = await sandbox({ 'milepost.yml': 'demand: {commenters: true, maintainers: false}\n' });
  const told = [await runSyncIn(content, github)];
  for (const kind of ['partial', 'truncated', 'html'] as const) {
    github.data.repositories[0]?.issues[0]?.thumbsUp.push(`late-voter-${kind}`);
    voters.push(`late-voter-${kind}`);
    github.faults.push({ kind, when: ({ operation }) => /Voters|Commenters/.test(operation) });
    told.push(await runSyncIn(content, github));
    github.reset();
  }
  told.push(await runSyncIn(content, github));
  const files = await Promise.all((await content.list()).map(content.read));
  const all = [...files, JSON.stringify(told)].join('\n');
  for (const name of [...voters, ...commenters]) {
    expect(all).not.toContain(name);
    expect(all).not.toContain(String(userId(name)));
  }
  expect(await countsIn(content)).toBe('1: 125 = 125 + 72 - 72 (1)');
});

test('25 issues cost a point, with comments too; a page more of one costs one', () => {
  const numbers = Array.from({ length: 25 }, (_, at) => at + 1);
  expect(priceOf(parse(votersByNumber(numbers, false)), {})).toBe(1);
  expect(priceOf(parse(votersByNumber(numbers, true)), {})).toBe(1);
  expect(priceOf(parse(VOTERS_PAGE), {})).toBe(1);
  expect(priceOf(parse(COMMENTERS_PAGE), {})).toBe(1);
});

test('500 issues in clusters are counted with 20 requests', async () => {
  const issues = Array.from({ length: 500 }, (_, at) =>
    issue(at + 1, at % 5 === 0 ? {} : { ...duplicate(at - (at % 5) + 1), author: `asker-${at}` }),
  );
  const { first, before, content } = await synced(issues);
  expect(before).toBe(20);
  expect(first.report).toMatchObject({ requests: 31, points: 41 });
  expect((await countsIn(content)).split('\n')).toHaveLength(100);
});
