import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveTags } from '../../src/derive/tags.ts';
import { item, requestsOf } from './facts.ts';

/** `name → address` of each tag, most used first. */
const tags = (...lists: readonly string[][]): string[] =>
  deriveTags(requestsOf(lists.map((names, n) => item(String(n + 1), { tags: names })))).map(
    ({ name, slug, count }) => `${name} → ${slug} (${count})`,
  );
const slugOf = (name: string): string | undefined =>
  deriveTags(requestsOf([item('1', { tags: [name] })]))[0]?.slug;

test('tags stand most used first, then by letter; one counts once an item, and not at all where it was merged', () => {
  expect(tags(['b', 'a'], ['b', 'b'], ['c'])).toEqual(['b → b (2)', 'a → a (1)', 'c → c (1)']);
  const merged = requestsOf([item('1', { tags: ['a'] }), item('2', { tags: ['a', 'z'], duplicateOf: '1' })]);
  expect(deriveTags(merged)).toEqual([{ name: 'a', slug: 'a', count: 1 }]);
});

describe('a tag’s address', () => {
  test.each([
    ['good first issue', 'good-first-issue'],
    ['area: UI / UX', 'area-ui-ux'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['.NET', 'net'],
    ['../..', 'tag'],
    ['%2e%2e%2f', '2e-2e-2f'],
    ['🎉', 'tag'],
    ['🐛 bug', 'bug'],
    ['日本語', '日本語'],
    ['Ärger', 'ärger'],
    ['ﬁne', 'fine'],
    ['CON', 'tag-con'],
    ['com1', 'tag-com1'],
    ['<script>', 'script'],
    ['-', 'tag'],
    ['a'.repeat(100), 'a'.repeat(60)],
  ])('of %s is %s', (name, slug) => expect(slugOf(name)).toBe(slug));

  test('is never cut through a letter', () => {
    const slug = slugOf(`a${'𠀀'.repeat(50)}`) ?? '';
    expect(slug.isWellFormed()).toBe(true);
    expect(() => encodeURIComponent(slug)).not.toThrow();
  });

  test('gets a number where another has it already', () =>
    expect(tags(['a b', 'a-b', 'A_B', 'a-b-2', '🎉', '🐛', 'tag'])).toEqual([
      'A_B → a-b (1)',
      'a b → a-b-2 (1)',
      'a-b → a-b-3 (1)',
      'a-b-2 → a-b-2-2 (1)',
      'tag → tag (1)',
      '🎉 → tag-2 (1)',
      '🐛 → tag-3 (1)',
    ]));

  test('is safe as a folder name, no two are the same, and the order of items does not matter', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(...'aAB.-_/\\ +#:%'), minLength: 1, maxLength: 4 }),
      fc.constantFrom('con', 'nul', 'aux', 'tag', 'tag-2', 'CON', 'lpt1'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 20 }), (names) => {
        const one = deriveTags(requestsOf([item('1', { tags: names })]));
        const each = deriveTags(
          requestsOf(names.toReversed().map((tag, n) => item(String(n), { tags: [tag] }))),
        );
        expect(each).toEqual(one);
        const slugs = one.map(({ slug }) => slug);
        expect(new Set(slugs).size).toBe(names.length);
        for (const slug of slugs) {
          expect(slug).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
          expect(slug).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i);
          expect(new TextEncoder().encode(slug).length).toBeLessThan(250);
        }
      }),
      { numRuns: 500 },
    );
  });
});
