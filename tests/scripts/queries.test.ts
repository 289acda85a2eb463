import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import {
  CLOSERS,
  HISTORY,
  ISSUES,
  issuesByNumber,
  LABELS,
  MENTIONS,
  MILESTONES,
  RELEASES,
} from '../../scripts/github/queries.ts';
import { priceOf } from '../github/price.ts';
import { gitHubSchema } from '../github/schema.ts';

const documents = {
  ISSUES,
  LABELS,
  CLOSERS,
  RELEASES,
  MILESTONES,
  HISTORY,
  MENTIONS,
  issuesByNumber: issuesByNumber([1, 2, 3]),
};

test.each(Object.entries(documents))('%s is valid in GitHub’s schema', (_name, document) => {
  expect(validate(gitHubSchema(), parse(document)).map(({ message }) => message)).toEqual([]);
});

test('a page of 50 issues costs two points, a page of releases or of history one', () => {
  expect(priceOf(parse(ISSUES), { first: 50 })).toBe(2);
  expect(priceOf(parse(RELEASES), {})).toBe(1);
  expect(priceOf(parse(HISTORY), { first: 100 })).toBe(1);
});

test('prices are counted as in the example of GitHub’s documentation: 5,101 requests are 51 points', () => {
  const example = parse(
    `{ viewer { repositories(first: 100) { edges { node { issues(first: 50) { edges { node { labels(first: 60) { edges { node { id } } } } } } } } } } }`,
  );
  expect(priceOf(example, {})).toBe(51);
});
