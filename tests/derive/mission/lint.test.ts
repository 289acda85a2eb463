import { describe, expect, test } from 'vitest';
import { lintMission } from '../../../src/derive/mission/lint.ts';
import { mission } from '../facts.ts';
import { ASKED_FOR, type Judged, MISSIONS, VISIONS } from './statements.ts';

const EN = { locale: 'en', today: '2026-11-22' };
const WELL = 'Help small businesses manage finances.';
/** Rules that find something in a mission with these keys, with the field where it is not plain. */
const rules = (fields: object, circumstances = EN): string[] =>
  lintMission(mission({ mission: WELL, ...fields }), circumstances).map(({ rule }) => rule);
const finding = (fields: object) => lintMission(mission({ mission: WELL, ...fields }), EN)[0];

/** How many of the statements a rule is to find something in, and in how many not. */
const sizeOf = (judged: readonly Judged[], rule: string): [number, number] => {
  const found = judged.filter(([, ...wanted]) => wanted.includes(rule)).length;
  return [found, judged.length - found];
};

describe('a mission', () => {
  test.each(ASKED_FOR)('“%s” is judged as it was asked for: %s', (statement, ...wanted) =>
    expect(rules({ mission: statement })).toEqual(wanted.filter(Boolean)),
  );

  test.each(MISSIONS)('“%s” is judged: %s', (statement, ...wanted) =>
    expect(rules({ mission: statement })).toEqual(wanted.filter(Boolean)),
  );

  test.each(['user-focused', 'distinctive', 'actionable', 'purpose'])('%s is tried both ways', (rule) =>
    expect(Math.min(...sizeOf([...ASKED_FOR, ...MISSIONS], rule))).toBeGreaterThanOrEqual(5),
  );

  test.each([
    [`Help teams ${'and so on '.repeat(12)}.`, '38 words'],
    ['Help teams. Help people. Help us.', '3 sentences'],
    ['We help farmers. We travel far. We keep prices low. We share what we learn.', '4 sentences'],
    [`To feed ${Array.from({ length: 40 }, (_, place) => `town${place}`).join(', ')}.`, '41 words'],
    ['Feed people! House people! Heal people!', '3 sentences'],
  ])('is too long: %s', (statement, words) =>
    expect(finding({ mission: statement })).toMatchObject({ rule: 'concise', words }),
  );

  test.each([
    WELL,
    'Feed people. House people.',
    'To spread ideas.',
    `The mission of the school on the hill is to feed ${'hungry '.repeat(25)}children.`,
    'We give pupils in towns, villages, valleys and islands books, paper, pens, maps, and a quiet place to read.',
  ])('is short enough: %s', (statement) => expect(rules({ mission: statement })).not.toContain('concise'));

  test('is wanted where there is none, and its formula is not held against nothing', () =>
    expect(lintMission(mission({ formula: { what: 'a', how: 'b', who: 'c' } }), EN)).toMatchObject([
      { field: 'mission', rule: 'present' },
    ]));

  test('is not wanted yet where nothing else is said', () =>
    expect(lintMission(mission({}), EN)).toEqual([]));

  test('is told the words, why they are no good, and what would be', () =>
    expect(finding({ mission: 'Our mission is to be the best project management tool in Europe, always.' }))
      .toMatchInlineSnapshot(`
      {
        "field": "mission",
        "level": "warning",
        "remedy": "Name who is better off and how: not “be the best project management tool” but “help teams deliver projects on time”.",
        "rule": "user-focused",
        "why": "This says what the organisation wants to be or to gain, and not what anybody receives from it.",
        "words": "be the best project management tool in Europe",
      }
    `));
});

describe('a vision', () => {
  test.each(VISIONS)('“%s” is judged: %s', (statement, ...wanted) =>
    expect(rules({ vision: statement })).toEqual(wanted.filter(Boolean)),
  );

  test.each(['lofty', 'not-a-metric', 'free-of-limits', 'attainable', 'grounded'])(
    '%s is tried both ways',
    (rule) => expect(Math.min(...sizeOf(VISIONS, rule))).toBeGreaterThanOrEqual(5),
  );
});

describe('a strategy', () => {
  test.each([
    'Help small businesses manage finances.',
    'We help small businesses with managing finances.',
    'Manage the finances of small businesses.',
    'Helping businesses that are small to manage their finances',
    'Help small businesses manage finances well.',
  ])('is the mission again: %s', (line) => expect(rules({ strategy: [line] })).toEqual(['not-the-mission']));

  test.each([
    'Be innovative.',
    'Focus on our customers.',
    'Deliver quality.',
    'Work as a team.',
    'Grow the business.',
  ])('names no choice: %s', (line) => expect(rules({ strategy: [line] })).toEqual(['names-choices']));

  test.each([
    'Sell to accountants first, since each of them brings thirty small businesses.',
    'Publish finished pages instead of running a server.',
    'Only open source.',
    'Teach in schools, on Saturdays.',
    'No advertising.',
    'Small shops before chains.',
  ])('is one: %s', (line) => expect(rules({ strategy: [line] })).toEqual([]));
});

describe('a formula', () => {
  const whole = { what: 'manage finances', how: 'Help', who: 'small businesses' };

  test.each([
    [{ ...whole, who: 'large businesses' }, 'formula.who'],
    [{ ...whole, what: 'manage taxes' }, 'formula.what'],
    [{ ...whole, how: 'by phone' }, 'formula.how'],
    [{ ...whole, how: 'with an app' }, 'formula.how'],
    [{ ...whole, who: 'freelancers' }, 'formula.who'],
  ])('has a part that the mission lacks: %j', (formula, field) =>
    expect(finding({ formula })).toMatchObject({ rule: 'all-parts', field }),
  );

  test.each([
    whole,
    { ...whole, what: 'managing finances' },
    { ...whole, who: 'a small business'.slice(2) },
    { ...whole, how: 'HELP' },
    { what: 'finances manage', how: 'help', who: 'businesses' },
  ])('stands in the mission: %j', (formula) => expect(rules({ formula })).toEqual([]));
});

describe('revisions', () => {
  const revised = (...revisions: [date: string, reason?: string][]) =>
    rules({ revisions: revisions.map(([date, reason]) => ({ date, ...(reason && { reason }) })) });

  test.each<[date: string, reason?: string][][]>([
    [
      [
        ['2026-01-10', 'a'],
        ['2026-06-10', 'b'],
      ],
    ],
    [
      [
        ['2026', 'a'],
        ['2026', 'b'],
      ],
    ],
    [
      [
        ['2025-12', 'a'],
        ['2026-03', 'b'],
      ],
    ],
    [
      [
        ['2024-01-01', 'First statement.'],
        ['2026-01-01', 'a'],
        ['2026-02-01', 'b'],
      ],
    ],
    [
      [
        ['2026-06-10', 'b'],
        ['2020-01-01', 'c'],
        ['2026-01-10', 'a'],
      ],
    ],
    [[['2026-01-10']]],
  ])('are told: %j', (revisions) => expect(revised(...revisions)).toEqual(['enduring']));

  test.each<[date: string, reason?: string][][]>([
    [[]],
    [[['2026-11-22', 'First statement.']]],
    [
      [
        ['2026-01-10', 'First statement.'],
        ['2026-06-10', 'b'],
      ],
    ],
    [
      [
        ['2025-01-10', 'a'],
        ['2026-01-10', 'b'],
      ],
    ],
    [
      [
        ['2025', 'a'],
        ['2026', 'b'],
      ],
    ],
    [
      [
        ['2024-01', 'a'],
        ['2025-06', 'b'],
        ['2026-11', 'c'],
      ],
    ],
  ])('are few enough: %j', (revisions) => expect(revised(...revisions)).toEqual([]));
});

describe('impact', () => {
  const series = (fields: object) => ({
    impact: [
      {
        name: 'Harm',
        unit: 'cuts',
        target: 0,
        source: 'log',
        points: [{ date: '2026-11-01', value: 1 }],
        ...fields,
      },
    ],
  });
  const points = (...dates: string[]) => ({ points: dates.map((date) => ({ date, value: 1 })) });

  test.each([
    [{ target: undefined }, 'target', 'Harm'],
    [{ source: undefined }, 'source', 'Harm'],
    [points(), 'fresh', 'Harm'],
    [points('2026-08-21'), 'fresh', 'Harm: 2026-08-21'],
    [points('2025-01-01', '2024-01-01'), 'fresh', 'Harm: 2025-01-01'],
    [{ interval: 'week', ...points('2026-11-14') }, 'fresh', 'Harm: 2026-11-14'],
    [{ interval: 'month', ...points('2026-09') }, 'fresh', 'Harm: 2026-09'],
    [{ interval: 'year', ...points('2024') }, 'fresh', 'Harm: 2024'],
  ])('is told: %j', (fields, rule, words) =>
    expect(lintMission(mission({ mission: WELL, ...series(fields) }), EN)).toMatchObject([
      { field: 'impact.0', rule, words },
    ]),
  );

  test.each([
    {},
    points('2026-08-22'),
    points('2026-11-22', '2020-01-01'),
    { interval: 'week', ...points('2026-11-15') },
    { interval: 'month', ...points('2026-10') },
    { interval: 'year', ...points('2026') },
  ])('is well: %j', (fields) => expect(rules(series(fields))).toEqual([]));

  const OTHERS = [
    { name: 'Answer time', unit: 'days' },
    { name: 'People reached', unit: 'people', interval: 'year' },
    { name: 'Energy', unit: 'kWh', interval: 'month' },
    { name: '覆盖', unit: '人' },
    { name: 'Share of repairs that hold', unit: '%', interval: 'week', ...points('2026-11-20') },
  ];
  test.each(OTHERS)('lacks what to reach, or where it is from: %j', (fields) => {
    expect(rules(series({ ...fields, target: undefined }))).toEqual(['target']);
    expect(rules(series({ ...fields, source: undefined }))).toEqual(['source']);
  });

  test.each([
    { target: 0, source: 'log' },
    { target: -5, source: 'The meter in the cellar' },
    { target: 0.5, source: 'https://example.org/survey' },
    { target: 1_000_000, source: '年度报告' },
    { target: 100, source: 'milepost check' },
  ])('has what to reach, and where it is from: %j', (fields) => expect(rules(series(fields))).toEqual([]));
});

describe('in another language', () => {
  const DE = { locale: 'de', today: EN.today };

  test('no wording is judged but its length', () => {
    expect(
      rules({ mission: 'Be the best.', vision: '10 million users', strategy: ['Be good.'] }, DE),
    ).toEqual([]);
    expect(rules({ mission: `Wir ${'helfen '.repeat(36)}.` }, DE)).toEqual(['concise']);
    expect(rules({ mission: '我们帮助小团队。我们很快。我们很好。' }, { ...DE, locale: 'zh' })).toEqual([
      'concise',
    ]);
  });

  test('formula, impact and revisions are', () =>
    expect(
      rules(
        {
          mission: '为自由职业者提供银行服务',
          formula: { what: '银行', how: '提供', who: '老师' },
          impact: [{ name: '人', unit: '人', points: [] }],
          revisions: [{ date: '2026' }],
        },
        { ...DE, locale: 'zh' },
      ),
    ).toEqual(['all-parts', 'target', 'source', 'fresh', 'enduring']));
});

test.each([
  'the ',
  'A world where ',
  'and to be ',
  'most a-b, ',
  'innovative ',
  'our mission ',
  'Xx of the ',
  'million ',
  '\u202E',
])('a statement of nothing but “%s” is read in no time', (words) => {
  const text = words.repeat(20_000);
  const start = performance.now();
  const found = lintMission(mission({ mission: text, vision: text, strategy: [text] }), EN);
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(Math.max(0, ...found.map(({ words: said }) => said.length))).toBeLessThanOrEqual(160);
});
