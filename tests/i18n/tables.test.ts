import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMessages } from '../../src/content/messages.ts';
import { ENGLISH, TABLES } from '../../src/i18n/tables.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { NEWS_GROUPS } from '../../src/model/news-group.ts';
import { parseSettings } from '../../src/model/parse.ts';
import { STATUSES } from '../../src/model/status.ts';

const home = new URL('../../src/i18n/', import.meta.url);
const files = readdirSync(home).filter((name) => name.endsWith('.json'));

test('every file of words is a language of the interface', () =>
  expect(files.map((name) => name.slice(0, -'.json'.length)).sort()).toEqual(Object.keys(TABLES).sort()));

describe('words of Milepost', () => {
  test.each(files)('%s: every key, every plural form, every placeholder, plain text', (name) => {
    const text = readFileSync(new URL(name, home), 'utf8');
    const tag = name.slice(0, -'.json'.length);
    const { value, problems } = parseMessages(tag, text, `src/i18n/${name}`);
    expect(problems.map(formatProblem).join('\n')).toBe('');
    expect(Object.keys(ENGLISH).filter((key) => !Object.hasOwn(value ?? {}, key))).toEqual([]);
  });

  test.each(files)('%s: keys in the order of English, so that the files read side by side', (name) => {
    const words: unknown = JSON.parse(readFileSync(new URL(name, home), 'utf8'));
    expect(Object.keys(words ?? {})).toEqual(Object.keys(ENGLISH));
  });
});

test('say every word that the settings bring along', () => {
  const { value } = parseSettings('', 'milepost.yml');
  const named = [...STATUSES, ...(value?.horizons ?? []), ...NEWS_GROUPS].map(({ name }) => name);
  const told = Object.entries(ENGLISH).flatMap(([key, message]) =>
    /^(?:status\..+\.name|horizon\..+|group\..+)$/.test(key) ? [message] : [],
  );
  expect(told).toEqual(named);
  expect(STATUSES.map(({ id, description }) => [`status.${id}.description`, description])).toEqual(
    Object.entries(ENGLISH).filter(([key]) => /^status\..+\.description$/.test(key)),
  );
  expect(ENGLISH.tagline).toBe(value?.tagline);
});
