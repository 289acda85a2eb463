import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';

const STATUSES = ['open', 'under-review', 'planned', 'in-progress', 'shipped', 'declined'];

describe('a word that was meant', () => {
  test.each([
    ['a letter is missing', 'plannd', 'planned'],
    ['a letter is doubled', 'shippped', 'shipped'],
    ['two letters are swapped', 'opne', 'open'],
    ['a letter is wrong', 'declimed', 'declined'],
    ['the case is another', 'OPEN', 'open'],
    ['the separator is another', 'in_progress', 'in-progress'],
    ['some words are short', 'review', undefined],
    ['nothing is near', 'banana', undefined],
    ['nothing was written', '', undefined],
    ['a word is endless', 'o'.repeat(61), undefined],
  ])('when %s', (_, word, meant) => expect(nearest(word, STATUSES)).toBe(meant));

  test('is the nearest, and of two equally near the first by letter', () => {
    expect(nearest('title', ['titles', 'title'])).toBe('title');
    expect(nearest('cat', ['hat', 'bat'])).toBe('bat');
    expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
  });
  test('is none of none', () => expect(nearest('open', [])).toBeUndefined());
  test('may be an emoji', () => expect(nearest('🚀🚀🚀x', ['🚀🚀🚀'])).toBe('🚀🚀🚀'));
});
