import { expect, test } from 'vitest';
import type { FeedbackItem } from '../../src/model/item.ts';
import { findSimilar } from '../../src/site/similar.ts';
import { item } from '../derive/facts.ts';
import { OTHERS } from '../derive/similar/wishes.ts';

const others = OTHERS.map(({ id, title, body }) => item(id, { title, body }));
const items = (...more: FeedbackItem[]): FeedbackItem[] => [...others, ...more];
const dark = (id: string, fields: Partial<FeedbackItem> = {}): FeedbackItem =>
  item(id, { title: 'A dark mode', body: 'Kind to the eyes.', ...fields });

test('requests that are alike name each other, and those that are not are not listed', () =>
  expect(findSimilar(items(dark('1'), dark('2')), undefined).of).toEqual([
    ['1', ['2']],
    ['2', ['1']],
  ]));

test('merged and hidden requests are neither listed nor have a list', () =>
  expect(
    findSimilar(items(dark('1'), dark('2', { duplicateOf: '1' }), dark('3', { hidden: true })), undefined).of,
  ).toEqual([]));

test('five are enough', () => {
  const many = Array.from({ length: 8 }, (_, place) => dark(String(place + 1)));
  const { of } = findSimilar(items(...many), undefined);
  expect(new Map(of).get('8')).toEqual(['1', '2', '3', '4', '5']);
});

test('what was found is taken again while no text changes, and found anew when one does', () => {
  const before = findSimilar(items(dark('1'), dark('2')), undefined);
  expect(findSimilar(items(dark('1', { status: 'planned' }), dark('2')), before)).toBe(before);
  const after = findSimilar(items(dark('1'), dark('2', { title: 'Teapots', body: '' })), before);
  expect(after.digest).not.toBe(before.digest);
  expect(after.of).toEqual([]);
});
