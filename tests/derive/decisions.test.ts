import { describe, expect, test } from 'vitest';
import { deriveDecisions, wholeSentences } from '../../src/derive/decisions.ts';
import type { FeedbackItem } from '../../src/model/item.ts';
import { item, mission, requestsOf } from './facts.ts';

const MISSION = mission({
  pillars: [
    { id: 'true-demand', name: 'True demand', promise: 'x', words: ['vote'] },
    { id: 'open', name: 'Open', promise: 'y' },
  ],
});

/** `<id> <pillar>` of each decision, in their order. */
const decided = (items: readonly FeedbackItem[]): string[] =>
  deriveDecisions(requestsOf(items), MISSION, { open: 'Open door' }).map(
    ({ request, pillar }) => `${request.item.id} ${pillar?.id ?? 'none'}`,
  );

const declined = (id: string, response: string, fields: Partial<FeedbackItem> = {}): FeedbackItem =>
  item(id, { status: 'declined', response, ...fields });

describe('decisions', () => {
  test('are what was planned, begun or declined, merged requests apart', () => {
    expect(
      decided([
        item('1', { status: 'planned' }),
        item('2', { status: 'declined' }),
        item('3', { status: 'shipped' }),
        item('4'),
        item('6', { status: 'in-progress' }),
        item('5', { status: 'declined', duplicateOf: '1' }),
      ]),
    ).toEqual(['1 none', '2 none', '6 none']);
  });

  test('stand in the mission’s order of pillars, the latest first, and last those that name none', () => {
    const at = (moment: string): Partial<FeedbackItem> => ({
      history: [{ at: moment, status: 'declined' }],
    });
    expect(
      decided([
        declined('1', 'No.', at('2026-05-01T00:00:00Z')),
        declined('2', 'No.', { ...at('2026-02-01T00:00:00Z'), pillar: 'open' }),
        declined('3', 'No.', { ...at('2026-03-01T00:00:00Z'), pillar: 'open' }),
        declined('4', 'No.', { ...at('2026-01-01T00:00:00Z'), pillar: 'true-demand' }),
      ]),
    ).toEqual(['4 true-demand', '3 open', '2 open', '1 none']);
  });

  test.each([
    ['a name of several words, in whatever case', 'This is not true demand.', 'true-demand'],
    ['an id of several words', 'It does not serve true-demand.', 'true-demand'],
    ['a name of one word, as it is written', 'It is against Open.', 'open'],
    ['an id of one word, as code', 'It is against `open`.', 'open'],
    ['no word that only happens to be a name', 'We leave this open, since demand is true.', 'none'],
    ['no word that a pillar is known by', 'One vote is not enough.', 'none'],
  ])('find in an answer %s', (_, response, pillar) => {
    expect(decided([declined('1', response)])).toEqual([`1 ${pillar}`]);
  });

  test('go by the request before they go by its answer', () => {
    expect(decided([declined('1', 'It is no true demand.', { tags: ['open door'] })])).toEqual(['1 open']);
  });
});

describe('words that were cut', () => {
  test.each([
    ['end with a whole sentence', 'It would need a server. Nobody wants to run …', 'It would need a server.'],
    [
      'stay when they are no whole sentence',
      'It would need a server that …',
      'It would need a server that …',
    ],
  ])('%s', (_, words, wanted) => expect(wholeSentences(words, 'en')).toBe(wanted));

  test('stay when nothing was cut', () => expect(wholeSentences('No. Not now', 'en')).toBe('No. Not now'));
});
