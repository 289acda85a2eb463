import { expect, test } from 'vitest';
import { issueElsewhere } from '../../src/site/issue-elsewhere.ts';

test.each([
  [
    'on GitHub',
    { duplicateOf: 'else/where#12', url: 'https://github.com/octo/app/issues/1' },
    { name: 'else/where#12', url: 'https://github.com/else/where/issues/12' },
  ],
  [
    'on the GitHub that the item is on',
    { duplicateOf: 'else/where#12', url: 'https://git.example.org/octo/app/issues/1' },
    { name: 'else/where#12', url: 'https://git.example.org/else/where/issues/12' },
  ],
  [
    'on GitHub, where the item has no address',
    { duplicateOf: 'else/where.js#7', url: undefined },
    { name: 'else/where.js#7', url: 'https://github.com/else/where.js/issues/7' },
  ],
  ['nowhere, when it is an item of ours', { duplicateOf: '42', url: undefined }, undefined],
  ['nowhere, when it was not merged', { duplicateOf: undefined, url: undefined }, undefined],
])('an issue that an item was merged into elsewhere is found %s', (_, item, found) =>
  expect(issueElsewhere(item)).toEqual(found),
);
