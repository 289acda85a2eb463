import { expect, test } from 'vitest';
import { closingReferences, issueReferences } from '../../src/markdown/references.ts';

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

test.each<[string, number[]]>([
  ['Fixes #1, closes #2 and #3', [1, 2]],
  ['close #1 closed #2 fix #3 fixed #4 resolve #5 resolves #6 RESOLVED: #7', [1, 2, 3, 4, 5, 6, 7]],
  ['closes owner/name#1, fixes owner/other#2, fixes GH-3', [1, 3]],
  ['fixes https://github.com/owner/name/issues/1', [1]],
  ['- [x] fixes #1\n\n> fixes #2\n\n`fixes #3`\n\n<!-- fixes #4 -->\n\n```\nfixes #5\n```', [1]],
  ['prefixes #1, hot-fix #2, fix for #3, fixing #4', []],
])('a pull request that says %j closes %j', (markdown, numbers) =>
  expect(closingReferences(markdown, 'owner/name')).toEqual(numbers),
);
