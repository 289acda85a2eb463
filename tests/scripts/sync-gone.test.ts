import { unlink } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  day,
  gitHub,
  issue,
  type IssueData,
  merged,
  renameLabel,
  repository,
  type RepositoryData,
} from '../github/data.ts';
import type { TestGitHub } from '../github/server.ts';
import { runSyncIn, type Sandbox, sandbox, serve } from './sandbox.ts';

const SETTINGS = 'repositories: [octo/app, octo/docs]\n';

interface Home {
  github: TestGitHub;
  content: Sandbox;
  app: RepositoryData;
  docs: RepositoryData;
  one: (number: number) => IssueData;
  again: (own?: Record<string, boolean>) => ReturnType<typeof runSyncIn>;
}

/** Two repositories of ours, and one of others', synced once. */
async function synced(issues: IssueData[], settings = SETTINGS): Promise<Home> {
  const app = repository('octo/app', { issues });
  const docs = repository('octo/docs', { issues: [issue(1, { title: 'Of the docs' })] });
  const others = [
    repository('else/where', { issues: [issue(7)] }),
    repository('else/secret', { isPrivate: true, issues: [issue(8)] }),
  ];
  const github = await serve(gitHub(app, docs, ...others));
  const content = await sandbox({ 'milepost.yml': settings });
  const again: Home['again'] = (own = {}) => runSyncIn(content, github, { flags: { repo: undefined, own } });
  await again();
  github.reset();
  const one: Home['one'] = (number) => {
    const found = app.issues.find((candidate) => candidate.number === number);
    if (!found) throw new Error(`no issue ${number}`);
    return found;
  };
  return { github, content, app, docs, one, again };
}

const many = (count: number): IssueData[] => Array.from({ length: count }, (_, at) => issue(at + 1));

const operations = ({ log }: TestGitHub): string[] =>
  log.map(({ operation, path }) => operation || path).filter((name) => !/^(?:Votes|Voters)/.test(name));

async function addToFrontMatter({ read, write }: Sandbox, path: string, lines: string): Promise<void> {
  const text = await read(path);
  await write(path, text.replace('\n---\n', `\n${lines}---\n`));
}

/** What a fresh sync of everything makes of the same GitHub; the day's state and what was seen on the way left out. */
async function expectLikeFresh({ github, content }: Home, settings = SETTINGS): Promise<void> {
  const fresh = await sandbox({ 'milepost.yml': settings });
  expect(await runSyncIn(fresh, github, { flags: { repo: undefined, own: { full: true } } })).toMatchObject({
    status: 0,
  });
  const files = (paths: string[]): string[] =>
    paths.filter((path) => !/sync\.json|history\.tsv|demand\.tsv/.test(path));
  expect(files(await content.list())).toEqual(files(await fresh.list()));
  const plain = (text: string): string => text.replace(/\nhistory:\n(?: .*\n)+/, '\n');
  for (const path of files(await fresh.list()))
    expect(plain(await content.read(path))).toBe(plain(await fresh.read(path)));
}

describe('an item goes when GitHub says so of its issue itself:', () => {
  test('deleted', async () => {
    const home = await synced(many(30));
    await addToFrontMatter(home.content, 'feedback/3.md', 'response: Soon.\npillar: speed\n');
    home.one(3).gone = 'deleted';
    const ran = await home.again();
    expect(ran).toMatchObject({ status: 0, report: { removed: 1 } });
    expect(ran.said).toEqual([
      'content/feedback/3.md: removed; its issue was deleted, or turned into a discussion. What people wrote in it (response, pillar) is in git.',
    ]);
    expect(operations(home.github)).toEqual([
      'Releases',
      'SyncIssues',
      'Numbers',
      '/repos/octo/app/issues/3',
      'Releases',
      'SyncIssues',
    ]);
    expect(await home.content.read('ledger/votes.tsv')).not.toMatch(/^3\t/m);
    expect(await home.content.read('ledger/issues.tsv')).not.toMatch(/^3\t/m);
    await expectLikeFresh(home);
    home.github.reset();
    expect((await home.again()).said).toEqual([]);
    expect(operations(home.github)).not.toContain('Numbers');
  });

  test('not there, in a repository that is', async () => {
    const home = await synced(many(30));
    home.app.issues.splice(2, 1);
    const { said } = await home.again();
    expect(said).toEqual(['content/feedback/3.md: removed; its issue is not there any more.']);
    expect(operations(home.github)).toContain('/repos/octo/app');
    await expectLikeFresh(home);
  });

  test('moved to a repository that is not ours', async () => {
    const home = await synced(many(60));
    home.one(3).gone = { repo: 'else/where', number: 7 };
    home.one(4).gone = { repo: 'else/secret', number: 8 };
    const { said } = await home.again();
    expect(said).toEqual([
      'content/feedback/3.md: removed; its issue was moved to else/where#7.',
      'content/feedback/4.md: removed; its issue was moved to where this token, or not everybody, may read it.',
    ]);
    await expectLikeFresh(home);
  });

  test('with --full too, without another listing', async () => {
    const home = await synced(many(30));
    home.one(3).gone = 'deleted';
    expect(await home.again({ full: true })).toMatchObject({ status: 0, report: { removed: 1 } });
    expect(operations(home.github)).not.toContain('Numbers');
    await expectLikeFresh(home);
  });

  test('and an issue of which no item was made is forgotten in silence', async () => {
    const settings = `${SETTINGS}take: {labels: [idea]}\n`;
    const home = await synced([issue(1, { labels: ['idea'] }), issue(2)], settings);
    home.one(2).gone = 'deleted';
    expect((await home.again()).said).toEqual([]);
    expect(operations(home.github)).not.toContain('/repos/octo/app/issues/2');
    await expectLikeFresh(home, settings);
  });
});

test('an item goes too that a sync wrote which broke off, before its issue went', async () => {
  const home = await synced(many(30));
  home.one(3).gone = 'deleted';
  const { read, write } = home.content;
  await write('ledger/issues.tsv', (await read('ledger/issues.tsv')).replace(/^3\t.*\n/m, ''));
  expect(await home.again()).toMatchObject({ status: 0, report: { removed: 1 } });
  await expectLikeFresh(home);
});

test('votes go with an item whose file went in a sync that broke off', async () => {
  const home = await synced(many(30));
  Object.assign(home.one(3), { labels: ['roadmap:hide'], updatedAt: day(40) });
  await unlink(`${home.content.folder}/feedback/3.md`);
  await home.again();
  await expectLikeFresh(home);
});

describe('an item whose issue moves between our repositories', () => {
  test.each([['before'], ['after']])(
    'takes along what people wrote; its new home is read %s the old',
    async (when) => {
      const settings = when === 'before' ? 'repositories: [octo/app, octo/docs]\n' : SETTINGS;
      const home = await synced(many(5), settings);
      const mine = "response: 'Yes,   soon.'\n# asked thrice\neta:    spring\n";
      await addToFrontMatter(home.content, 'feedback/3.md', mine);
      home.docs.issues.push(issue(9, { ...home.one(3), number: 9, updatedAt: day(40) }));
      home.one(3).gone = { repo: 'octo/docs', number: 9 };
      if (when === 'before') await runSyncIn(home.content, home.github, { flags: { repo: 'octo/docs' } });
      const ran = await home.again();
      expect(ran).toMatchObject({ status: 0 });
      expect(ran.said).toEqual(['content/feedback/3.md: now docs-9.md; its issue was moved to octo/docs.']);
      expect(await home.content.list()).not.toContain('feedback/3.md');
      expect(await home.content.read('feedback/docs-9.md')).toContain(mine);
      const text = await home.content.read('feedback/docs-9.md');
      await home.content.write('feedback/docs-9.md', text.replace(mine, ''));
      await expectLikeFresh(home, settings);
    },
  );

  test('keeps what people had written in both places', async () => {
    const home = await synced(many(5));
    home.docs.issues.push(issue(9, { updatedAt: day(40) }));
    await home.again();
    await addToFrontMatter(home.content, 'feedback/docs-9.md', 'eta: autumn\n');
    await addToFrontMatter(home.content, 'feedback/3.md', 'response: Yes.\neta: spring\n');
    home.one(3).gone = { repo: 'octo/docs', number: 9 };
    await home.again();
    const text = await home.content.read('feedback/docs-9.md');
    expect(text).toContain('eta: autumn\n');
    expect(text).toContain('response: "Yes."\n');
    expect(text).not.toContain('spring');
  });

  test('moves with its ids when a repository gets another prefix', async () => {
    const home = await synced(many(2));
    await addToFrontMatter(home.content, 'feedback/docs-1.md', 'response: Yes.\n');
    const settings = 'repositories: [octo/app, {repo: octo/docs, prefix: d}]\n';
    await home.content.write('milepost.yml', settings);
    await home.again();
    expect(await home.content.list()).not.toContain('feedback/docs-1.md');
    expect(await home.content.read('feedback/d-1.md')).toContain('response: Yes.\n');
  });
});

describe('what pointed to an item that is gone', () => {
  const duplicate = { state: 'CLOSED', stateReason: 'DUPLICATE', closedAt: day(20) } as const;

  test('points to it no more, though nothing moved on it', async () => {
    const home = await synced([
      ...many(30),
      issue(31, { ...duplicate, duplicateOf: { repo: 'octo/app', number: 3 } }),
    ]);
    expect(await home.content.read('feedback/31.md')).toContain('duplicateOf: "3"\n');
    home.one(3).gone = 'deleted';
    await home.again();
    expect(await home.content.read('feedback/31.md')).not.toContain('duplicateOf');
    await expectLikeFresh(home);
  });

  test('also where that breaks off and is done again', async () => {
    const home = await synced([
      ...many(30),
      issue(31, { ...duplicate, duplicateOf: { repo: 'octo/app', number: 3 } }),
    ]);
    home.one(3).gone = 'deleted';
    home.github.faults.push({
      kind: 'reset before',
      when: ({ operation }) => operation === 'IssuesByNumber',
    });
    expect(await home.again()).toMatchObject({ status: 3 });
    home.github.reset();
    expect(await home.again()).toMatchObject({ status: 0, report: { updated: 1 } });
    await expectLikeFresh(home);
  });

  test('points to where it went', async () => {
    const home = await synced([
      ...many(30),
      issue(31, { ...duplicate, duplicateOf: { repo: 'octo/app', number: 3 } }),
    ]);
    home.docs.issues.push(issue(9, { ...home.one(3), number: 9, updatedAt: day(40) }));
    home.one(3).gone = { repo: 'octo/docs', number: 9 };
    home.one(31).duplicateOf = { repo: 'octo/docs', number: 9 };
    await home.again();
    expect(await home.content.read('feedback/31.md')).toContain('duplicateOf: "docs-9"\n');
    await expectLikeFresh(home);
  });
});

describe('nothing goes by mistake:', () => {
  const gone = (home: Home, count: number): void => {
    for (let number = 1; number <= count; number += 1) home.one(number).gone = 'deleted';
  };

  test('more than 5 % at once is held back until somebody says that it is right', async () => {
    const home = await synced(many(30));
    gone(home, 2);
    home.app.issues.push(issue(50, { createdAt: day(50) }));
    const ran = await home.again();
    expect(ran).toMatchObject({ status: 1, report: { created: 1, removed: 0 } });
    expect(ran.said).toEqual([
      [
        'octo/app: 2 of 31 items would go, more than 5 %. None was removed.',
        '  1.md: its issue was deleted, or turned into a discussion',
        '  2.md: its issue was deleted, or turned into a discussion',
        'If that is right: milepost sync --allow-removals',
      ].join('\n'),
    ]);
    const before = await home.content.digest();
    expect(await home.again()).toMatchObject({ status: 1, report: { removed: 0 } });
    expect(await home.content.digest()).toBe(before);
    expect(await home.again({ 'allow-removals': true })).toMatchObject({ status: 0, report: { removed: 2 } });
    await expectLikeFresh(home);
  });

  test('5 % may go', async () => {
    const home = await synced(many(40));
    gone(home, 2);
    expect(await home.again()).toMatchObject({ status: 0, report: { removed: 2 } });
  });

  test('an issue that is there, though it is not listed, stays', async () => {
    const home = await synced(many(30));
    home.github.faults.push({ kind: 'empty page', when: ({ operation }) => operation === 'Numbers' });
    home.app.issues.push(issue(31));
    const before = await home.content.read('feedback/3.md');
    expect(await home.again()).toMatchObject({ status: 0 });
    home.one(3).gone = 'deleted';
    expect(await home.again()).toMatchObject({ status: 3 });
    expect(await home.content.read('feedback/3.md')).toBe(before);
  });

  test.each([
    ['short page', 3],
    ['lost cursor', 3],
    ['same cursor', 3],
    ['partial', 3],
    ['reset after', 3],
    ['502 after', 3],
  ] as const)('a listing with the fault "%s" removes nothing', async (kind, status) => {
    const home = await synced(many(130));
    home.one(3).gone = 'deleted';
    home.github.faults.push({ kind, when: ({ operation }) => operation === 'Numbers' });
    expect(await home.again()).toMatchObject({ status, report: { removed: 0 } });
    expect(await home.content.list()).toContain('feedback/3.md');
    home.github.reset();
    expect(await home.again()).toMatchObject({ status: 0, report: { removed: 1 } });
    await expectLikeFresh(home);
  });

  test.each([
    ['502 after', 3],
    ['403 secondary', 3],
    ['reset before', 3],
    ['401', 2],
  ] as const)('a question with the fault "%s" removes nothing', async (kind, status) => {
    const home = await synced(many(30));
    home.one(3).gone = 'deleted';
    home.github.faults.push({ kind, when: ({ path }) => path.endsWith('/issues/3') });
    expect(await home.again()).toMatchObject({ status, report: { removed: 0 } });
    expect(await home.content.list()).toContain('feedback/3.md');
    home.github.reset();
    expect(await home.again()).toMatchObject({ status: 0, report: { removed: 1 } });
  });

  test('an issue is not gone where the token has lost its repository', async () => {
    const home = await synced(many(30));
    home.app.issues.splice(2, 1);
    home.github.faults.push({ kind: '403 forbidden', when: ({ path }) => path === '/repos/octo/app' });
    expect(await home.again()).toMatchObject({ status: 2 });
    expect(await home.content.list()).toContain('feedback/3.md');
  });

  test('a file that people put in the place of an item stays', async () => {
    const home = await synced(many(30));
    const mine =
      '---\ntitle: Ours\nstatus: open\nsource: email\ncreatedAt: 2026-01-01T00:00:00Z\n---\nHeard.\n';
    await home.content.write('feedback/3.md', mine);
    home.one(3).gone = 'deleted';
    expect((await home.again()).said).toEqual([]);
    expect(await home.content.read('feedback/3.md')).toBe(mine);
  });
});

describe('once a week, with other news, it is made sure that all are there', () => {
  /** An issue is gone, and another was never met: the number of issues is right all the same. */
  const unbalanced = async (checkedAt: string): Promise<Home> => {
    const home = await synced(many(30));
    home.one(3).gone = 'deleted';
    const { read, write } = home.content;
    await write('ledger/issues.tsv', (await read('ledger/issues.tsv')).replace(/^5\t.*\n/m, ''));
    await unlink(`${home.content.folder}/feedback/5.md`);
    const state = JSON.parse(await read('ledger/sync.json'));
    await write('ledger/sync.json', JSON.stringify({ ...state, checkedAt: { 'octo/app': checkedAt } }));
    return home;
  };

  test('after a week', async () => {
    const home = await unbalanced('2026-11-15T08:00:00Z');
    await home.again();
    expect(await home.content.list()).toContain('feedback/3.md');
    Object.assign(home.one(7), { title: 'News', updatedAt: day(40) });
    expect(await home.again()).toMatchObject({ report: { created: 1, updated: 1, removed: 1 } });
    await expectLikeFresh(home);
  });

  test('not before', async () => {
    const home = await unbalanced('2026-11-15T08:00:01Z');
    Object.assign(home.one(7), { title: 'News', updatedAt: day(40) });
    expect(await home.again()).toMatchObject({ report: { updated: 1, removed: 0 } });
  });
});

test('what people do to issues on GitHub is there at the next sync, and nothing else', async () => {
  const pulls = Array.from({ length: 130 }, (_, at) => ({ number: 1000 + at, repo: 'octo/app' }));
  const home = await synced(many(12));
  home.app.pullRequests.push(...pulls.map(({ number }) => merged(number, 30)));
  const closed = { state: 'CLOSED', closedAt: day(40), updatedAt: day(40) } as const;
  Object.assign(home.one(1), { title: 'Other words', updatedAt: day(40) });
  Object.assign(home.one(2), { locked: true, updatedAt: day(40) });
  Object.assign(home.one(3), { author: null, updatedAt: day(40) });
  Object.assign(home.one(4), { ...closed, stateReason: 'COMPLETED', closedBy: pulls });
  Object.assign(home.one(5), {
    ...closed,
    stateReason: 'DUPLICATE',
    duplicateOf: { repo: 'octo/app', number: 1 },
  });
  Object.assign(home.one(6), { ...closed, stateReason: 'NOT_PLANNED' });
  const labels = Array.from({ length: 130 }, (_, at) => `label ${at}`);
  Object.assign(home.one(7), { labels, updatedAt: day(40) });
  await home.again();
  expect((await home.content.read('feedback/4.md')).match(/name: "#1\d\d\d"/g)).toHaveLength(130);
  expect(await home.content.read('feedback/3.md')).not.toContain('author:');
  await expectLikeFresh(home);
  for (const number of [4, 5, 6])
    Object.assign(home.one(number), {
      state: 'OPEN',
      stateReason: 'REOPENED',
      closedAt: null,
      duplicateOf: null,
      updatedAt: day(50),
    });
  await home.again();
  expect(await home.content.read('feedback/5.md')).not.toContain('duplicateOf');
  await expectLikeFresh(home);
});

describe('labels with other names', () => {
  test('beyond the first hundred are looked at once a week', async () => {
    const labels = Array.from({ length: 130 }, (_, at) => `label ${String(at).padStart(3, '0')}`);
    const home = await synced([issue(1, { labels }), issue(2)]);
    expect((await home.content.read('ledger/labels.tsv')).split('\n')).toHaveLength(132);
    renameLabel(home.app, 'label 120', 'label 120b');
    const item = await home.content.read('feedback/1.md');
    await home.again();
    expect(await home.content.read('feedback/1.md')).toBe(item);
    const state = JSON.parse(await home.content.read('ledger/sync.json'));
    state.checkedAt['octo/app'] = '2026-11-01T00:00:00Z';
    await home.content.write('ledger/sync.json', JSON.stringify(state));
    await home.again();
    expect(await home.content.read('feedback/1.md')).toContain('"label 120b"\n');
    await expectLikeFresh(home);
  });

  test('reach the items that carry them, and only those are read again', async () => {
    const home = await synced([issue(1, { labels: ['ui'] }), issue(2, { labels: ['api'] }), issue(3)]);
    renameLabel(home.app, 'ui', 'Interface');
    expect(await home.again()).toMatchObject({ status: 0, report: { updated: 1 } });
    expect(operations(home.github).slice(0, 3)).toEqual(['Releases', 'SyncIssues', 'IssuesByNumber']);
    expect(await home.content.read('feedback/1.md')).toContain('tags:\n  - "Interface"\n');
    await expectLikeFresh(home);
    home.github.reset();
    await home.again();
    expect(operations(home.github)).toEqual(['Releases', 'SyncIssues', 'Releases', 'SyncIssues']);
  });

  test('reach all items when the label means a status', async () => {
    const home = await synced([issue(1, { labels: ['planned'] }), issue(2), issue(3, { labels: ['ui'] })]);
    renameLabel(home.app, 'planned', 'some day');
    await home.again();
    expect(await home.content.read('feedback/1.md')).toContain('status: "open"\n');
    renameLabel(home.app, 'some day', 'planned');
    renameLabel(home.app, 'ui', 'in progress');
    await home.again();
    expect(await home.content.read('feedback/1.md')).toContain('status: "planned"\n');
    expect(await home.content.read('feedback/3.md')).toContain('status: "in-progress"\n');
    await expectLikeFresh(home);
  });

  test('may change places', async () => {
    const home = await synced([issue(1, { labels: ['ui'] }), issue(2, { labels: ['api'] })]);
    renameLabel(home.app, 'ui', 'x');
    renameLabel(home.app, 'api', 'ui');
    renameLabel(home.app, 'x', 'api');
    await home.again();
    expect(await home.content.read('feedback/1.md')).toContain('tags:\n  - "api"\n');
    expect(await home.content.read('feedback/2.md')).toContain('tags:\n  - "ui"\n');
    await expectLikeFresh(home);
  });

  test('a deleted label leaves its items', async () => {
    const home = await synced([issue(1, { labels: ['ui', 'api'] })]);
    home.one(1).labels = ['api'];
    await home.again();
    expect(await home.content.read('feedback/1.md')).toContain('tags:\n  - "api"\n');
    await expectLikeFresh(home);
  });

  test('a sync that breaks off in between does it again', async () => {
    const home = await synced([issue(1, { labels: ['ui'] }), issue(2)]);
    renameLabel(home.app, 'ui', 'Interface');
    home.github.faults.push({
      kind: 'reset before',
      when: ({ operation }) => operation === 'IssuesByNumber',
    });
    expect(await home.again()).toMatchObject({ status: 3 });
    home.github.reset();
    expect(await home.again()).toMatchObject({ status: 0, report: { updated: 1 } });
    await expectLikeFresh(home);
  });
});

describe('other settings', () => {
  test('reach every item', async () => {
    const home = await synced([issue(1, { labels: ['ui'] }), issue(2, { labels: ['api'] })]);
    const settings = `${SETTINGS}tags: {hide: [ui]}\n`;
    await home.content.write('milepost.yml', settings);
    expect(await home.again()).toMatchObject({ status: 0, report: { updated: 1 } });
    await expectLikeFresh(home, settings);
  });

  test('also when that breaks off, anywhere', async () => {
    const home = await synced(Array.from({ length: 160 }, (_, at) => issue(at + 1, { labels: ['ui'] })));
    const settings = `${SETTINGS}tags: {hide: [ui]}\n`;
    await home.content.write('milepost.yml', settings);
    for (let request = 1; request <= 8; request += 1) {
      home.github.reset();
      home.github.faults.push({ kind: 'reset before', when: request });
      if ((await home.again()).status === 0) break;
    }
    home.github.reset();
    expect(await home.again()).toMatchObject({ status: 0 });
    await expectLikeFresh(home, settings);
  });

  test('that change only words on pages read nothing again', async () => {
    const home = await synced(many(3));
    await home.content.write('milepost.yml', `${SETTINGS}title: Ours\n`);
    expect((await home.again()).report).toMatchObject({ updated: 0, unchanged: 2 });
  });
});

test.each([
  ['ledger/issues.tsv', ''],
  ['ledger/labels.tsv', 'nonsense\n'],
  ['ledger/sync.json', '{}'],
])('a book that was lost, %s, is made again', async (path, text) => {
  const home = await synced([issue(1, { labels: ['ui'] }), ...many(5).slice(1)]);
  const before = await home.content.read(path);
  await home.content.write(path, text);
  expect(await home.again()).toMatchObject({ status: 0, report: { created: 0, updated: 0, removed: 0 } });
  if (!path.endsWith('sync.json')) expect(await home.content.read(path)).toBe(before);
  await expectLikeFresh(home);
});
