import { expect, test } from 'vitest';
import { completed, day, gitHub, issue, merged, release, repository } from '../github/data.ts';
import { runSyncIn, sandbox, serve } from './sandbox.ts';

/** 10,000 issues, of which every third was closed by a pull request and every fiftieth merged into another. */
const issues = Array.from({ length: 10_000 }, (_, at) => {
  const number = at + 1;
  const labels = number % 4 === 0 ? ['ui', 'planned'] : ['api'];
  const createdAt = new Date(Date.parse(day(1)) + number * 60_000).toISOString().replace('.000Z', 'Z');
  if (number % 50 === 0)
    return issue(number, {
      createdAt,
      labels,
      state: 'CLOSED',
      stateReason: 'DUPLICATE',
      closedAt: createdAt,
      duplicateOf: { repo: 'octo/app', number: number - 1 },
    });
  if (number % 3 === 0)
    return completed(number, 40, {
      createdAt,
      closedAt: createdAt,
      updatedAt: createdAt,
      labels,
      closedBy: [{ repo: 'octo/app', number: 20_000 }],
    });
  return issue(number, { createdAt, labels });
});

test(
  '10,000 issues: what a sync costs, to read all, to find nothing new, to find that one is gone',
  { timeout: 300_000 },
  async () => {
    const github = await serve(
      gitHub(
        repository('octo/app', {
          issues,
          pullRequests: [merged(20_000, 39)],
          releases: Array.from({ length: 120 }, (_, at) => release(`v${at}`, at + 1)),
        }),
      ),
    );
    const content = await sandbox();
    const isVotes = ({ operation }: { operation: string }): boolean => /^Vote/.test(operation);
    const spent = async (full = false) => {
      github.reset();
      const ran = await runSyncIn(content, github, { flags: { own: { full } } });
      expect(ran.status).toBe(0);
      const rest = github.log.filter(({ operation }) => operation === '').length;
      return { ran, rest, reading: github.log.filter((logged) => !isVotes(logged)).length };
    };

    const first = await spent();
    expect(first.ran.report).toMatchObject({ created: 10_000 });
    expect(first.ran.report).toHaveProperty(
      'points',
      expect.toSatisfy((points: number) => points <= 450),
    );
    expect(first.rest).toBeLessThanOrEqual(60);

    const quiet = await spent();
    expect(quiet.ran.report).toMatchObject({ created: 0, updated: 0, removed: 0 });
    expect(quiet.reading).toBeLessThanOrEqual(3);

    Object.assign(issues[4] ?? {}, { gone: 'deleted' });
    const gone = await spent();
    expect(gone.ran.report).toMatchObject({ removed: 1 });
    expect(github.log.filter(({ operation }) => operation === 'Numbers')).toHaveLength(100);
    expect(gone.reading).toBeLessThanOrEqual(105);
  },
);
