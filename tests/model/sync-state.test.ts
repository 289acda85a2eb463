import { describe, expect, test } from 'vitest';
import { readSyncState, writeSyncState } from '../../src/model/sync-state.ts';

const STATE = {
  syncedAt: '2026-11-22T08:00:00Z',
  watermarks: { 'octo/app': '2026-11-21T00:00:00Z', 'octo/api': '2026-11-20T00:00:00Z' },
};
const NONE = { watermarks: {} };

test('the state is written with its repositories in order, and reads back equal', () => {
  const text = writeSyncState(STATE);
  expect(text).toBe(`{
  "syncedAt": "2026-11-22T08:00:00Z",
  "watermarks": {
    "octo/api": "2026-11-20T00:00:00Z",
    "octo/app": "2026-11-21T00:00:00Z"
  }
}
`);
  expect(readSyncState(text)).toEqual(STATE);
  expect(writeSyncState(readSyncState(text))).toBe(text);
});

describe('a state that cannot be read counts as none', () => {
  test.each([
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"syncedAt":"yesterday"}',
    '{"watermarks":{"octo":"2026-11-20T00:00:00Z"}}',
    '{"extra":1}',
    '<<<<<<< HEAD\n{}',
  ])('%s', (text) => expect(readSyncState(text)).toEqual(NONE));
  test('and an empty one is none', () => expect(readSyncState('{}')).toEqual(NONE));
});

test('a repository named __proto__ changes nothing', () => {
  expect(readSyncState('{"watermarks":{"__proto__":{"polluted":true}}}').watermarks).toEqual({});
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
