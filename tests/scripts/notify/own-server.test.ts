import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { completed, gitHub, type IssueData, repository } from '../../github/data.ts';
import type { TestGitHub } from '../../github/server.ts';
import { serve } from '../sandbox.ts';
import { openHub } from './clones.ts';
import { inShort, type Ran, runOn, shipped } from './stage.ts';

const BLNS: unknown = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'), 'utf8'),
);

const serveIssues = (...issues: IssueData[]): Promise<TestGitHub> =>
  serve(gitHub(repository('octo/app', { issues })));
const run = (github: TestGitHub, files: Record<string, string>, folder?: string): Promise<Ran> =>
  runOn(files, { proxy: github }, { env: github.env, ...(folder !== undefined && { folder }) });

describe('against a GitHub of our own', () => {
  test('one comment, then none', async () => {
    const github = await serveIssues(completed(1, 3));
    const [issue] = github.data.repositories[0]?.issues ?? [];
    expect(inShort(await run(github, shipped(1))).posted).toEqual([1]);
    expect(inShort(await run(github, shipped(1))).skipped).toEqual(['1 told']);
    expect(issue?.comments.map(({ author }) => author)).toEqual(['roadmap-bot']);
  });

  test.each([
    ['locked', { locked: true }, 'locked'],
    ['opened again', { state: 'OPEN', stateReason: 'REOPENED' }, 'open'],
    ['not planned', { stateReason: 'NOT_PLANNED' }, 'not-completed'],
    ['quiet', { labels: ['roadmap:quiet'] }, 'quiet'],
    ['deleted', { gone: 'deleted' }, 'gone'],
    ['transferred', { gone: { repo: 'octo/app', number: 2 } }, 'transferred'],
  ] as const)('an issue that is %s: %o is a note', async (_, parts, reason) => {
    const one = { ...completed(1, 3), ...parts, labels: 'labels' in parts ? [...parts.labels] : [] };
    const github = await serveIssues(one, completed(2, 3));
    const ran = await run(github, { ...shipped(1), ...shipped(2) });
    expect([inShort(ran), ran.status]).toEqual([{ posted: [2], skipped: [`1 ${reason}`], unknown: [] }, 0]);
  });

  test.each(['deleted', 'transferred'])('one that is %s for ever is not asked for again', async (fate) => {
    const gone = fate === 'deleted' ? 'deleted' : { repo: 'octo/app', number: 2 };
    const github = await serveIssues({ ...completed(1, 3), gone }, completed(2, 3));
    const hub = await openHub(shipped(1));
    const first = inShort(await run(github, {}, await hub.clone())).skipped;
    github.reset();
    expect(inShort(await run(github, {}, await hub.clone())).skipped).toEqual(first);
    expect(github.log).toEqual([]);
  });

  test('two pull requests for one issue: one comment; one for three issues: one each', async () => {
    const pull = (number: number) => ({
      kind: 'pull-request',
      url: `https://github.test/octo/app/pull/${number}`,
      name: `#${number}`,
    });
    const github = await serveIssues(completed(1, 3), completed(2, 3), completed(3, 3));
    const files = {
      ...shipped(1, { proof: [pull(8), pull(9)] }),
      ...shipped(2, { proof: [pull(9)] }),
      ...shipped(3, { proof: [pull(9)] }),
    };
    expect(inShort(await run(github, files)).posted).toEqual([1, 2, 3]);
    const said = github.data.repositories[0]?.issues.map(({ comments }) => comments.map(({ body }) => body));
    expect(said?.map((bodies) => bodies.length)).toEqual([1, 1, 1]);
    expect(said?.[0]?.[0]).toContain('[#8](https://github.test/octo/app/pull/8) and [#9]');
  });

  test('no title gets into a comment or a commit message, however naughty', async () => {
    const titles = Array.isArray(BLNS) ? BLNS.map(String).filter((title) => title.trim() !== '') : [];
    expect(titles.length).toBeGreaterThan(400);
    const numbers = titles.map((_, index) => index + 1);
    const github = await serveIssues(...numbers.map((number) => completed(number, 3)));
    const files = Object.assign({}, ...titles.map((title, index) => shipped(index + 1, { title })));
    const plain = await serveIssues(...numbers.map((number) => completed(number, 3)));
    const settings = 'repositories: [octo/app]\nnotify: { since: 2026-11-20, cap: 100 }\n';
    const hub = await openHub({ ...files, 'milepost.yml': settings });
    expect((await run(github, {}, await hub.clone())).report.posted).toHaveLength(100);
    const same = Object.assign({}, ...numbers.map((number) => shipped(number)));
    await run(plain, { ...same, 'milepost.yml': settings });
    const said = ({ data }: TestGitHub): string[] =>
      data.repositories.flatMap(({ issues }) =>
        issues.flatMap(({ comments }) => comments.map(({ body }) => body)),
      );
    expect(said(github)).toEqual(said(plain));
    expect(await hub.git.run(['log', '--format=%B', '-2', 'main'])).toBe(
      'Record which requests were told\n\nClaim the requests that are about to be told\n\n',
    );
  });
});
