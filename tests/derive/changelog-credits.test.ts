import { describe, expect, test } from 'vitest';
import { chainOf, type Notices, proofOf } from '../../src/derive/chain.ts';
import { askersOf } from '../../src/derive/credits.ts';
import type { FeedbackItem, Proof } from '../../src/model/item.ts';
import { readNotice } from '../../src/model/notice.ts';
import { item, requestsOf } from './facts.ts';

const url = (number: number): string => `https://git.example/octo/app/issues/${number}`;
const asked = (
  number: number,
  author: string | undefined,
  fields: Partial<FeedbackItem> = {},
): FeedbackItem => item(String(number), { number, repo: 'Octo/App', url: url(number), author, ...fields });
const requestOf = (...items: FeedbackItem[]) => {
  const request = requestsOf(items).find(({ canonical }) => canonical === undefined);
  if (!request) throw new Error('a request stands for itself');
  return request;
};

describe('credit for a request', () => {
  const namesOf = (...items: FeedbackItem[]): string[] =>
    askersOf(requestOf(...items)).map(({ login }) => login);

  test('goes to its author, then to those of merged requests, the oldest first, each once', () =>
    expect(
      namesOf(
        asked(1, 'ada'),
        asked(4, 'cy', { duplicateOf: '1', createdAt: '2026-01-04T00:00:00Z' }),
        asked(3, 'Bob', { duplicateOf: '1', createdAt: '2026-01-03T00:00:00Z' }),
        asked(5, 'bob', { duplicateOf: '4', createdAt: '2026-01-05T00:00:00Z' }),
        asked(6, 'ADA', { duplicateOf: '1', createdAt: '2026-01-06T00:00:00Z' }),
      ),
    ).toEqual(['ada', 'Bob', 'cy']));

  test('goes to nobody when the account is gone', () => expect(namesOf(asked(1, undefined))).toEqual([]));

  test.each([
    ['ada', {}, 'https://git.example/ada'],
    ['ada_corp', {}, 'https://git.example/ada_corp'],
    ['a/../b', {}, undefined],
    ['ada', { source: 'canny' }, undefined],
    ['ada', { url: undefined }, undefined],
    ['ada', { url: 'javascript:alert(1)' }, undefined],
  ])('of %j, %j, leads to %j', (author, fields, profile) =>
    expect(askersOf(requestOf(asked(1, author, fields)))).toEqual([{ login: author, url: profile }]),
  );
});

describe('the chain of proof', () => {
  const pull: Proof = {
    kind: 'pull-request',
    url: 'https://git.example/p/9',
    name: '#9',
    at: '2026-02-01T00:00:00Z',
  };
  const commit: Proof = { kind: 'commit', url: 'https://git.example/c/1a2b3c4', name: '1a2b3c4' };
  const release: Proof = { kind: 'release', url: 'https://git.example/r/v1', name: 'v1' };
  const noticeOf = (number: number, comment: object = {}) => {
    const told = { id: 5, url: `${url(number)}#issuecomment-5`, at: '2026-02-04T00:00:00Z' };
    const text = {
      key: 'a'.repeat(24),
      state: 'sent',
      repo: 'octo/app',
      number,
      at: told.at,
      comment: told,
      ...comment,
    };
    const notice = readNotice(JSON.stringify(text));
    if (!notice) throw new Error('a notice can be read');
    return notice;
  };
  const noticed = (...numbers: number[]): Notices =>
    new Map(numbers.map((number) => [`octo/app#${number}`, noticeOf(number)]));
  const shown = (links: readonly { kind: string; name: string }[]): string =>
    links.map(({ kind, name }) => `${kind} ${name}`).join(' → ');
  const whole = asked(1, 'ada', { proof: [release, commit, pull] });

  test('leads from the request to the comment that told it', () =>
    expect(shown(chainOf({ item: whole }, noticed(1)))).toBe(
      'request #1 → pull-request #9 → commit 1a2b3c4 → release v1 → comment comment',
    ));
  test('tells where and when each was', () =>
    expect(chainOf({ item: asked(1, 'ada', { proof: [pull] }) }, noticed(1))).toEqual([
      { kind: 'request', url: url(1), name: '#1', at: '2026-01-01T00:00:00Z' },
      pull,
      { kind: 'comment', url: `${url(1)}#issuecomment-5`, name: 'comment', at: '2026-02-04T00:00:00Z' },
    ]));
  test('is empty where nothing is proved', () =>
    expect(chainOf({ item: asked(1, 'ada') }, noticed(2))).toEqual([]));
  test('of a merged request is that of its canonical one, with its own comment', () =>
    expect(shown(chainOf({ item: asked(2, 'bo', { duplicateOf: '1' }) }, noticed(2), whole))).toBe(
      'request #2 → pull-request #9 → commit 1a2b3c4 → release v1 → comment comment',
    ));
  test('has no comment where none was written', () => {
    const claimed = new Map([['octo/app#1', noticeOf(1, { state: 'skipped', comment: undefined })]]);
    expect(shown(proofOf(whole, claimed))).toBe('pull-request #9 → commit 1a2b3c4 → release v1');
  });
});
