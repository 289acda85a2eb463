import { describe, expect, test } from 'vitest';
import { apiChanges } from '../../src/site/api-changes.ts';
import { keysOfAnswer, publishedSchemas } from '../../src/site/api-schemas.ts';
import { missionFields } from '../../src/model/mission.ts';
import { apiMissionShape } from '../../src/site/api-mission-shape.ts';
import {
  apiChangeShape,
  apiEntryShape,
  apiItemShape,
  apiMetaShape,
  apiWholeShape,
} from '../../src/site/api-shapes.ts';
import { addressesUnder } from '../../src/site/address.ts';
import { apiEntry, apiItem, apiItemWhole, apiMeta, apiMission } from '../../src/site/api.ts';
import { placeOf } from '../../src/site/files/place.ts';
import { entryLd, requestLd, scriptText, siteLd } from '../../src/site/json-ld.ts';
import { keysOf } from '../../src/model/documentation.ts';
import { fromPackages, OWN } from '../markdown/payloads.ts';
import { hostileSite, siteOf, STAND } from './files/site.ts';

const addresses = addressesUnder(STAND.base);
const place = placeOf(STAND);

describe('what the API answers with is what its schemas say', () => {
  const site = hostileSite('a');
  test('requests in short', () => {
    expect(site.requests.map((one) => apiItemShape.parse(apiItem(one, addresses)))).toHaveLength(3);
  });
  test('requests whole', () => {
    expect(
      site.requests.map((one) => apiWholeShape.parse(apiItemWhole(site, one, addresses)).proof),
    ).toContainEqual([{ kind: 'commit', url: 'https://github.com/octo/app/commit/1', name: 'a' }]);
  });
  test('entries', () => {
    expect(
      site.changelog.map((one) => apiEntryShape.parse(apiEntry(one, site, addresses)).shipped),
    ).toContainEqual(['1']);
  });
  test('what it is of', () => {
    expect(apiMetaShape.parse(apiMeta(site)).counts.requests).toBe(3);
  });
  test('a mission, what serves it, and how people put it', () => {
    const mission = missionFields.parse({
      mission: 'Help people mend things.',
      pillars: [{ id: 'mend', name: 'Mend', promise: 'It works again.', words: ['broken'] }],
      impact: [{ name: 'Mended', unit: 'things', points: [{ date: '2026-01', value: 4 }] }],
    });
    const items = {
      '1': { title: 'The toaster is broken', body: 'My toaster burns the bread on one side.' },
      '2': {
        title: 'A broken toaster',
        body: 'Since Monday the toaster throws the bread across the kitchen.',
      },
      '3': { title: 'A kettle that whistles', body: 'Nobody hears when the water is hot.' },
    };
    const told = apiMissionShape.parse(apiMission(siteOf({ mission, items })));
    expect(told).toMatchObject({ mission: 'Help people mend things.', vision: null, strategy: [] });
    expect(told.alignment.map(({ pillar, suggested }) => [pillar, suggested])).toEqual([
      ['mend', 2],
      [null, 0],
    ]);
    expect(told.voice.map(({ phrase }) => phrase)).toContain('toaster');
  });
  test('no mission: every key is there', () => {
    expect(Object.keys(apiMissionShape.parse(apiMission(siteOf({}))))).toEqual([
      ...[
        'mission',
        'vision',
        'strategy',
        'formula',
        'values',
        'pillars',
        'impact',
        'commitments',
        'reviewed',
      ],
      ...['revisions', 'alignment', 'voice'],
    ]);
  });
  test('changes', () => {
    expect(apiChanges(site, place).map((one) => apiChangeShape.parse(one))).toEqual([
      {
        at: '2026-11-20T00:00:00Z',
        id: '1',
        title: 'a',
        from: 'open',
        to: 'shipped',
        url: 'https://octo.github.io/app/feedback/1/',
      },
    ]);
  });
});

test('changes are those of 30 days before the last sync, whatever the clock says', () => {
  const moved = (at: string): { history: { at: string; status: string }[] } => ({
    history: [
      { at: '2026-01-01T00:00:00Z', status: 'open' },
      { at, status: 'planned' },
    ],
  });
  const site = siteOf({
    items: {
      '1': moved('2026-10-23T07:59:59Z'),
      '2': moved('2026-10-23T08:00:00Z'),
      '3': moved('2026-11-01T00:00:00Z'),
    },
  });
  expect(apiChanges(site, place).map(({ id }) => id)).toEqual(['3', '2']);
});

test('every schema that is published has a name of its own and says what it is', () => {
  const schemas = publishedSchemas();
  expect(schemas.map(({ name }) => name)).toEqual([
    'items',
    'request',
    'changelog',
    'changes',
    'mission-report',
    'meta',
    'footprint',
    'item',
    'entry',
    'mission',
    'settings',
  ]);
  for (const { schema } of schemas)
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
});

test('every key of every answer says what it means', () => {
  const answers = publishedSchemas().slice(0, 7);
  expect(answers.map(({ name }) => name)).toContain('mission-report');
  for (const { schema } of answers)
    expect(keysOf(schema).filter(({ description }) => !description)).toEqual([]);
});

test('the keys of one request are those that the list does not have, each with its meaning', () => {
  const keys = keysOfAnswer('request');
  expect(keys.slice(0, 3).map(({ key }) => key)).toEqual(['author', 'milestone', 'response']);
  expect(keysOfAnswer('items').filter(({ description }) => !description)).toEqual([]);
});

describe('data for search engines', () => {
  test('tells a request as a post that people answer and vote for', () => {
    const site = siteOf({
      items: {
        '1': {
          title: 'Dark mode',
          excerpt: 'My eyes hurt.',
          author: 'ada',
          url: 'https://github.com/octo/app/issues/1',
          tags: ['look'],
        },
      },
      votes: { '1': 4 },
    });
    const [request] = site.requests;
    if (!request) throw new Error('expected a request');
    expect(requestLd(site, request, place)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'DiscussionForumPosting',
      headline: 'Dark mode',
      text: 'My eyes hurt.',
      url: 'https://octo.github.io/app/feedback/1/',
      datePublished: '2026-01-01T00:00:00Z',
      dateModified: '2026-01-01T00:00:00Z',
      creativeWorkStatus: 'Open',
      keywords: ['look'],
      author: { '@type': 'Person', name: 'ada', url: 'https://github.com/ada' },
      sameAs: 'https://github.com/octo/app/issues/1',
      interactionStatistic: [
        { '@type': 'InteractionCounter', interactionType: 'LikeAction', userInteractionCount: 5 },
        { '@type': 'InteractionCounter', interactionType: 'CommentAction', userInteractionCount: 0 },
      ],
      isPartOf: {
        '@type': 'WebSite',
        name: 'App',
        url: 'https://octo.github.io/app/',
        description: 'What people ask for, what is planned, what has shipped.',
      },
    });
  });

  test('whatever people write, nothing ends the element that holds it, and the words are kept', () => {
    for (const words of [...OWN, ...fromPackages(), '</script>', '<!--<script>']) {
      if (!/\S/.test(words)) continue;
      const site = hostileSite(words);
      const all = [
        siteLd(site, place),
        ...site.requests.map((one) => requestLd(site, one, place)),
        ...site.changelog.map((one) => entryLd(site, one, place)),
      ];
      for (const data of all) {
        const text = scriptText(data);
        expect(text).not.toContain('<');
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
      }
    }
  });
});
