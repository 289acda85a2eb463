import { expect, test } from 'vitest';
import { issueReferences } from '../../src/markdown/references.ts';

const cases: [markdown: string, numbers: number[]][] = [
  ['Like #12 and #7, again #12.', [12, 7]],
  ['GH-3 (#4) "#5"', [3, 4, 5]],
  ['owner/name#6 other/place#7 Owner/Name#8', [6, 8]],
  ['https://github.com/owner/name/issues/9 https://github.com/owner/name/pull/10#issuecomment-1', [9, 10]],
  ['[see](https://github.com/owner/name/issues/11) https://github.com/other/place/issues/1', [11]],
  ['`#1`\n\n```\n#2\n```\n\n    #3', []],
  ['> #1 said somebody\n\n#2', [2]],
  ['a#1 #1a /#1 &#35; ## 1 #0 #01', []],
  ['# 12\n\n#13', [13]],
  ['', []],
];
test.each(cases)('%s', (markdown, numbers) =>
  expect(issueReferences(markdown, 'owner/name')).toEqual(numbers),
);

test('a text that is refused names nothing', () => {
  expect(issueReferences(`#1 ${'> '.repeat(30)}\n${'> '.repeat(30)}`, 'owner/name')).toEqual([]);
});
