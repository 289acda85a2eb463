import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { refuse } from '../../src/markdown/guard.ts';
import { bombs } from './bombs.ts';

const DATA = new URL('../../../shared/data/titanium.jsonl.gz', import.meta.url);

describe('what is refused, and in which words', () => {
  const cases: [markdown: string, reason: string][] = [
    ['a'.repeat(65_537), 'it is longer than 65,536 characters'],
    ['a\r'.repeat(10_001), 'it has more than 10,000 lines'],
    ['a\n'.repeat(10_001), 'it has more than 10,000 lines'],
    ['> '.repeat(25), 'a line nests quotes and lists more than 24 deep'],
    [`${'> '.repeat(20)}a\n`.repeat(401), 'it has more than 8,000 quote and list marks'],
    [`${'a|'.repeat(200)}\n${'-|'.repeat(200)}`, 'a table has more than 200 columns'],
    [`|a|\n${'-|'.repeat(150)}\n${'a\n'.repeat(70)}`, 'its tables have more than 10,000 cells'],
    ['['.repeat(1_501), 'a paragraph has more than 1,500 brackets'],
    ['*a'.repeat(3_001), 'a paragraph has more than 3,000 emphasis marks'],
    ['[^1]\n\n'.repeat(301), 'it refers to footnotes more than 300 times'],
    ['<i-a>'.repeat(401), 'a paragraph leaves more than 400 HTML tags open'],
    ['<b>\n\n'.repeat(61), 'it leaves more than 60 HTML formatting tags open'],
  ];
  test.each(cases)('%#', (markdown, reason) => expect(refuse(markdown)).toBe(reason));
});

describe('what passes', () => {
  const cases: [name: string, markdown: string][] = [
    ['nothing', ''],
    ['the longest body that GitHub takes', 'word '.repeat(13_107)],
    ['a long log', `\`\`\`\n${'2026-11-22 [main] a_b *** <init> (x.java:12)\n'.repeat(1_400)}\`\`\``],
    ['a long list with links', '- [a](https://b.example) by **c** in #1\n'.repeat(1_500)],
    [
      'a wide and long table',
      `|${'a|'.repeat(12)}\n|${'-|'.repeat(12)}\n${`|${'1|'.repeat(12)}\n`.repeat(500)}`,
    ],
    ['closed HTML', '<details><summary>a</summary><b>b</b><br></details>\n\n'.repeat(500)],
  ];
  test.each(cases)('%s', (_name, markdown) => expect(refuse(markdown)).toBeUndefined());
});

test.each(bombs(65_536))('%s is looked over in no time', (_name, markdown) => {
  const before = process.cpuUsage();
  refuse(markdown);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(150);
});

test('no real feature request is refused but for its length', () => {
  if (!existsSync(DATA))
    return console.log('absent: ../shared/data is not on this machine; no real body was tried.');
  const lines = gunzipSync(readFileSync(DATA)).toString('utf8').trim().split('\n');
  const reasons = lines.map(bodyOf).map((body) => refuse(body) ?? '');
  expect(lines.length).toBe(29_057);
  expect(reasons.filter((reason) => reason !== '' && !reason.startsWith('it is longer'))).toEqual([]);
});

function bodyOf(line: string): string {
  const item: unknown = JSON.parse(line);
  return typeof item === 'object' && item !== null && 'body' in item ? String(item.body) : '';
}
