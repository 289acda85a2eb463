import { expect, test } from 'vitest';
import { settle } from '../../src/markdown/context.ts';
import { safeHref } from '../../src/markdown/href.ts';

const inRepository = settle({ repo: 'o/n' });
const nowhere = settle({});

const cases: [address: string, safe: string | undefined][] = [
  ['https://b.example', 'https://b.example/'],
  ['  HTTP://B.example/%41?q#h ', 'http://b.example/%41?q#h'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['#hash', '#hash'],
  ['#', undefined],
  ['', undefined],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['\u0001javascript:alert(1)', undefined],
  ['vbscript:x', undefined],
  ['data:text/html,x', undefined],
  ['blob:https://b.example/1', undefined],
  ['file:///etc/passwd', undefined],
  ['ftp://b.example/', undefined],
  ['C:\\Windows', undefined],
  ['https://b.example\\@c.example', 'https://b.example/@c.example'],
  ['https://a:b@b.example/', 'https://b.example/'],
  ['https://', undefined],
  [`https://b.example/${'a'.repeat(5_000)}`, undefined],
];
test.each(cases)('%j', (address, safe) => expect(safeHref(address, nowhere)).toBe(safe));

test('a relative address cannot leave GitHub by going up', () => {
  expect(safeHref('../../../../../a', inRepository)).toBe('https://github.com/a');
  expect(safeHref('a/../../../../../../b', inRepository)).toBe('https://github.com/b');
});
