import { describe, expect, test } from 'vitest';
import { ENTRY_OWNED_KEYS } from '../../src/model/entry.ts';
import { OWNED_KEYS, PEOPLE_KEYS } from '../../src/model/item.ts';
import { jsonSchema, SCHEMA_NAMES } from '../../src/model/schemas.ts';
import { KINDS, STATUSES } from '../../src/model/status.ts';

describe.each(SCHEMA_NAMES)('the JSON Schema of %s', (name) => {
  const schema = jsonSchema(name);

  test('is a closed object of the 2020-12 draft, in plain JSON', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
    });
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  test('asks for nothing that has a default', () => {
    const required: unknown = schema['required'] ?? [];
    expect(required).toEqual(
      { item: ['title', 'status', 'createdAt'], entry: ['title', 'version'], mission: [], settings: [] }[
        name
      ],
    );
  });
});

test('the schemas name every key, in the order in which sync writes them', () => {
  const keys = (name: 'item' | 'entry' | 'mission' | 'settings'): string[] =>
    Object.keys(Object(jsonSchema(name)['properties']));
  expect(keys('item')).toEqual([...OWNED_KEYS, ...PEOPLE_KEYS]);
  expect(keys('entry')).toEqual([...ENTRY_OWNED_KEYS, 'summary', 'hidden']);
  expect(keys('mission').join(' ')).toBe(
    'mission vision strategy formula values pillars impact commitments reviewed revisions',
  );
  expect(keys('settings').join(' ')).toBe(
    'title tagline repositories take statuses tags pillars horizons suggest form branch demand changelog notify locale contentLocale images theme components css',
  );
  expect(PEOPLE_KEYS.filter((key) => OWNED_KEYS.includes(key))).toEqual([]);
});

test('the default table has each kind of status once, ids that are kinds, and a start without a rule', () => {
  expect(STATUSES.map(({ kind }) => kind)).toEqual(KINDS);
  expect(STATUSES.map(({ id }) => id)).toEqual(KINDS);
  expect(STATUSES[0]?.when).toEqual([]);
});
