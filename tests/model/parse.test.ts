import { describe, expect, test } from 'vitest';
import { type Parsed, parseEntry, parseItem, parseMission } from '../../src/model/parse.ts';
import { formatProblem, show } from '../../src/model/problem.ts';

const told = ({ problems }: Parsed<unknown>): string => problems.map(formatProblem).join('\n');
const GOOD = 'title: Dark theme\nstatus: open\ncreatedAt: 2026-01-01T00:00:00Z\n';
const item = (yaml: string, id = '42'): ReturnType<typeof parseItem> =>
  parseItem(id, `---\n${yaml}---\nBody.\n`, `content/feedback/${id}.md`);

describe('an item', () => {
  test('needs a title, a status and a moment; the rest has defaults', () =>
    expect(item(GOOD)).toEqual({
      value: {
        id: '42',
        title: 'Dark theme',
        status: 'open',
        source: 'github',
        createdAt: '2026-01-01T00:00:00Z',
        tags: [],
        proof: [],
        history: [],
        evidence: [],
        hidden: false,
        body: 'Body.\n',
      },
      problems: [],
    }));

  test('with unknown keys is read all the same, and they are told', () => {
    const { value, problems } = item(`${GOOD}responce: Soon.\nvotes: 12\n`);
    expect(value).toEqual(item(GOOD).value);
    expect(problems.map(formatProblem).join('\n')).toMatchInlineSnapshot(`
      "content/feedback/42.md:5 responce: expected one of title, status, source, repo, number, url, author, createdAt, closedAt, tags, milestone, duplicateOf, shippedIn, shippedAt, proof, history, response, pillar, evidence, eta, lang, hidden; got "responce". Did you mean "response"?
      content/feedback/42.md:6 votes: expected one of title, status, source, repo, number, url, author, createdAt, closedAt, tags, milestone, duplicateOf, shippedIn, shippedAt, proof, history, response, pillar, evidence, eta, lang, hidden; got "votes". Take it out."
    `);
  });

  test('with wrong values is not read, and all are told', () => {
    const parsed = item(`title: 12
status: Open
createdAt: 2026-01-01
tags: bug
number: "12"
url: javascript:alert(1)
proof:
  - kind: pr
    url: x
    nam: "#1"
hidden: yes
duplicateOf: "../../x"
evidence:
  - source: call
    weight: 0
    date: 2026
    who: Bob
`);
    expect(parsed.value).toBeUndefined();
    expect(told(parsed)).toMatchInlineSnapshot(`
      "content/feedback/42.md:2 title: expected text; got 12. Put it in quotes.
      content/feedback/42.md:3 status: expected lower-case letters, digits and single hyphens, such as in-progress; got "Open". Mend it.
      content/feedback/42.md:4 createdAt: expected a moment in UTC, such as 2026-11-22T08:12:00Z; got "2026-01-01". Mend it.
      content/feedback/42.md:5 tags: expected a list; got "bug". Mend it.
      content/feedback/42.md:6 number: expected a number; got "12". Mend it.
      content/feedback/42.md:7 url: expected an address that begins with https:// or http://; got "javascript:alert(1)". Mend it.
      content/feedback/42.md:9 proof.0.kind: expected one of pull-request, commit, release; got "pr". Mend it.
      content/feedback/42.md:9 proof.0.name: expected text; got nothing. Add it.
      content/feedback/42.md:10 proof.0.url: expected an address that begins with https:// or http://; got "x". Mend it.
      content/feedback/42.md:11 proof.0.nam: expected one of kind, url, name, at; got "nam". Did you mean "name"?
      content/feedback/42.md:12 hidden: expected true or false; got "yes". Mend it.
      content/feedback/42.md:13 duplicateOf: expected an item, such as 42 or owner/name#42; got "../../x". Mend it.
      content/feedback/42.md:16 evidence.0.weight: expected a number greater than 0; got 0. Mend it.
      content/feedback/42.md:18 evidence.0.who: expected one of source, date, url, quote, summary, weight; got "who". Take it out."
    `);
  });

  test('without what it needs says so', () =>
    expect(told(item('repo: octo\n'))).toMatchInlineSnapshot(`
    "content/feedback/42.md:2 title: expected text; got nothing. Add it.
    content/feedback/42.md:2 status: expected text; got nothing. Add it.
    content/feedback/42.md:2 repo: expected a repository as owner/name, such as octocat/hello-world; got "octo". Mend it.
    content/feedback/42.md:2 createdAt: expected a moment in UTC, such as 2026-11-22T08:12:00Z; got nothing. Add it."
  `));

  test.each([
    ['12', '12'],
    ['"12"', '12'],
    ['docs-12', 'docs-12'],
    ['octo/app#12', 'octo/app#12'],
  ])('may be a duplicate of %s', (yaml, reference) =>
    expect(item(`${GOOD}duplicateOf: ${yaml}\n`).value?.duplicateOf).toBe(reference),
  );
  test.each(['0', '-1', '"#12"', '"A"', '""', 'octo/app', '"a\\n"'])('is never a duplicate of %s', (yaml) =>
    expect(item(`${GOOD}duplicateOf: ${yaml}\n`).value?.duplicateOf ?? 'none').toBe('none'),
  );

  test.each(['Über', 'a_b', '-a', 'a.b', ''])('in a file named %s is not read', (id) =>
    expect(told(item(GOOD, id))).toBe(
      `content/feedback/${id}.md:1: expected a file name of lower-case letters, digits and hyphens; got ${JSON.stringify(id)}. Rename the file.`,
    ),
  );

  test('of 300 emoji and of a script is read as it is', () => {
    const title = `${'😀'.repeat(300)}<script>`;
    expect(item(GOOD.replace('Dark theme', title)).value?.title).toBe(title);
  });

  test('with a thousand unknown keys is told in the time of a breath', () => {
    const before = process.cpuUsage();
    const keys = Array.from({ length: 1000 }, (_, n) => `key${n}: ${n}\n`).join('');
    expect(item(GOOD + keys).problems).toHaveLength(1000);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});

test('a changelog entry needs a title and a version', () => {
  const entry = (yaml: string): Parsed<unknown> =>
    parseEntry('v1', `---\n${yaml}---\n`, 'content/changelog/v1.md');
  expect(entry('title: One\nversion: v1.0.0\n').value).toEqual({
    id: 'v1',
    title: 'One',
    version: 'v1.0.0',
    prerelease: false,
    hidden: false,
    body: '',
  });
  expect(told(entry('titel: One\nversion: 1.0\npublishedAt: 2026-01-01\nprerelease: "no"\n')))
    .toMatchInlineSnapshot(`
      "content/changelog/v1.md:2 title: expected text; got nothing. Add it.
      content/changelog/v1.md:2 titel: expected one of title, version, repo, url, publishedAt, prerelease, file, upstream, summary, hidden; got "titel". Did you mean "title"?
      content/changelog/v1.md:3 version: expected text; got 1. Put it in quotes.
      content/changelog/v1.md:4 publishedAt: expected a moment in UTC, such as 2026-11-22T08:12:00Z; got "2026-01-01". Mend it.
      content/changelog/v1.md:5 prerelease: expected true or false; got "no". Mend it."
    `);
});

test('a mission may be empty, and its mistakes are told', () => {
  const mission = (yaml: string): Parsed<unknown> =>
    parseMission(`---\n${yaml}---\n# Ours\n`, 'content/mission.mdx');
  expect(mission('mission: "Why."\n').value).toEqual({
    mission: 'Why.',
    strategy: [],
    values: [],
    pillars: [],
    impact: [],
    commitments: [],
    revisions: [],
  });
  expect(
    told(
      mission(`vision: 1
formula: { what: x, how: y }
pillars:
  - { id: Demand, name: Demand, promise: x }
  - { id: board, name: Board }
impact:
  - { name: Time, unit: days, target: "7", source: ledger, points: [{ date: May, value: 1 }] }
reviewed: last week
`),
    ),
  ).toMatchInlineSnapshot(`
    "content/mission.mdx:2 vision: expected text; got 1. Put it in quotes.
    content/mission.mdx:3 formula.who: expected text; got nothing. Add it.
    content/mission.mdx:5 pillars.0.id: expected lower-case letters, digits and single hyphens, such as in-progress; got "Demand". Mend it.
    content/mission.mdx:6 pillars.1.promise: expected text; got nothing. Add it.
    content/mission.mdx:8 impact.0.target: expected a number; got "7". Mend it.
    content/mission.mdx:8 impact.0.points.0.date: expected a date, such as 2026-11-22, 2026-11 or 2026; got "May". Mend it.
    content/mission.mdx:9 reviewed: expected a date, such as 2026-11-22, 2026-11 or 2026; got "last week". Mend it."
  `);
  expect(
    told(
      mission('pillars:\n  - { id: board, name: A, promise: x }\n  - { id: board, name: B, promise: y }\n'),
    ),
  ).toBe('content/mission.mdx:4 pillars.1.id: expected an id that no other has; got "board". Mend it.');
});

describe('a message', () => {
  const line = (got: string): string =>
    formatProblem({ file: 'x.md', field: 'a\nb', level: 'error', expected: 'c', got, remedy: 'd.' });

  test('is one line, without what a terminal would obey', () =>
    expect(line('\u001B[2J\u009B2J\u202Eabc\u2028\r\n::error::')).toBe(
      String.raw`x.md a\u000ab: expected c; got \u001b[2J\u009b2J\u202eabc\u2028\u000d\u000a::error::. d.`,
    ));
  test('names its line where it has one', () =>
    expect(
      formatProblem({
        file: 'x.md',
        line: 5,
        field: '',
        level: 'error',
        expected: 'c',
        got: 'd',
        remedy: 'e.',
      }),
    ).toBe('x.md:5: expected c; got d. e.'));
  test('shows a long value cut, never through an emoji', () => {
    expect(show('😀'.repeat(100))).toBe(`"${'😀'.repeat(78)}…`);
    expect(show('x'.repeat(78))).toBe(`"${'x'.repeat(78)}"`);
  });
  test.each([
    [undefined, 'nothing'],
    [null, 'null'],
    [[], '[]'],
    [Number.NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [{ a: 1 }, '{"a":1}'],
    ['a\nb', '"a\\nb"'],
  ])('shows %s as it is written', (value, shown) => expect(show(value)).toBe(shown));
});

test('a slip in one key of people’s keeps nothing else off the site', () => {
  const parsed = item(`${GOOD}eta: [2027]\nresponse:\nevidence:\n  - source: call\n    date: 2026\n`);
  expect(parsed.value).toMatchObject({ title: 'Dark theme', evidence: [{ source: 'call', date: '2026' }] });
  expect(told(parsed)).toMatch(/eta: expected text; got \[2027\]/);
});

test('whoever tried to hide an item did not mean to publish it', () => {
  expect(item(`${GOOD}hidden: yes\n`).value).toBeUndefined();
});
