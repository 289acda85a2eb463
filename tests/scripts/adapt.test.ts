import { describe, expect, test } from 'vitest';
import { adaptIssue, type Surroundings } from '../../scripts/github/adapt.ts';
import type { Release } from '../../scripts/github/proof.ts';
import { issue as shape, type Issue } from '../../scripts/github/shapes.ts';
import { cleanBody, cleanLine } from '../../scripts/github/text.ts';
import { settings, type UserSettings } from '../../src/model/settings.ts';
import { day } from '../github/data.ts';

/** An issue as GitHub would answer, with nothing in it that may be null. */
const theirs = (parts: Record<string, unknown> = {}): Issue =>
  shape.parse({
    id: 'I_1',
    number: 1,
    url: 'https://github.com/octo/app/issues/1',
    title: 'Dark mode',
    state: 'OPEN',
    createdAt: day(1),
    updatedAt: day(2),
    ...parts,
  });

const home = { owner: 'octo', name: 'app', repo: 'octo/app', prefix: undefined };
const docs = { owner: 'octo', name: 'docs', repo: 'octo/docs', prefix: 'docs' };

const around = (chosen: UserSettings = {}, releases: Release[] = []): Surroundings => ({
  settings: settings.parse(chosen),
  repository: home,
  repositories: [home, docs],
  releases,
});

const labelled = (...names: string[]) => ({ labels: { nodes: names.map((name) => ({ name })) } });

const release = (tag: string, publishedOn: number, parts: Partial<Release> = {}): Release => ({
  tag,
  name: '',
  url: `https://github.com/octo/app/releases/tag/${tag}`,
  publishedAt: day(publishedOn),
  isPrerelease: false,
  names: () => false,
  ...parts,
});

const closer = (number: number, mergedOn: number | null, repo = 'octo/app', isPrivate = false) => ({
  number,
  merged: mergedOn !== null,
  mergedAt: mergedOn === null ? null : day(mergedOn),
  repository: { nameWithOwner: repo, isPrivate },
});

const done = (...closers: object[]) => ({
  state: 'CLOSED',
  stateReason: 'COMPLETED',
  closedAt: day(6),
  updatedAt: day(7),
  closers: { nodes: closers },
});

test('an issue of which GitHub tells next to nothing is an item all the same', () => {
  expect(
    adaptIssue(theirs({ title: null, author: null, labels: null, closers: null, up: null }), around()),
  ).toEqual({
    id: '1',
    verdict: 'item',
    fields: {
      title: 'Untitled',
      status: 'open',
      source: 'github',
      repo: 'octo/app',
      number: 1,
      url: 'https://github.com/octo/app/issues/1',
      createdAt: day(1),
      tags: [],
      proof: [],
    },
    body: '',
    tally: { votes: 0, comments: 0 },
    isDated: false,
    since: day(2),
  });
});

test('ids of other repositories carry a prefix', () => {
  expect(adaptIssue(theirs(), { ...around(), repository: docs }).id).toBe('docs-1');
});

test('an issue closed before GitHub asked for reasons counts as completed', () => {
  const { fields } = adaptIssue(theirs({ ...done(closer(9, 5)), stateReason: null }), around());
  expect(fields.status).toBe('shipped');
});

describe('tags', () => {
  const names = ['ui', 'planned', 'Pillar: Calm', 'now', 'Roadmap Quiet', 'bug', 'ui', '‮evil', 'approved'];

  test('are the labels that say no status and give no order, sorted, each once', () => {
    const chosen = { pillars: { calm: 'pillar/calm' }, take: { allow: 'approved' } };
    expect(adaptIssue(theirs(labelled(...names)), around(chosen)).fields.tags).toEqual([
      'Pillar: Calm',
      'bug',
      'evil',
      'now',
      'ui',
    ]);
  });

  test('are those that the settings show', () => {
    expect(
      adaptIssue(theirs(labelled(...names)), around({ tags: { show: ['UI', 'bug'], hide: ['bug'] } })).fields
        .tags,
    ).toEqual(['ui']);
  });
});

describe('what is taken', () => {
  test.each<[string, UserSettings['take'], string[]]>([
    ['item', {}, []],
    ['item', { labels: ['feature request'] }, ['Feature-Request']],
    ['other', { labels: ['feature request'] }, ['bug']],
    ['withheld', {}, ['Roadmap: hide']],
    ['withheld', { allow: 'published' }, ['bug']],
    ['item', { allow: 'published' }, ['published']],
    ['withheld', { allow: 'published', leave: ['spam'] }, ['published', 'spam']],
  ])('%s with %j and the labels %j', (verdict, take, names) => {
    expect(adaptIssue(theirs(labelled(...names)), around({ take })).verdict).toBe(verdict);
  });
});

describe('a duplicate', () => {
  const duplicate = (nameWithOwner: string, isPrivate = false) =>
    adaptIssue(
      theirs({
        ...done(),
        stateReason: 'DUPLICATE',
        duplicateOf: { number: 42, repository: { nameWithOwner, isPrivate } },
      }),
      around(),
    ).fields;

  test('names the canonical item by our id, whatever the case of the repository', () => {
    expect(duplicate('Octo/App')).toMatchObject({ duplicateOf: '42', status: 'open' });
    expect(duplicate('octo/docs')).toMatchObject({ duplicateOf: 'docs-42', status: 'open' });
  });

  test('of an issue elsewhere names it in full', () => {
    expect(duplicate('else/where').duplicateOf).toBe('else/where#42');
  });

  test('of something private tells nothing of it', () => {
    expect(duplicate('octo/secret', true)).toMatchObject({ status: 'closed', duplicateOf: undefined });
  });
});

describe('proof', () => {
  const shipped = (parts: Record<string, unknown>, chosen: UserSettings, ...releases: Release[]) => {
    const { fields, since } = adaptIssue(theirs(parts), around(chosen, releases));
    const { status, shippedIn, shippedAt, proof } = fields;
    return { status, shippedIn, shippedAt, proof: proof.map(({ name }) => name), since };
  };

  test('is the merged pull requests and the first stable release since the first of them', () => {
    const parts = done(
      closer(9, 5),
      closer(8, 4),
      closer(7, null),
      closer(3, 3, 'octo/secret', true),
      closer(2, 6, 'octo/lib'),
    );
    const releases = [
      release('v1', 3),
      release('v2-rc', 4, { isPrerelease: true }),
      release('v2', 5),
      release('v3', 8),
    ];
    expect(shipped(parts, {}, ...releases)).toEqual({
      status: 'shipped',
      shippedIn: 'v2',
      shippedAt: day(5),
      proof: ['#8', '#9', 'v2'],
      since: day(5),
    });
  });

  test('of a merge alone has no version yet', () => {
    expect(shipped(done(closer(9, 5)), {}, release('v1', 3))).toEqual({
      status: 'shipped',
      shippedIn: undefined,
      shippedAt: day(5),
      proof: ['#9'],
      since: day(5),
    });
  });

  test('counts from the merge where the settings say so', () => {
    expect(shipped(done(closer(9, 5)), { notify: { on: 'merge' } }, release('v2', 8))).toMatchObject({
      shippedIn: 'v2',
      shippedAt: day(5),
    });
  });

  test('without a pull request is the release that has the milestone’s name', () => {
    const parts = { ...done(), milestone: { title: '2.0' } };
    expect(shipped(parts, {}, release('v1.0', 5), release('v2.0', 8))).toMatchObject({
      status: 'shipped',
      shippedIn: 'v2.0',
      proof: ['v2.0'],
    });
    expect(shipped(parts, {}, release('app@2', 8, { name: 'V2.0' }))).toMatchObject({ shippedIn: 'app@2' });
    expect(shipped(parts, {}, release('v2.0.1', 8))).toMatchObject({
      status: 'closed',
      proof: [],
      since: day(6),
    });
  });

  test('without a pull request is the first release that names the issue and is younger than it', () => {
    const names = (number: number): boolean => number === 1;
    const old = release('v0', -5, { names });
    expect(shipped(done(), {}, old, release('v1', 7, { names }), release('v2', 8, { names }))).toMatchObject({
      shippedIn: 'v1',
    });
    expect(shipped(done(), {}, old)).toMatchObject({ status: 'closed' });
  });

  test('is nothing to an issue that is open again', () => {
    expect(
      shipped({ closers: { nodes: [closer(9, 5)] }, stateReason: 'REOPENED' }, {}, release('v1', 9)),
    ).toMatchObject({
      status: 'open',
      proof: [],
    });
  });
});

describe('text', () => {
  test.each([
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['{process.env.TOKEN}', '{process.env.TOKEN}'],
    ['two\r\nlines\u2028three', 'two lines three'],
    ['\u0000\u001B[31mred\u0007', '[31mred'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['\uD800half', '\uFFFDhalf'],
    ['\u200B \u2060', ''],
    ['👩‍👩‍👧'.repeat(300), '👩‍👩‍👧'.repeat(300)],
  ])('of a title %j is %j', (title, line) => {
    expect(cleanLine(title)).toBe(line);
  });

  test.each([
    ['', ''],
    ['a\r\nb\rc', 'a\nb\nc\n'],
    ['---js\nprocess.exit()\n---\n', '---js\nprocess.exit()\n---\n'],
    ['tab\tstays, \u0000 goes', 'tab\tstays,  goes\n'],
    ['\uD800', '\uFFFD\n'],
  ])('of a body %j is %j', (markdown, body) => {
    expect(cleanBody(markdown)).toBe(body);
  });
});
