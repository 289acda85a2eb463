import { describe, expect, test } from 'vitest';
import { type Counts, type Demand, demandOf } from '../../src/derive/demand.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import type { Counted } from '../../src/model/counted.ts';
import type { FeedbackItem } from '../../src/model/item.ts';
import { demandWords } from '../../src/site/demand-words.ts';
import { idsOf, item, requestsOf } from './facts.ts';

const heard = (weight?: number): FeedbackItem['evidence'][number] => ({
  source: 'call',
  ...(weight ? { weight } : {}),
});

const votes = (counts: Record<string, number>): Counts => ({
  tallies: new Map(Object.entries(counts).map(([id, count]) => [id, { votes: count, comments: 9 }])),
});

const NOBODY: Demand = { people: 0, votes: 0, here: 0, merged: 0, twice: 0, heard: 0, basis: 'author' };
const COUNTED: Counted = { people: 41, here: 36, merged: 9, twice: 4, requests: 2, facts: 'a' };

describe('demand', () => {
  test('is the author and the votes', () =>
    expect(demandOf(item('1', { author: 'ada' }), [], votes({ '1': 4, '2': 100 }))).toEqual({
      ...NOBODY,
      people: 5,
      votes: 4,
      here: 5,
    }));

  test('of an item without author and votes is nobody', () =>
    expect(demandOf(item('1'), [], votes({}))).toEqual(NOBODY));

  test('adds merged items where nobody was counted one by one, and says so', () =>
    expect(
      demandOf(
        item('1', { author: 'ada' }),
        [item('2', { author: 'bob' }), item('3')],
        votes({ '1': 1, '2': 2, '3': 4 }),
      ),
    ).toEqual({ ...NOBODY, people: 9, votes: 1, here: 2, merged: 7, basis: 'added' }));

  test('is the count one by one where there is one', () =>
    expect(
      demandOf(item('1', { author: 'ada' }), [item('2'), item('3')], {
        ...votes({ '1': 30 }),
        counted: new Map([['1', COUNTED]]),
      }),
    ).toEqual({ people: 41, votes: 30, here: 36, merged: 9, twice: 4, heard: 0, basis: 'counted' }));

  test('adds again when the count was of other merges', () =>
    expect(
      demandOf(item('1'), [item('2')], { ...votes({ '1': 30 }), counted: new Map([['1', COUNTED]]) }),
    ).toMatchObject({ people: 30, basis: 'added' }));

  test('tells apart who was heard elsewhere, merged items too', () =>
    expect(
      demandOf(
        item('1', { evidence: [heard(), heard(5)] }),
        [item('2', { evidence: [heard(10)] })],
        votes({}),
      ),
    ).toMatchObject({ people: 0, heard: 16 }));

  test('that was counted decides the order; a merged request shows its own', () => {
    const items = [item('1', { author: 'ada' }), item('2', { duplicateOf: '1', author: 'ada' }), item('3')];
    const counted = new Map([['1', { people: 1, here: 1, merged: 1, twice: 1, requests: 1, facts: 'a' }]]);
    const requests = requestsOf(items, { votes: { '3': 2 }, counted });
    expect(idsOf(requests)).toEqual(['3', '1', '2']);
    expect(requests.map(({ demand }) => demand.people)).toEqual([2, 1, 1]);
  });
});

describe('the words for', () => {
  const words = (demand: Partial<Demand>, requests = 0, commenters = false): string =>
    demandWords({ ...NOBODY, ...demand }, { requests, commenters }, messagesFor('en'));

  test.each([
    ['nobody', {}, 0, 'Nobody has backed it on GitHub yet.'],
    [
      'nobody but those heard elsewhere',
      { heard: 2 },
      0,
      'Nobody has backed it on GitHub yet. 2 heard elsewhere, counted apart.',
    ],
    ['whoever asked', { people: 1, here: 1 }, 0, '1 person: 1 asked.'],
    ['voters of a request whose author is gone', { people: 4, votes: 4, here: 4 }, 0, '4 people: 4 voted.'],
    [
      'voters and whoever asked',
      { people: 1235, votes: 1234, here: 1235 },
      0,
      '1,235 people: 1,234 voted, 1 asked. One too many if whoever asked voted too.',
    ],
    [
      'a cluster that was counted',
      { people: 41, votes: 35, here: 36, merged: 9, twice: 4, heard: 2, basis: 'counted' as const },
      2,
      '41 people: 36 on this request, 9 on 2 merged requests, less 4 counted already. 2 heard elsewhere, counted apart.',
    ],
    [
      'a cluster without overlap',
      { people: 3, votes: 1, here: 2, merged: 1, basis: 'counted' as const },
      1,
      '3 people: 2 on this request, 1 on 1 merged request.',
    ],
    [
      'a cluster that was not counted yet',
      { people: 9, votes: 1, here: 2, merged: 7, basis: 'added' as const },
      2,
      '9 people: 2 on this request, 7 on 2 merged requests. Not yet counted one by one: somebody on two of these requests counts twice.',
    ],
    [
      'a request alone that was counted',
      { people: 5, votes: 5, here: 5, basis: 'counted' as const },
      0,
      '5 people: 5 asked, voted or both.',
    ],
  ])('%s', (_, demand, requests, expected) => {
    expect(words(demand, requests)).toBe(expected);
    expect(expected).not.toMatch(/\p{Extended_Pictographic}/u);
  });

  test('a request alone whose commenters count', () =>
    expect(words({ people: 5, here: 5, basis: 'counted' }, 0, true)).toBe(
      '5 people: 5 asked, voted or commented.',
    ));
});
