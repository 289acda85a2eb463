import { describe, expect, test } from 'vitest';
import { NEWS_GROUPS } from '../../src/model/news-group.ts';
import { parseSettings } from '../../src/model/parse.ts';
import { formatProblem } from '../../src/model/problem.ts';
import type { Settings } from '../../src/model/settings.ts';

const told = (yaml: string): string =>
  parseSettings(yaml, 'content/milepost.yml').problems.map(formatProblem).join('\n');

function read(yaml: string): Settings {
  const { value } = parseSettings(yaml, 'content/milepost.yml');
  if (!value) throw new Error(told(yaml));
  return value;
}

describe('an empty file is all defaults', () => {
  test.each([
    ['nothing', ''],
    ['a comment', '# Settings\n'],
    ['blank lines', '\n\n'],
    ['no keys', '{}\n'],
    ['a byte order mark', '\uFEFF'],
  ])('%s', (_, yaml) => expect(read(yaml)).toEqual(read('')));

  test('that make a working site', () => {
    const { statuses, horizons, ...rest } = read('');
    expect(rest).toEqual({
      title: undefined,
      tagline: 'What people ask for, what is planned, what has shipped.',
      repositories: [],
      take: { labels: 'all', leave: ['roadmap:hide'] },
      tags: { show: 'all', hide: [] },
      pillars: {},
      form: ['What do you wish for?', 'What do you do today?', 'How often would it help?'],
      demand: { commenters: false, maintainers: true },
      changelog: { file: 'CHANGELOG.md', groups: NEWS_GROUPS },
      notify: {
        on: 'release',
        prereleases: false,
        bases: [],
        cap: 25,
        quiet: 'roadmap:quiet',
      },
      locale: 'en',
      images: 200,
      theme: { wordmark: false, fonts: [] },
      components: {},
      css: [],
    });
    expect(horizons.map(({ id }) => id)).toEqual(['now', 'next', 'later']);
    expect(statuses.map(({ id, name, kind }) => `${id} (${kind}): ${name}`)).toEqual([
      'open (open): Open',
      'under-review (under-review): Under review',
      'planned (planned): Planned',
      'in-progress (in-progress): In progress',
      'closed (closed): Closed, not verified',
      'shipped (shipped): Shipped',
      'declined (declined): Declined',
    ]);
  });

  test('and one key leaves the defaults of the others', () => {
    expect(read('take:\n  allow: public\n').take).toEqual({
      labels: 'all',
      allow: 'public',
      leave: ['roadmap:hide'],
    });
    expect(read('notify: {}\n').notify.cap).toBe(25);
  });

  test('and one status leaves the others to the people', () =>
    expect(
      read('statuses:\n  - { id: wish, name: Wish, kind: open, description: Heard. }\n').statuses,
    ).toEqual([{ id: 'wish', name: 'Wish', kind: 'open', description: 'Heard.', when: [] }]));
});

test('all problems are told at once, each with line, expected, got and remedy', () =>
  expect(
    told(`titel: Roadmap
take:
  lables: all
statuses:
  - id: open
    name: Open
    kind: opne
    description: Heard.
    colour: red
    when:
      - lable: bug
        state: opened
notify: { on: merged, cap: 0, sinse: 2026-01-01 }
repositories:
  - repo: octo/app
    prefx: docs
  - nonsense
`),
  ).toMatchInlineSnapshot(`
    "content/milepost.yml:1 titel: expected one of title, tagline, repositories, take, statuses, tags, pillars, horizons, suggest, form, branch, demand, changelog, notify, locale, contentLocale, images, theme, components, css; got "titel". Did you mean "title"?
    content/milepost.yml:3 take.lables: expected one of labels, allow, leave; got "lables". Did you mean "labels"?
    content/milepost.yml:7 statuses.0.kind: expected one of open, under-review, planned, in-progress, closed, shipped, declined; got "opne". Did you mean "open"?
    content/milepost.yml:9 statuses.0.colour: expected one of id, name, kind, description, color, when; got "colour". Did you mean "color"?
    content/milepost.yml:11 statuses.0.when.0.lable: expected one of label, state, reason, milestone; got "lable". Did you mean "label"?
    content/milepost.yml:12 statuses.0.when.0.state: expected one of open, closed; got "opened". Mend it.
    content/milepost.yml:13 notify.on: expected one of release, merge; got "merged". Did you mean "merge"?
    content/milepost.yml:13 notify.cap: expected a number of at least 1; got 0. Mend it.
    content/milepost.yml:13 notify.sinse: expected one of on, prereleases, bases, since, cap, quiet, message; got "sinse". Did you mean "since"?
    content/milepost.yml:16 repositories.0.prefx: expected one of repo, prefix; got "prefx". Did you mean "prefix"?
    content/milepost.yml:17 repositories.1: expected a repository as owner/name, such as octocat/hello-world, or keys with values; got "nonsense". Mend it."
  `));

test('wrong values are told in words that people use', () =>
  expect(
    told(`title: 12
tagline: ""
repositories: [12, https://github.com/octo/app]
take: { labels: some }
tags: []
pillars:
  Big One: pillar/big
  small: ""
horizons:
  - id: Now
suggest: javascript:alert(1)
notify:
  cap: 1000
  since: yesterday
  quiet: null
locale: english
theme:
  sign: red
  signDark: "#12345"
`),
  ).toMatchInlineSnapshot(`
    "content/milepost.yml:1 title: expected text; got 12. Put it in quotes.
    content/milepost.yml:2 tagline: expected some words; got "". Mend it.
    content/milepost.yml:3 repositories.0: expected text, or keys with values; got 12. Mend it.
    content/milepost.yml:3 repositories.1: expected a repository as owner/name, such as octocat/hello-world, or keys with values; got "https://github.com/octo/app". Mend it.
    content/milepost.yml:4 take.labels: expected "all", or a list; got "some". Mend it.
    content/milepost.yml:5 tags: expected keys with values; got []. Mend it.
    content/milepost.yml:7 pillars.Big One: expected lower-case letters, digits and single hyphens, such as in-progress; got "Big One". Mend it.
    content/milepost.yml:8 pillars.small: expected some words; got "". Mend it.
    content/milepost.yml:10 horizons.0.id: expected lower-case letters, digits and single hyphens, such as in-progress; got "Now". Mend it.
    content/milepost.yml:10 horizons.0.name: expected text; got nothing. Add it.
    content/milepost.yml:11 suggest: expected an address that begins with https:// or http://; got "javascript:alert(1)". Mend it.
    content/milepost.yml:13 notify.cap: expected a number of at most 100; got 1000. Mend it.
    content/milepost.yml:14 notify.since: expected a day, such as 2026-11-22; got "yesterday". Mend it.
    content/milepost.yml:15 notify.quiet: expected text; got null. Mend it.
    content/milepost.yml:16 locale: expected a language tag, such as en or pt-BR; got "english". Mend it.
    content/milepost.yml:18 theme.sign: expected a colour as six hex digits, such as "#0b6b3a"; got "red". Mend it.
    content/milepost.yml:19 theme.signDark: expected a colour as six hex digits, such as "#0b6b3a"; got "#12345". Mend it."
  `));

test('what has two forms is told as the one that somebody wrote', () =>
  expect(
    told(`theme:
  fonts:
    - { fle: own.woff2 }
    - file: own.woff2
      weight: bold
      unicodeRange: U+0000
    - 7
repositories:
  - repo: nonsense
    prefix: A B
`),
  ).toMatchInlineSnapshot(`
    "content/milepost.yml:3 theme.fonts.0.file: expected text; got nothing. Add it.
    content/milepost.yml:3 theme.fonts.0.fle: expected one of file, weight, style, unicodeRange; got "fle". Did you mean "file"?
    content/milepost.yml:5 theme.fonts.1.weight: expected a weight such as 400, or for a variable font all of its weights, such as 100 900; got "bold". Mend it.
    content/milepost.yml:6 theme.fonts.1.unicodeRange: expected a list; got "U+0000". Mend it.
    content/milepost.yml:7 theme.fonts.2: expected text, or keys with values; got 7. Mend it.
    content/milepost.yml:9 repositories.0.repo: expected a repository as owner/name, such as octocat/hello-world; got "nonsense". Mend it.
    content/milepost.yml:10 repositories.0.prefix: expected lower-case letters, digits and single hyphens, such as in-progress; got "A B". Mend it."
  `));

test.each([
  [
    'no status at all',
    'statuses: []\n',
    'content/milepost.yml:1 statuses: expected at least one status; got []. Mend it.',
  ],
  [
    'half a comment',
    'notify:\n  cap: 2.5\n',
    'content/milepost.yml:2 notify.cap: expected a whole number; got 2.5. Mend it.',
  ],
  ['a list', '- title\n', 'content/milepost.yml:1: expected keys with values; got ["title"]. Mend it.'],
  [
    'a broken bracket',
    'title: [\n',
    'content/milepost.yml:2: expected YAML; got unexpected end of the stream within a flow collection. Mend the line.',
  ],
  [
    'a tab as indent',
    'take:\n\tlabels: all\n',
    'content/milepost.yml:2: expected YAML; got tab characters must not be used in indentation. Mend the line.',
  ],
  [
    'a key twice',
    'title: a\ntagline: b\ntitle: c\n',
    'content/milepost.yml:3: expected YAML; got duplicated mapping key. Mend the line.',
  ],
  [
    'a key twice, deeper',
    'take:\n  allow: a\n  allow: b\n',
    'content/milepost.yml:3: expected YAML; got duplicated mapping key. Mend the line.',
  ],
  [
    'an anchor',
    'title: &a x\ntagline: *a\n',
    'content/milepost.yml:1: expected YAML; got anchors (&name) and aliases (*name) are not supported. Mend the line.',
  ],
  [
    'two documents',
    '---\ntitle: x\n---\n',
    'content/milepost.yml:1: expected YAML; got expected a single document in the stream, but found more. Mend the line.',
  ],
  [
    'a language that no machine knows',
    'locale: en-abcdefghijk\n',
    'content/milepost.yml:1 locale: expected a language tag, such as en or pt-BR; got "en-abcdefghijk". Mend it.',
  ],
  [
    'an inherited name',
    'notify:\n  constructor: 1\n',
    'content/milepost.yml:2 notify.constructor: expected one of on, prereleases, bases, since, cap, quiet, message; got "constructor". Take it out.',
  ],
  [
    'a status twice',
    'statuses:\n  - { id: a, name: A, kind: open, description: x }\n  - { id: a, name: B, kind: planned, description: y }\n',
    'content/milepost.yml:3 statuses.1.id: expected an id that no other has; got "a". Mend it.',
  ],
  [
    'a horizon twice',
    'horizons:\n  - { id: now, name: Now }\n  - { id: now, name: Then }\n',
    'content/milepost.yml:3 horizons.1.id: expected an id that no other has; got "now". Mend it.',
  ],
])('%s is told', (_, yaml, message) => expect(told(yaml)).toBe(message));

test('a thousand mistakes are told in the time of a breath', () => {
  const before = process.cpuUsage();
  const yaml = `horizons:\n${Array.from({ length: 1000 }, (_, n) => `  - { idd: ${n} }\n`).join('')}`;
  expect(parseSettings(yaml, 'content/milepost.yml').problems).toHaveLength(3000);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
});

test('a key without a value has its default', () => {
  expect(parseSettings('title:\nrepositories:\nlocale:\n', 'content/milepost.yml')).toMatchObject({
    value: { repositories: [], locale: 'en' },
    problems: [],
  });
});
