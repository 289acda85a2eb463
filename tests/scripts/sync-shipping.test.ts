import { describe, expect, test } from 'vitest';
import { parseItem } from '../../src/model/parse.ts';
import {
  commit,
  commitOf,
  completed,
  type CommitData,
  day,
  gitHub,
  inLine,
  issue,
  type IssueData,
  merged,
  type PullRequestData,
  release,
  type ReleaseData,
  repository,
  type RepositoryData,
} from '../github/data.ts';
import { runSyncIn, sandbox, type Sandbox, serve } from './sandbox.ts';

const closes = (...numbers: number[]): Partial<IssueData> => ({
  closedBy: numbers.map((number) => ({ repo: 'octo/app', number })),
});

/** Issue 1, closed on day 6 by pull request 9, which was merged on day 5, unless told otherwise. */
const home = (parts: Partial<RepositoryData>): RepositoryData =>
  repository('octo/app', { issues: [completed(1, 6, closes(9))], pullRequests: [merged(9, 5)], ...parts });

const tagged = (tagName: string, on: number, at: CommitData, parts: Partial<ReleaseData> = {}): ReleaseData =>
  release(tagName, on, { commit: at.oid, ...parts });

const start = commit('start', 1);
const change = commit('pull 9', 5);
const later = commit('later', 9);
const revert = commit('Revert "Dark mode" (#10)', 7, {
  message: `Revert "Dark mode" (#10)\n\nThis reverts commit ${change.oid}.`,
});
const again = commit('Reapply "Dark mode"', 8, {
  message: `Reapply "Dark mode"\n\nThis reverts commit ${revert.oid}.`,
});

async function synced(of: RepositoryData, settings = '') {
  const github = await serve(gitHub(of));
  const content = await sandbox(settings ? { 'milepost.yml': settings } : {});
  const run = (full = false) => runSyncIn(content, github, { flags: { own: { full } } });
  const first = await run();
  const asked = (): string[] => github.log.map(({ operation }) => operation);
  return { github, content, run, first, asked, shown: (id = 1) => shownIn(content, id) };
}

/** What an item's file says of how it shipped. */
async function shownIn(content: Sandbox, id: number) {
  const path = `feedback/${id}.md`;
  const { value } = parseItem(`${id}`, await content.read(path), path);
  const proof = value?.proof.map(({ name }) => name).join(' ');
  return { status: value?.status, shippedIn: value?.shippedIn, shippedAt: value?.shippedAt, proof };
}

const waiting = {
  status: 'shipped',
  shippedIn: undefined,
  shippedAt: day(5),
  proof: `#9 ${change.oid.slice(0, 7)}`,
};
const inRelease = (tag: string, on: number) => ({
  status: 'shipped',
  shippedIn: tag,
  shippedAt: day(on),
  proof: `#9 ${change.oid.slice(0, 7)} ${tag}`,
});
const unproven = { status: 'closed', shippedIn: undefined, shippedAt: undefined, proof: '' };

describe('an issue has shipped with the first release that contains its change', () => {
  test('not with one that was published later and does not', async () => {
    const commits = inLine([start, change]);
    const { shown } = await synced(home({ commits, releases: [tagged('v1', 8, start)] }));
    expect(await shown()).toEqual(waiting);
  });

  test('but with the second, which does; request, pull request, commit and release are its proof', async () => {
    const commits = inLine([start, change, later]);
    const releases = [tagged('v1', 8, start), tagged('v2', 9, later), tagged('v3', 10, later)];
    const { shown, content, github } = await synced(home({ commits, releases }));
    expect(await shown()).toEqual(inRelease('v2', 9));
    expect((await content.read('feedback/1.md')).replaceAll(github.url, 'https://github.test')).toContain(
      [
        '  - kind: "commit"',
        `    url: "https://github.test/octo/app/commit/${change.oid}"`,
        '    name: "70756c6"',
        `    at: "${day(5)}"`,
        '  - kind: "release"',
      ].join('\n'),
    );
  });

  test('also where an old branch got it first, by cherry-pick', async () => {
    const picked = commit('picked', 7, {
      message: `Dark mode\n\n(cherry picked from commit ${change.oid})`,
      branch: 'release/1',
    });
    const commits = [...inLine([start, change, later]), ...inLine([picked], [start.oid])];
    const releases = [tagged('v1.0.1', 8, picked), tagged('v2', 10, later)];
    const { shown } = await synced(home({ commits, releases }));
    expect(await shown()).toEqual(inRelease('v1.0.1', 8));
  });

  test('whatever a message says of a commit of that name but another', async () => {
    const other = commit('other', 7, { message: `(cherry picked from commit ${commitOf('other change')})` });
    const commits = [...inLine([start, change]), ...inLine([other], [start.oid])];
    const { shown } = await synced(home({ commits, releases: [tagged('v1.0.1', 8, other)] }));
    expect(await shown()).toEqual(waiting);
  });

  test('of the packages of a monorepo, the first by its date, then by its tag', async () => {
    const commits = inLine([start, change, later]);
    const releases = [
      tagged('pkg-c@1.0.0', 8, start),
      tagged('pkg-b@3.0.0', 9, later),
      tagged('pkg-a@1.2.0', 9, later),
      tagged('pkg-d@1.0.0', 9, change, { publishedAt: day(10) }),
    ];
    const { shown } = await synced(home({ commits, releases }));
    expect(await shown()).toEqual(inRelease('pkg-a@1.2.0', 9));
  });

  test('never with a draft', async () => {
    const commits = inLine([start, change]);
    const releases = [tagged('v1', 8, change, { isDraft: true })];
    expect(await (await synced(home({ commits, releases }))).shown()).toEqual(waiting);
  });

  test('one pull request ships three issues', async () => {
    const issues = [1, 2, 3].map((number) => completed(number, 6, closes(9)));
    const { shown } = await synced(
      home({ issues, commits: inLine([start, change]), releases: [tagged('v1', 8, change)] }),
    );
    for (const id of [1, 2, 3]) expect(await shown(id)).toEqual(inRelease('v1', 8));
  });

  test('not where it was opened again, or closed as not planned', async () => {
    const issues = [
      issue(1, { ...closes(9), stateReason: 'REOPENED' }),
      completed(2, 6, { ...closes(9), stateReason: 'NOT_PLANNED' }),
    ];
    const { shown, asked } = await synced(
      home({ issues, commits: inLine([start, change]), releases: [tagged('v1', 8, change)] }),
    );
    expect(await shown(1)).toEqual({ ...unproven, status: 'open' });
    expect(await shown(2)).toEqual({ ...unproven, status: 'declined' });
    expect(asked()).not.toContain('History');
  });

  test('and goes back to waiting when that release is deleted', async () => {
    const of = home({
      commits: inLine([start, change]),
      releases: [tagged('v1', 8, change), tagged('v0', 3, start)],
    });
    const { shown, run } = await synced(of);
    expect(await shown()).toEqual(inRelease('v1', 8));
    of.releases.shift();
    await run(true);
    expect(await shown()).toEqual(waiting);
  });
});

describe('a change that was taken back', () => {
  test('proves nothing', async () => {
    const commits = inLine([start, change, revert, later]);
    const { shown } = await synced(home({ commits, releases: [tagged('v1', 10, later)] }));
    expect(await shown()).toEqual(unproven);
  });

  test('proves nothing before any release either', async () => {
    const { shown } = await synced(home({ commits: inLine([start, change, revert]) }));
    expect(await shown()).toEqual(unproven);
  });

  test('as GitHub’s button names it, by the pull request', async () => {
    const named = { ...revert, message: 'Revert "Dark mode" (#10)\n\nReverts octo/app#9' };
    expect(await (await synced(home({ commits: inLine([start, change, named]) }))).shown()).toEqual(unproven);
    const short = { ...revert, message: 'Reverts #9' };
    expect(await (await synced(home({ commits: inLine([start, change, short]) }))).shown()).toEqual(unproven);
    const elsewhere = { ...revert, message: 'Reverts octo/docs#9' };
    expect(await (await synced(home({ commits: inLine([start, change, elsewhere]) }))).shown()).toEqual(
      waiting,
    );
  });

  test('ships when it lands again', async () => {
    const commits = inLine([start, change, revert, again, later]);
    const releases = [tagged('v1', 7, revert), tagged('v2', 10, later)];
    expect(await (await synced(home({ commits, releases }))).shown()).toEqual(inRelease('v2', 10));
  });

  test('stays shipped where it was out before', async () => {
    const commits = inLine([start, change, revert, later]);
    const releases = [tagged('v1', 6, change), tagged('v2', 10, later)];
    const { shown, run } = await synced(home({ commits, releases }));
    expect(await shown()).toEqual(inRelease('v1', 6));
    await run(true);
    expect(await shown()).toEqual(inRelease('v1', 6));
  });

  test('is found while it waits for a release, though nothing moved on the issue', async () => {
    const of = home({ commits: inLine([start, change]) });
    of.issues.push(issue(40));
    const { shown, run, github, asked } = await synced(of);
    expect(await shown()).toEqual(waiting);
    github.reset();
    await run();
    expect(asked().filter((name) => !name.startsWith('Vote'))).toEqual(['Releases', 'SyncIssues', 'History']);
    of.commits = inLine([start, change, revert]);
    await run();
    expect(await shown()).toEqual(unproven);
  });

  test('leaves the proof to another pull request', async () => {
    const second = commit('pull 11', 8);
    const of = home({
      issues: [completed(1, 6, closes(9, 11))],
      pullRequests: [merged(9, 5), merged(11, 8)],
      commits: inLine([start, change, revert, second]),
      releases: [tagged('v1', 10, second)],
    });
    expect(await (await synced(of)).shown()).toMatchObject({
      shippedIn: 'v1',
      proof: `#11 ${second.oid.slice(0, 7)} v1`,
    });
  });
});

test('of two pull requests for one issue, the first that is out ships it', async () => {
  const second = commit('pull 11', 8);
  const pullRequests: PullRequestData[] = [merged(9, 5), merged(11, 8)];
  const commits = inLine([start, change, second]);
  const issues = [completed(1, 6, closes(11, 9))];
  const releases = [tagged('v1', 6, start), tagged('v2', 7, change), tagged('v3', 10, second)];
  expect(await (await synced(home({ issues, pullRequests, commits, releases }))).shown()).toMatchObject({
    shippedIn: 'v2',
    proof: `#9 ${change.oid.slice(0, 7)} v2`,
  });
});

test('what was opened again and closed by a later pull request ships with that one', async () => {
  const second = commit('pull 11', 8);
  const of = home({
    issues: [completed(1, 8, closes(9, 11))],
    pullRequests: [merged(9, 5), merged(11, 8)],
    commits: inLine([start, change, second]),
    releases: [tagged('v2', 7, change)],
  });
  const { shown, run } = await synced(of);
  expect(await shown()).toMatchObject({ shippedIn: undefined, proof: `#9 #11 ${second.oid.slice(0, 7)}` });
  of.releases.push(tagged('v3', 10, second));
  await run();
  expect(await shown()).toMatchObject({ shippedIn: 'v3', proof: `#9 #11 ${second.oid.slice(0, 7)} v3` });
});

describe('a pre-release', () => {
  const commits = inLine([start, change, later]);
  const rc = tagged('v2-rc.1', 8, change, { isPrerelease: true });
  const asked = 'notify: { prereleases: true }\n';

  test('is none unless the settings say so', async () => {
    expect(await (await synced(home({ commits, releases: [rc] }))).shown()).toEqual(waiting);
    expect(await (await synced(home({ commits, releases: [rc, tagged('v2', 10, later)] }))).shown()).toEqual(
      inRelease('v2', 10),
    );
  });

  test('counts where they do, until a stable release has the same, though nothing moved on the issue', async () => {
    const of = home({ commits, releases: [rc] });
    of.issues.push(issue(40));
    const { shown, run } = await synced(of, asked);
    expect(await shown()).toEqual(inRelease('v2-rc.1', 8));
    of.releases.push(tagged('v2', 10, later));
    await run();
    expect(await shown()).toEqual(inRelease('v2', 10));
  });
});

describe('with `on: merge`', () => {
  const on = 'notify: { on: merge }\n';

  test('it has shipped once merged into the default branch, and has not when that was taken back', async () => {
    const of = home({ commits: inLine([start, change]) });
    expect(await (await synced(of, on)).shown()).toEqual(waiting);
    expect(await (await synced({ ...of, commits: inLine([start, change, revert]) }, on)).shown()).toEqual(
      unproven,
    );
  });

  test('a merge into another branch waits until that is merged', async () => {
    const pullRequests = [{ ...merged(9, 5), baseRefName: 'next' }];
    const apart = [...inLine([start, later]), ...inLine([{ ...change, branch: 'next' }], [start.oid])];
    expect(await (await synced(home({ pullRequests, commits: apart }), on)).shown()).toEqual({
      ...waiting,
      shippedAt: undefined,
    });
    const joined = [...apart, commit('join', 12, { parents: [later.oid, change.oid] })];
    expect(await (await synced(home({ pullRequests, commits: joined }), on)).shown()).toEqual(waiting);
  });
});

describe('pull requests into other branches, where the settings name them', () => {
  const bases = 'notify: { bases: ["release/*"] }\n';
  const picked = { ...change, branch: 'release/1' };
  const of = (body: string, parts: Partial<IssueData> = {}, base = 'release/1'): RepositoryData =>
    home({
      issues: [completed(1, 6, { mentionedBy: [{ repo: 'octo/app', number: 9 }], ...parts })],
      pullRequests: [{ ...merged(9, 5), baseRefName: base, body }],
      commits: [...inLine([start]), ...inLine([picked], [start.oid])],
      releases: [tagged('v1.0.1', 8, picked)],
    });

  test.each([
    'Fixes #1',
    'This CLOSES: octo/app#1.',
    'resolved https://github.com/octo/app/issues/1',
    '- fix #1',
  ])('count by their text: %s', async (body) => {
    expect(await (await synced(of(body), bases)).shown()).toEqual(inRelease('v1.0.1', 8));
  });

  test.each([
    '`Fixes #1`',
    '    Fixes #1',
    '> Fixes #1',
    '<!-- Fixes #1 -->',
    'Fixes octo/docs#1',
    'Fixes #12',
    'Prefixes #1',
    'See #1',
  ])('do not by this: %s', async (body) => {
    expect(await (await synced(of(body), bases)).shown()).toEqual(unproven);
  });

  test('count for nothing in other branches, without the setting, or for an open issue', async () => {
    expect(await (await synced(of('Fixes #1', {}, 'feature'), bases)).shown()).toEqual(unproven);
    const without = await synced(of('Fixes #1'));
    expect(await without.shown()).toEqual(unproven);
    expect(without.asked()).not.toContain('Mentions');
    const open = await synced(of('Fixes #1', { state: 'OPEN', closedAt: null, stateReason: null }), bases);
    expect(await open.shown()).toEqual({ ...unproven, status: 'open' });
  });
});

describe('where commits cannot tell', () => {
  const byDate = { ...inRelease('v1', 8), proof: '#9 v1' };

  test('a GitHub that does not know them is asked once, and dates do', async () => {
    const issues = [1, 2, 3].map((number) => completed(number, 6, closes(9)));
    const { shown, asked } = await synced(home({ issues, commits: [], releases: [tagged('v1', 8, start)] }));
    expect(await shown()).toEqual(byDate);
    expect(asked().filter((name) => name === 'History')).toHaveLength(1);
  });

  test('beyond forty pages of history dates do', async () => {
    const many = Array.from({ length: 4100 }, (_, rank) => commit(`more ${rank}`, 7));
    const apart = commit('apart', 6, { branch: 'release/1' });
    const commits = [...inLine([start, change, ...many]), ...inLine([apart], [start.oid])];
    const releases = [tagged('v1', 8, apart), tagged('v2', 9, many.at(-1) ?? start)];
    const { shown, asked } = await synced(home({ commits, releases }));
    expect(await shown()).toEqual(byDate);
    expect(asked().filter((name) => name === 'History')).toHaveLength(40);
  });

  test('nor where its schema has no history', async () => {
    const data = gitHub(home({ commits: inLine([start, change]), releases: [tagged('v1', 8, change)] }));
    const github = await serve({ ...data, lacks: ['Commit.history'] });
    const content = await sandbox();
    expect(await runSyncIn(content, github)).toMatchObject({ status: 0 });
    expect(await shownIn(content, 1)).toEqual(byDate);
  });

  test('a history that is too much at once is asked for in halves', async () => {
    const of = home({ commits: inLine([start, change]), releases: [tagged('v1', 8, start)] });
    const github = await serve(gitHub(of));
    const content = await sandbox();
    github.faults.push({ kind: '502 before', when: ({ operation }) => operation === 'History', times: 1 });
    expect(await runSyncIn(content, github)).toMatchObject({ status: 0 });
    expect(await shownIn(content, 1)).toEqual(waiting);
  });
});

test('what a file says already is not asked for again', async () => {
  const of = home({ commits: inLine([start, change]), releases: [tagged('v1', 8, change)] });
  const { shown, run, github, asked } = await synced(of);
  Object.assign(of.issues[0] ?? {}, { title: 'Another', updatedAt: day(20) });
  github.reset();
  await run();
  expect(asked()).not.toContain('History');
  expect(await shown()).toEqual(inRelease('v1', 8));
});
