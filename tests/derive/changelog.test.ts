import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveChangelog } from '../../src/derive/changelog.ts';
import type { Request } from '../../src/derive/requests.ts';
import type { Entry } from '../../src/model/entry.ts';
import type { FeedbackItem, Proof } from '../../src/model/item.ts';
import { entry, idsOf, item, requestsOf, SETTINGS } from './facts.ts';

const { groups } = SETTINGS.changelog;
const changelog = (entries: readonly Entry[], requests: readonly Request[]) =>
  deriveChangelog(entries, requests, { groups, next: (id) => entry(id, { title: 'Next' }) });
const news = (entries: readonly Entry[], requests: readonly Request[]): string[] =>
  changelog(entries, requests).map(({ entry: { id }, shipped }) => [id, ...idsOf(shipped)].join(' '));

describe('the changelog', () => {
  test('begins with what comes next, then the newest, ties by name', () =>
    expect(
      news(
        [
          entry('v1', { publishedAt: '2026-01-01T00:00:00Z' }),
          entry('unreleased'),
          entry('v3', { publishedAt: '2026-03-01T00:00:00Z' }),
          entry('v2', { publishedAt: '2026-01-01T00:00:00Z' }),
          entry('secret', { hidden: true }),
        ],
        [],
      ),
    ).toEqual(['unreleased', 'v3', 'v2', 'v1']));

  test('names what shipped in a version, without what was merged, and in the repository that it is of', () => {
    const requests = requestsOf([
      item('1', { shippedIn: 'v1', repo: 'octo/app' }),
      item('2', { shippedIn: 'v1', repo: 'octo/api' }),
      item('3', { shippedIn: 'v1' }),
      item('4', { shippedIn: 'v1', duplicateOf: '1' }),
      item('5', { shippedIn: 'v10' }),
      item('6'),
    ]);
    const entries = [
      entry('app', { version: 'v1', repo: 'Octo/App' }),
      entry('api', { version: 'v1', repo: 'octo/api' }),
      entry('all', { version: 'v1' }),
    ];
    expect(news(entries, requests).sort()).toEqual(['all 1 2 3', 'api 2 3', 'app 1 3']);
  });

  test('is the same however entries and requests were shuffled', () => {
    const entries = Array.from({ length: 6 }, (_, n) =>
      entry(`v${n}`, n % 2 ? { publishedAt: '2026-01-01T00:00:00Z' } : {}),
    );
    const items = Array.from({ length: 6 }, (_, n) => item(String(n), { shippedIn: `v${n % 3}` }));
    const all = { minLength: 6, maxLength: 6 };
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, all), fc.shuffledSubarray(items, all), (some, others) => {
        expect(news(some, requestsOf(others))).toEqual(news(entries, requestsOf(items)));
      }),
      { numRuns: 100 },
    );
  });
});

const PULL: Proof = { kind: 'pull-request', url: 'https://github.test/octo/app/pull/9', name: '#9' };
const RELEASE: Proof = { kind: 'release', url: 'https://github.test/octo/app/releases/v1', name: 'v1' };
const merged = (id: string, fields: Partial<FeedbackItem> = {}): FeedbackItem =>
  item(id, { status: 'shipped', proof: [PULL], ...fields });

describe('what is merged and in no release yet', () => {
  test('comes first, as an entry that nobody had to write', () => {
    const entries = [entry('v1', { publishedAt: '2026-01-01T00:00:00Z' })];
    const items = [merged('1'), merged('2', { shippedIn: 'v1' }), item('3', { status: 'planned' })];
    expect(news(entries, requestsOf(items))).toEqual(['unreleased 1', 'v1 2']);
    expect(changelog(entries, requestsOf(items))[0]?.entry.title).toBe('Next');
  });

  test('stands in the entry that people wrote for it', () => {
    const written = entry('soon', { version: 'Unreleased', title: 'Ours' });
    expect(news([written], requestsOf([merged('1')]))).toEqual(['soon 1']);
  });

  test('stands nowhere when people hid that entry', () =>
    expect(news([entry('unreleased', { hidden: true })], requestsOf([merged('1')]))).toEqual([]));

  test('of another repository than the entry that people wrote has one of its own, under another name', () => {
    const written = entry('unreleased', { repo: 'octo/app' });
    const items = [merged('1', { repo: 'octo/app' }), merged('2', { repo: 'octo/api' })];
    expect(news([written], requestsOf(items))).toEqual(['unreleased-next 2', 'unreleased 1']);
  });

  test('makes no entry of a version that is called unreleased and was published', () => {
    const published = entry('unreleased', { publishedAt: '2026-01-01T00:00:00Z' });
    expect(news([published], requestsOf([merged('1')]))).toEqual(['unreleased-next 1', 'unreleased']);
  });

  test.each([
    ['nothing is shipped', item('1', { status: 'planned' })],
    ['nothing proves that it was merged', merged('1', { proof: [] })],
    ['a release proves it', merged('1', { proof: [PULL, RELEASE] })],
    ['it was merged into another repository’s request', merged('1', { duplicateOf: 'far/away#7' })],
  ])('is nothing where %s', (_why, one) => expect(news([], requestsOf([one]))).toEqual([]));
});

describe('what shipped in a version', () => {
  const groupsOf = (...items: FeedbackItem[]): string[] =>
    (
      changelog([entry('v1')], requestsOf(items.map((one) => ({ ...one, shippedIn: 'v1' }))))[0]?.groups ?? []
    ).map(({ name, requests }) => [name, ...idsOf(requests)].join(' '));
  const tagged = (id: string, ...tags: string[]): FeedbackItem => item(id, { tags });

  test('stands under new, improved or fixed, in this order, by its tags', () =>
    expect(
      groupsOf(tagged('1', 'bug'), tagged('2'), tagged('3', 'performance'), tagged('4', 'feature', 'mobile')),
    ).toEqual(['New 2 4', 'Improved 3', 'Fixed 1']));

  test.each(['bug', 'Bug', 'type/bug', 'kind: Bug', '🐛 bug', 'Type: Regression', 'defect'])(
    'is a fix when it is tagged %j',
    (tag) => expect(groupsOf(tagged('1', tag))).toEqual(['Fixed 1']),
  );
  test.each(['debugging', 'not-a-bug', 'enhancement', '🐛', ''])('is new when it is tagged %j', (tag) =>
    expect(groupsOf(tagged('1', tag))).toEqual(['New 1']),
  );
  test('is a fix when it is tagged as a fix and as something new', () =>
    expect(groupsOf(tagged('1', 'bug', 'feature'))).toEqual(['Fixed 1']));

  test('stands under the headings that the settings name', () => {
    const own = [
      { id: 'rest', name: 'All the rest', labels: [] },
      { id: 'inside', name: 'Inside', labels: ['Area: Core'] },
    ];
    const [first] = deriveChangelog(
      [entry('v1')],
      requestsOf([
        item('1', { shippedIn: 'v1', tags: ['area/core'] }),
        item('2', { shippedIn: 'v1', tags: ['bug'] }),
      ]),
      { groups: own, next: (id) => entry(id) },
    );
    expect(first?.groups.map(({ id, requests }) => [id, ...idsOf(requests)])).toEqual([
      ['rest', '2'],
      ['inside', '1'],
    ]);
  });
});
