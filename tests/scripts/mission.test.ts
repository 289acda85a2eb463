import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mission as command } from '../../scripts/mission.ts';
import { check } from '../../scripts/check.ts';
import type { Command, Outcome } from '../../scripts/command.ts';
import { contentFolder } from '../content/folder.ts';
import { OTHERS } from '../derive/similar/wishes.ts';

const CLI = fileURLToPath(new URL('../../scripts/cli.ts', import.meta.url));
const OWN = fileURLToPath(new URL('../../content', import.meta.url));
const WORLD = { env: {}, now: () => new Date('2026-11-22T08:00:00Z'), say: () => {}, progress: () => {} };

const run = (of: Command, content: string, own: Readonly<Record<string, boolean>> = {}): Promise<Outcome> =>
  of.run({ content, dryRun: false, repo: undefined, own, rest: [] }, WORLD);

/** What a command says in a folder with this mission file, the folder's own name taken out. */
async function say(
  file: string | undefined,
  {
    of = command,
    own = {},
    items = {},
  }: { of?: Command; own?: Record<string, boolean>; items?: Record<string, string> } = {},
): Promise<Pick<Outcome, 'text' | 'status'> & { report: string }> {
  const folder = await contentFolder({ ...(file === undefined ? {} : { 'mission.mdx': file }), ...items });
  const { text, status, report } = await run(of, folder, own);
  const plain = (told: string): string => told.replaceAll(folder, 'content');
  return { text: plain(text), status, report: plain(JSON.stringify(report)) };
}

const WEAK = `---
mission: "Be the best project management tool."
vision: "Reach 10 million users."
strategy:
  - "Ask teachers before anybody else."
  - "Deliver quality."
---
`;

const wish = (title: string, lines: string, body: string): string =>
  `---\ntitle: "${title}"\ncreatedAt: "2026-10-01T00:00:00Z"\n${lines}---\n${body}\n`;
const ITEMS = {
  'feedback/1.md': wish(
    'Turnips arrive late',
    'status: planned\nauthor: "a"\n',
    'Every turnip is old once it arrives.',
  ),
  'feedback/2.md': wish('Turnips by bicycle', 'status: shipped\nauthor: "b"\npillar: fresh\n', 'x'),
  'feedback/3.md': wish('A lantern at the door', 'status: open\nauthor: "c"\n', ''),
};
const WELL = `---
mission: "Bring fresh turnips to people who live far from any field."
pillars:
  - { id: fresh, name: Fresh, promise: "Turnips of the day.", words: [late, old] }
---
`;

test('tells each finding by its line, with why and what to do, and what the mission lacks', async () =>
  expect((await say(WEAK)).text).toMatchInlineSnapshot(`
    "Mission: Be the best project management tool.

    warning: content/mission.mdx:2 mission (user-focused): “Be the best project management tool”
      This says what the organisation wants to be or to gain, and not what anybody receives from it.
      Name who is better off and how: not “be the best project management tool” but “help teams deliver projects on time”.
    warning: content/mission.mdx:3 vision (not-a-metric): “10 million users”
      A number is reached or missed, and nobody follows it: it measures the vision, and is not one.
      Move it to \`impact\`, with its target and source, and say what is true in the world once it is reached: “A world where distance doesn’t diminish teamwork.”
    warning: content/mission.mdx:6 strategy.1 (names-choices): “Deliver quality.”
      Nobody would choose the opposite, so nothing has been chosen.
      Name what you do and what you leave for it: “Publish finished pages instead of running a server.”

    Alignment: the mission has no pillars. Add \`pillars:\` to see what serves it.

    Voice: too few requests to tell what people call things."
  `));

test('tells what is asked for and shipped by pillar, what serves none, and people’s words', async () =>
  expect((await say(WELL, { items: ITEMS })).text).toMatchInlineSnapshot(`
    "Mission: Bring fresh turnips to people who live far from any field.

    Wording: no findings.

    Pillar     requests  suggested  people  heard  planned  shipped  declined  of demand  of shipped
    Fresh             2          1       2      0        1        1         0       67 %       100 %
    no pillar         1          0       1      0        0        0         0       33 %         0 %

    Share of what shipped minus share of what was asked, by quarter, in points:
    Pillar     2026-Q1  2026-Q2  2026-Q3  2026-Q4
    Fresh            –        –        –      +33
    no pillar        –        –        –      −33

    These serve no pillar:
      3 A lantern at the door

    In people’s words (requests that use them):
      turnips (2)
        “Every turnip is old once it arrives.” 1"
  `));

test('reports the same figures to machines', async () => {
  const { report, status } = await say(WELL, { items: ITEMS });
  expect(status).toBe(0);
  const { findings, alignment, voice, ...more } = JSON.parse(report);
  expect({ findings, more }).toEqual({ findings: [], more: {} });
  expect(alignment[0]).toMatchObject({
    pillar: 'fresh',
    requests: 2,
    suggested: 1,
    people: 2,
    planned: 1,
    shipped: 1,
    shareOfDemand: 0.667,
    shareOfShipped: 1,
    items: ['1', '2'],
  });
  expect(alignment[1]).toMatchObject({ pillar: null, requests: 1, items: ['3'] });
  expect(voice).toMatchObject([{ phrase: 'turnips', requests: 2, inMission: true, items: ['1', '2'] }]);
});

test('findings are warnings, and errors for the strict', async () => {
  const { status, report } = await say(WEAK);
  expect({ status, levels: levelsIn(report) }).toEqual({
    status: 0,
    levels: ['warning', 'warning', 'warning'],
  });
  const strict = await say(WEAK, { own: { strict: true } });
  expect({ status: strict.status, levels: levelsIn(strict.report) }).toEqual({
    status: 1,
    levels: ['error', 'error', 'error'],
  });
  expect((await say(WELL, { own: { strict: true } })).status).toBe(0);
});

const levelsIn = (report: string): string[] =>
  [...report.matchAll(/"level":"(\w+)"/g)].map(([, level = '']) => level);

test('check tells the findings too, as warnings, and as errors for the strict', async () => {
  expect(await say(WEAK, { of: check })).toMatchInlineSnapshot(`
    {
      "report": "{"problems":[{"file":"content/mission.mdx","line":2,"field":"mission","level":"warning","expected":"wording that passes the rule user-focused","got":"\\"Be the best project management tool\\"","remedy":"This says what the organisation wants to be or to gain, and not what anybody receives from it. Name who is better off and how: not “be the best project management tool” but “help teams deliver projects on time”."},{"file":"content/mission.mdx","line":3,"field":"vision","level":"warning","expected":"wording that passes the rule not-a-metric","got":"\\"10 million users\\"","remedy":"A number is reached or missed, and nobody follows it: it measures the vision, and is not one. Move it to \`impact\`, with its target and source, and say what is true in the world once it is reached: “A world where distance doesn’t diminish teamwork.”"},{"file":"content/mission.mdx","line":6,"field":"strategy.1","level":"warning","expected":"wording that passes the rule names-choices","got":"\\"Deliver quality.\\"","remedy":"Nobody would choose the opposite, so nothing has been chosen. Name what you do and what you leave for it: “Publish finished pages instead of running a server.”"}]}",
      "status": 0,
      "text": "warning: content/mission.mdx:2 mission: expected wording that passes the rule user-focused; got "Be the best project management tool". This says what the organisation wants to be or to gain, and not what anybody receives from it. Name who is better off and how: not “be the best project management tool” but “help teams deliver projects on time”.
    warning: content/mission.mdx:3 vision: expected wording that passes the rule not-a-metric; got "10 million users". A number is reached or missed, and nobody follows it: it measures the vision, and is not one. Move it to \`impact\`, with its target and source, and say what is true in the world once it is reached: “A world where distance doesn’t diminish teamwork.”
    warning: content/mission.mdx:6 strategy.1: expected wording that passes the rule names-choices; got "Deliver quality.". Nobody would choose the opposite, so nothing has been chosen. Name what you do and what you leave for it: “Publish finished pages instead of running a server.”
    0 items, 0 changelog entries: 3 problems",
    }
  `);
  const strict = await say(WEAK, { of: check, own: { strict: true } });
  expect({ status: strict.status, levels: levelsIn(strict.report) }).toEqual({
    status: 1,
    levels: ['error', 'error', 'error'],
  });
  expect(await say(WELL, { of: check, own: { strict: true } })).toMatchObject({ status: 0 });
});

test('a mission that is missing is told, with the voice of whoever asked all the same', async () => {
  const { text, status, report } = await say(undefined, { items: ITEMS });
  expect(text).toMatchInlineSnapshot(`
    "Mission: none yet. Add \`mission:\` with one sentence to content/mission.mdx.

    Alignment: the mission has no pillars. Add \`pillars:\` to see what serves it.

    In people’s words (requests that use them):
      turnips (2)
        “Every turnip is old once it arrives.” 1"
  `);
  expect(status).toBe(0);
  expect(JSON.parse(report)).toMatchObject({ findings: [], alignment: [], voice: [{ phrase: 'turnips' }] });
});

test.each([
  [
    'an empty file',
    '',
    'error: content/mission.mdx (readable): “no front matter: a line `---`, YAML, a line `---`”',
    1,
  ],
  [
    'front matter without a mission',
    '---\nvalues: [Say what is true.]\n---\n',
    'warning: content/mission.mdx:2 mission (present)',
    0,
  ],
  [
    'no pillars',
    '---\nmission: "To spread ideas."\n---\n',
    'Alignment: the mission has no pillars. Add `pillars:` to see what serves it.',
    0,
  ],
  [
    'an unknown key',
    '---\nmission: "To spread ideas."\nvison: "x"\n---\n',
    'error: content/mission.mdx:3 vison (readable): “"vison"”',
    1,
  ],
  ['code instead of YAML', '---js\nmodule.exports = {}\n---\n', 'error: content/mission.mdx (readable)', 1],
])('a mission file with %s says so and does not stop the report', async (_, file, line, status) => {
  const said = await say(file, { items: ITEMS });
  expect(said.text).toContain(line);
  expect(said.text).toContain('In people’s words');
  expect(said.status).toBe(status);
});

test('what is hostile in the mission or in wishes does not reach the terminal', async () => {
  const evil = '\\u001B[31m\\u202Eturnip\\u0007 $(id) `id` <script>';
  const file = `---\nmission: "Be the best ${evil} tool."\npillars:\n  - { id: a, name: "${evil}", promise: "x", words: ["${evil}", ".*", "("] }\n---\n`;
  const { text } = await say(file, { items: { 'feedback/1.md': wish(evil, 'status: open\n', `# ${evil}`) } });
  expect(text).not.toMatch(/[\u001B\u202E\u0007]/);
  expect(text).toContain('\\u001b[31m');
});

test('a folder that is not there is wrong usage', () => {
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'mission', '--content', '/nowhere'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr:
      '/nowhere: no such folder. Name the content folder with --content, or make it with `milepost sync`.\n',
  });
});

test('this project’s own mission has no findings', async () => {
  const { text, status } = await run(command, OWN, { strict: true });
  expect(status).toBe(0);
  expect(text).toContain('\n\nWording: no findings.\n\n');
});

test('two wishes are no voice yet', async () => {
  const items = Object.fromEntries(
    OTHERS.slice(0, 2).map(({ id, title, body }) => [
      `feedback/${id}.md`,
      wish(title, 'status: open\n', body),
    ]),
  );
  expect((await say(WELL, { items })).text).toContain(
    'Voice: too few requests to tell what people call things.',
  );
});
