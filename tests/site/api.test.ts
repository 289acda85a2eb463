import { z } from 'astro/zod';
import { describe, expect, inject, it } from 'vitest';
import { filesOf } from './build.ts';

const { badDay, own } = inject('sites');
const files = await filesOf(badDay.outDir);
const ownFiles = await filesOf(own.outDir);
const json = (path: string): unknown => JSON.parse(files.get(path)?.toString() ?? 'null');

it('lists every readable item with every key', () => {
  const items = json('api/v1/items.json');
  expect(items).toHaveLength(15);
  expect(items).toContainEqual({
    id: '1',
    number: 1,
    repo: 'octo/tools',
    source: 'github',
    title: 'A plain wish',
    status: 'open',
    url: 'https://github.com/octo/tools/issues/1',
    path: '/a/b/feedback/1/',
    votes: 30,
    demand: 35,
    heard: 0,
    trend: 0,
    tags: [],
    duplicateOf: null,
    merged: ['9'],
    pillar: null,
    createdAt: '2026-01-02T03:04:05Z',
    closedAt: null,
    shippedIn: null,
    shippedAt: null,
  });
});

it('tells an item whole, with its text and its proof', () => {
  expect(json('api/v1/items/10.json')).toMatchObject({
    id: '10',
    status: 'shipped',
    parts: null,
    body: 'Thank you\n',
    proof: [
      {
        kind: 'pull-request',
        url: 'https://github.com/octo/tools/pull/9',
        name: '#9',
        at: '2026-02-02T00:00:00Z',
      },
    ],
  });
});

it('lists the changelog with what shipped in it', () => {
  expect(json('api/v1/changelog.json')).toMatchObject([
    {
      id: 'v1.0.0',
      version: 'v1.0.0',
      shipped: ['10'],
      credits: [
        {
          id: '10',
          title: 'It is out',
          path: '/a/b/feedback/10/',
          group: 'new',
          askedBy: ['octocat'],
          demand: 1,
          proof: [
            { kind: 'request', url: 'https://github.com/octo/tools/issues/10', name: '#10' },
            { kind: 'pull-request', url: 'https://github.com/octo/tools/pull/9', name: '#9' },
          ],
        },
      ],
    },
    { id: 'v0.9.0' },
    { id: 'v0.8.0' },
  ]);
});

it('tells the mission', () => {
  expect(json('api/v1/mission.json')).toMatchObject({
    vision: 'Nothing is thrown away that can be mended.',
    pillars: [{ id: 'mend' }],
    alignment: [
      { pillar: 'mend', requests: 2, suggested: 1, items: ['10', '16'] },
      { pillar: null, requests: 12, suggested: 0 },
    ],
    voice: [{ phrase: 'alert' }, { phrase: 'merged' }],
  });
});

it('tells what the data is of', () => {
  expect(json('api/v1/meta.json')).toMatchObject({
    title: 'Tools & <b>Toys</b>',
    commit: null,
    syncedAt: '2026-03-04T05:06:07Z',
    counts: { requests: 14, merged: 1, shipped: 1 },
  });
});

it('names the commit when the content lies in git', () => {
  expect(JSON.parse(ownFiles.get('api/v1/meta.json')?.toString() ?? '{}')).toMatchObject({
    commit: expect.stringMatching(/^[0-9a-f]{40}$/),
  });
});

/** Every answer with the schema that is published for it. */
const ANSWERS: [string, string][] = [
  ['items', 'items'],
  ['changelog', 'changelog'],
  ['changes', 'changes'],
  ['mission', 'mission-report'],
  ['meta', 'meta'],
  ['footprint', 'footprint'],
  ...[...files.keys()].flatMap((path): [string, string][] => {
    const [, id] = /^api\/v1\/(items\/[^/]+)\.json$/.exec(path) ?? [];
    return id ? [[id, 'request']] : [];
  }),
];

describe.each([
  ['a bad day', json],
  ['this project', (path: string): unknown => JSON.parse(ownFiles.get(path)?.toString() ?? 'null')],
])('of %s', (_, read) => {
  it.each(ANSWERS.filter(([name]) => !name.includes('/') || read === json))(
    '%s.json is what the schema %s says',
    (name, schema) => {
      const published = z.record(z.string(), z.json()).parse(read(`api/v1/schema/${schema}.json`));
      expect(z.fromJSONSchema(published).safeParse(read(`api/v1/${name}.json`)).error).toBeUndefined();
    },
  );
});

it('publishes no JSON beside the search’s that has no schema', () => {
  const told = ANSWERS.map(([name]) => `api/v1/${name}.json`);
  const others = [...files.keys()].filter(
    (path) => /^api\/v1\/.*\.json$/.test(path) && !path.startsWith('api/v1/schema/') && !told.includes(path),
  );
  expect(others).toEqual(['api/v1/search.json']);
});

it('publishes schemas that refuse what no answer is', () => {
  const published = z.record(z.string(), z.json()).parse(json('api/v1/schema/mission-report.json'));
  const { error } = z.fromJSONSchema(published).safeParse({ mission: 3 });
  expect(error?.issues.length).toBeGreaterThan(3);
});

it.each(['item', 'entry', 'mission', 'settings'])('publishes the JSON Schema of %s', (name) => {
  expect(json(`api/v1/schema/${name}.json`)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
  });
});
