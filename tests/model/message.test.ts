import { describe, expect, test } from 'vitest';
import { fillMessage, type Values } from '../../src/model/message.ts';
import { parseSettings } from '../../src/model/parse.ts';
import { formatProblem } from '../../src/model/problem.ts';

const told = (message: string): string[] =>
  parseSettings(
    `notify:\n  cap: 5\n  message: ${JSON.stringify(message)}\n`,
    'content/milepost.yml',
  ).problems.map(formatProblem);
const all: Values = {
  news: 'It shipped.',
  release: '`v1`',
  work: '#9',
  canonical: '#1',
  page: '[See it](https://a.test/)',
  thanks: 'Thanks.',
};

describe('a message', () => {
  test.each([
    ['of one paragraph', '{news}\n{thanks}\n{page}.', 'It shipped. Thanks. [See it](https://a.test/).'],
    ['of paragraphs', 'Hi!\n\n{news}\n{thanks}\n', 'Hi!\n\nIt shipped. Thanks.'],
    ['with spaces in its braces', 'Out in { release }.', 'Out in `v1`.'],
  ])('%s', (_, template, text) => expect(fillMessage(template, all)).toBe(text));

  test('leaves out the line whose variable has nothing to show, and a paragraph of none', () =>
    expect(
      fillMessage('{news}\n\nSame as {canonical}.\n\n{thanks}\n{page}.', {
        ...all,
        canonical: undefined,
        page: undefined,
      }),
    ).toBe('It shipped.\n\nThanks.'));

  test('puts values in as they are', () =>
    expect(fillMessage('{work}', { ...all, work: '$& {release} $1' })).toBe('$& {release} $1'));
});

const one = (message: string): string => told(message).join('\n');
describe('what a message must not hold', () => {
  test.each([
    [
      'Out in {relase}. {news}',
      'expected one of {news}, {release}, {work}, {canonical}, {page}, {thanks}; got "{relase}". Did you mean "{release}"?',
    ],
    [
      '{news} {zzzzzzz}',
      'expected one of {news}, {release}, {work}, {canonical}, {page}, {thanks}; got "{zzzzzzz}". Take it out, or write it without braces.',
    ],
    [
      '{news} {constructor}',
      'expected one of {news}, {release}, {work}, {canonical}, {page}, {thanks}; got "{constructor}". Take it out, or write it without braces.',
    ],
    [
      '{news} cc @octo/team',
      'expected text that mentions nobody; got "@octo/team". Every comment would send them a message; take the @ out.',
    ],
    ...['_@octo_', '`@octo', '&#64;octo', '&#x40;octo', '&commat;octo'].map((words) => [
      `{news} ${words}`,
      `expected text that mentions nobody; got "${words.replace(/^[_`]|_$/g, '')}". Every comment would send them a message; take the @ out.`,
    ]),
    [
      'Closes **{work}**',
      'expected text that closes no issue; got "Closes **{work}". Say it otherwise: "done in {work}".',
    ],
    [
      'Fixes [{work}]',
      'expected text that closes no issue; got "Fixes [{work}". Say it otherwise: "done in {work}".',
    ],
    [
      'Fixes #12. {news}',
      'expected text that closes no issue; got "Fixes #12". Say it otherwise: "done in {work}".',
    ],
    [
      'closes: https://github.com/o/r/issues/1 {news}',
      'expected text that closes no issue; got "closes: https://github.com/o/r/issues/1". Say it otherwise: "done in {work}".',
    ],
    [
      'Resolved {work}',
      'expected text that closes no issue; got "Resolved {work}". Say it otherwise: "done in {work}".',
    ],
    [
      '{news} -->',
      'expected text without HTML comments; got "-->". They would hide the marker by which a comment is known again.',
    ],
    [
      'It shipped!',
      'expected at least one of {news}, {release}, {work}; got "It shipped!". Add one, so that the comment links its proof.',
    ],
  ])('%s', (message, problem) =>
    expect(told(message)).toEqual([`content/milepost.yml:3 notify.message: ${problem}`]),
  );

  test.each(['Write to a@b.test. {news}', 'Fixed in {work}.', 'See #12. {release}'])(
    'but may hold %s',
    (message) => expect(one(message)).toBe(''),
  );
});
