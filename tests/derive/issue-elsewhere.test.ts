import { expect, test } from 'vitest';
import { issueElsewhere } from '../../src/site/issue-elsewhere.ts';

test.each([
  [
    'on GitHub',
    { source: 'github', duplicateOf: 'else/where#12', url: 'https://github.com/octo/app/issues/1' },
    { name: 'else/where#12', url: 'https://github.com/else/where/issues/12' },
  ],
  [
    'on the GitHub that the item is on',
    { source: 'github', duplicateOf: 'else/where#12', url: 'https://git.example.org/octo/app/issues/1' },
    { name: 'else/where#12', url: 'https://git.example.org/else/where/issues/12' },
  ],
  [
    'on GitHub, where the item has no address',
    { source: 'github', duplicateOf: 'else/where.js#7', url: undefined },
    { name: 'else/where.js#7', url: 'https://github.com/else/where.js/issues/7' },
  ],
  ['nowhere, when it is an item of ours', { source: 'github', duplicateOf: '42', url: undefined }, undefined],
  [
    'nowhere, when it was not merged',
    { source: 'github', duplicateOf: undefined, url: undefined },
    undefined,
  ],
])('an issue that an item was merged into elsewhere is found %s', (_, item, found) =>
  expect(issueElsewhere(item)).toEqual(found),
);
