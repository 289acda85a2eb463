import { expect, test } from 'vitest';
import { takeApart } from '../../../src/derive/mission/formula.ts';

const SENTENCE = 'Help small teams publish what they build, without a server.';

/** The pieces with their parts: `[who:small teams]`. */
const marked = (sentence: string, formula: Parameters<typeof takeApart>[1]): string =>
  takeApart(sentence, formula)
    .map(({ text, part }) => (part ? `[${part}:${text}]` : text))
    .join('');

test('marks each part where it stands in the sentence', () => {
  const formula = { who: 'small teams', what: 'Publish what they build', how: ' without a server ' };
  expect(marked(SENTENCE, formula)).toBe(
    'Help [who:small teams] [what:publish what they build], [how:without a server].',
  );
});

test('leaves out a part that stands there in other words, and the later of two that overlap', () => {
  const formula = { who: 'teams that are small', what: 'publish what', how: 'what they build' };
  expect(marked(SENTENCE, formula)).toBe(
    'Help small teams [what:publish what] they build, without a server.',
  );
});

test('takes signs of a pattern as what they are', () => {
  expect(marked('Help (all) of C++.', { who: '(all)', what: '.*', how: 'C++' })).toBe(
    'Help [who:(all)] of [how:C++].',
  );
});

test('is the sentence whole where there is no formula, and nothing where there is no sentence', () => {
  expect(takeApart(SENTENCE, undefined)).toEqual([{ text: SENTENCE }]);
  expect(takeApart('', { who: 'a', what: 'b', how: 'c' })).toEqual([]);
});
