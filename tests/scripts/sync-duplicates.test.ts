import { describe, expect, test } from 'vitest';
import { unknownIn } from '../../scripts/github/dialect.ts';
import { day, gitHub, issue, type IssueData, repository } from '../github/data.ts';
import { runSyncIn, sandbox, serve } from './sandbox.ts';

const closed = (number: number, parts: Partial<IssueData>): IssueData =>
  issue(number, { state: 'CLOSED', stateReason: 'NOT_PLANNED', closedAt: day(9), ...parts });
const mark = (number: number, on: number, kind: 'marked' | 'unmarked' = 'marked', repo = 'octo/app') => ({
  kind,
  canonical: { repo, number },
  createdAt: day(on),
});

async function synced(issues: IssueData[], lacks: string[] = []) {
  const others = [
    repository('else/where', { issues: [issue(7)] }),
    repository('else/secret', { isPrivate: true, issues: [issue(8)] }),
  ];
  const github = await serve({ ...gitHub(repository('octo/app', { issues }), ...others), lacks });
  const content = await sandbox();
  const ran = await runSyncIn(content, github);
  const targetOf = async (id: number): Promise<string | undefined> =>
    /^duplicateOf: "(.*)"$/m.exec(await content.read(`feedback/${id}.md`))?.[1];
  return { github, content, ran, targetOf };
}

const OLD = [
  'Issue.duplicateOf',
  'Issue.issueType',
  'Issue.subIssuesSummary',
  'Issue.parent',
  'Issue.stateReason(enableDuplicate)',
  'Release.immutable',
];

describe('on a GitHub whose schema lacks duplicateOf and more', () => {
  test('events tell what was merged into what, and one refused query is all it costs', async () => {
    const { github, ran, targetOf } = await synced(
      [
        issue(1),
        closed(2, { marks: [mark(1, 3)] }),
        closed(3, { marks: [mark(1, 3), mark(1, 4, 'unmarked')] }),
        closed(4, { marks: [mark(1, 3), mark(1, 4, 'unmarked'), mark(2, 5)] }),
        closed(5, { marks: [mark(7, 3, 'marked', 'else/where')] }),
        closed(6, { marks: [mark(8, 3, 'marked', 'else/secret')] }),
        issue(7, { marks: [mark(1, 3)] }),
      ],
      OLD,
    );
    expect(ran).toMatchObject({ status: 0, report: { created: 7 } });
    expect(await Promise.all([2, 3, 4, 5, 6, 7].map(targetOf))).toEqual([
      '1',
      undefined,
      '2',
      'else/where#7',
      undefined,
      undefined,
    ]);
    const asked = github.log.map(({ operation }) => operation);
    expect(asked.slice(0, 4)).toEqual(['Releases', 'Releases', 'SyncIssues', 'SyncIssues']);
    expect(asked.filter((operation) => operation === 'SyncIssues')).toHaveLength(2);
  });

  test('taking the mark back takes the merge back', async () => {
    const { github, content, targetOf } = await synced([issue(1), closed(2, { marks: [mark(1, 3)] })], OLD);
    expect(await targetOf(2)).toBe('1');
    Object.assign(github.data.repositories[0]?.issues[1] ?? {}, {
      marks: [mark(1, 3), mark(1, 12, 'unmarked')],
      updatedAt: day(12),
    });
    await runSyncIn(content, github);
    expect(await targetOf(2)).toBeUndefined();
  });
});

describe('where GitHub says "duplicate" and not of what', () => {
  test('events are asked for, of those issues alone', async () => {
    const { github, targetOf } = await synced([
      issue(1),
      closed(2, { stateReason: 'DUPLICATE', marks: [mark(1, 3)] }),
      closed(3, { stateReason: 'DUPLICATE' }),
      closed(4, { stateReason: 'DUPLICATE', duplicateOf: { repo: 'octo/app', number: 1 } }),
    ]);
    expect(await Promise.all([2, 3, 4].map(targetOf))).toEqual(['1', undefined, '1']);
    const asked = github.log.filter(({ operation }) => operation === 'Duplicates');
    expect(asked.map(({ variables }) => variables['ids'])).toEqual([[expect.anything(), expect.anything()]]);
  });
});

test.each([
  ["Field 'duplicateOf' doesn't exist on type 'Issue'", 'duplicateOf'],
  ['Cannot query field "issueType" on type "Issue".', 'issueType'],
  ['Cannot query field "parent" on type "Issue". Did you mean "url"?', 'parent'],
  ["Field 'stateReason' doesn't accept argument 'enableDuplicate'", 'stateReason(enableDuplicate)'],
  ['Unknown argument "enableDuplicate" on field "Issue.stateReason".', 'stateReason(enableDuplicate)'],
  ['Something went wrong', undefined],
])('%s', (message, unknown) => expect(unknownIn(message)).toBe(unknown));
