import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut } from '../../src/markdown/cut.ts';
import { flatten } from '../../src/markdown/excerpt.ts';
import { renderWithExcerpt } from '../../src/markdown/render.ts';

const excerpt = (markdown: string, max = 200): string =>
  cut(renderWithExcerpt(markdown, { repo: 'a/b' }).excerpt, max);

describe('an excerpt says what a body says first', () => {
  const cases: [name: string, markdown: string, words: string][] = [
    [
      'without markup',
      'A **bold** `word`, a [link](https://b.example) and ~~no~~.',
      'A bold word, a link and no.',
    ],
    [
      'without the headings of an issue form',
      '### Description\n\nDark mode\n\n### Version\n\n_No response_',
      'Dark mode',
    ],
    ['without HTML and comments', '<!-- please read -->\n\na <b>b</b>\n\n<img src=x alt=y>', 'a b'],
    ['without code, quotes, tables, images', '> q\n\n```\ncode\n```\n\n|a|\n|-|\n\n![i](j) a', 'a'],
    ['without the boxes of a form', '- [x] I have searched\n\nWords', 'Words'],
    ['with lists, one after another', '- a\n- b\n\n1. c', 'a b c'],
    ['on one line', 'a\nb  \nc\n\n\n\td', 'a b c'],
    ['from a body of headings only', '# Add dark mode', 'Add dark mode'],
    ['from a body of code only', '```\nnpm i\n```', 'npm i'],
    ['from nothing', '', ''],
  ];
  test.each(cases)('%s', (_name, markdown, words) => expect(excerpt(markdown)).toBe(words));

  test('is cut at a word end', () => expect(excerpt('one two three four', 12)).toBe('one two…'));
  test('is cut between words that no space parts', () => {
    expect(excerpt('我们希望能够在深色模式下使用这个应用程序', 12)).toBe('我们希望能够在深色模式…');
  });
  test('never splits a character', () => expect(excerpt('👩‍👩‍👧‍👦'.repeat(5), 14)).toBe('👩‍👩‍👧‍👦…'));
  test('of a body that is not to be parsed is its text', () => {
    expect(flatten('a\n\n\u202E**b** '.concat('c '.repeat(200)), 9)).toBe('a **b**…');
  });

  test('is never longer than asked, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 2, max: 60 }),
        (text, max) => {
          expect(excerpt(text, max).length).toBeLessThanOrEqual(max);
          expect(excerpt(text, max).isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });
});
