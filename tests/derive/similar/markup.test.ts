import { expect, test } from 'vitest';
import { readable } from '../../../src/derive/similar/markup.ts';

const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim();

test.each([
  ['a fence', 'See:\n```js\nlet a = 1;\n```\nDone', 'See: Done', 'let a = 1;'],
  ['a fence that is never closed', 'See:\n~~~\nlet a', 'See:', 'let a'],
  [
    'code of another tracker',
    'h2. See\n{code:java|title=A}let a{code} and {noformat}b{noformat}',
    'See and',
    'let a b',
  ],
  ['<pre>', 'See <pre class="x">a < b</pre> there', 'See there', 'a < b'],
  ['HTML', '<p align="center">Hello&nbsp;<b>you</b></p>', 'Hello you', ''],
  ['a comment of a template', 'One <!-- Please\nfill in --> two', 'One two', ''],
  ['an address', 'See https://example.org/a?b=c.', 'See', ''],
  ['a link', 'See [the manual](https://example.org/a).', 'See [the manual]( ).', ''],
  ['colour of another tracker', '{color:red}Now{color}', 'Now', ''],
  ['what is no markup', 'a < b and b > c, {x}', 'a < b and b > c,', ''],
])('%s', (_, body, prose, code) => {
  const read = readable(body);
  expect({ prose: wordsOf(read.prose), code: wordsOf(read.code) }).toEqual({ prose, code });
});

test('reads the beginning of a body that is a log', () =>
  expect(readable('word '.repeat(100_000)).prose).toHaveLength(10_000));
