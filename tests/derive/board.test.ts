import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Query, queryIn, searchOf } from '../../src/client/query.ts';
import { select } from '../../src/client/worker/select.ts';

const NONE: Query = { words: '', status: '', tag: '', sort: '' };

describe('the address of a board', () => {
  test('has what is asked for and nothing else', () =>
    expect(searchOf({ words: 'dark & light', status: 'planned', tag: 'c++', sort: 'newest' })).toBe(
      '?q=dark+%26+light&status=planned&tag=c%2B%2B&sort=newest',
    ));
  test('is bare when nothing is asked for', () => expect(searchOf(NONE)).toBe(''));
  test('leaves out a sort that there is not', () =>
    expect(queryIn('?q=a&sort=evil')).toEqual({ ...NONE, words: 'a' }));
  test('reads back as it was', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('', 'trend', 'newest', 'moved'),
        (words, tag, sort) => {
          const query = { ...NONE, words: words.trim(), tag: tag.trim(), sort };
          expect(queryIn(searchOf(query))).toEqual(query);
        },
      ),
    ));
});

describe('a board shows', () => {
  const found = {
    requests: { ids: ['1', '2', '3', '4'], titles: ['a', 'b', 'c', 'd'], people: [5, 9, 2, 7] },
    facts: {
      words: {},
      statuses: [
        { id: 'open', name: 'Open', kind: 'open' },
        { id: 'shipped', name: 'Shipped', kind: 'shipped' },
      ],
      tags: [
        { name: 'Design', slug: 'design' },
        { name: 'API', slug: 'api' },
      ],
      status: [0, 1, 0, 0],
      active: [1 as const, 0 as const, 1 as const, 1 as const],
      heard: [0, 0, 0, 0],
      comments: [0, 0, 0, 0],
      merged: [0, 0, 0, 0],
      created: [30, 10, 20, 40],
      moved: [0, 0, 0, 0],
      trend: [0, 0, 0, 0],
      tagged: [[0], [0, 1], [1], []],
      languages: [''],
      language: [0, 0, 0, 0],
    },
    search: (words: string) => Uint32Array.from(words === 'all' ? [2, 1, 0] : words === 'ended' ? [1] : []),
  };
  const shown = (query: Partial<Query>): [ids: string, hidden: number, isEnded: boolean] => {
    const { places, hidden, isEnded } = select(found, { ...NONE, ...query });
    return [Array.from(places, (place) => found.requests.ids[place]).join(' '), hidden, isEnded];
  };

  test.each<[string, Partial<Query>, ReturnType<typeof shown>]>([
    ['what is active, the most wanted first, and counts the rest', {}, ['4 1 3', 1, false]],
    ['all, when all are asked for', { status: 'all' }, ['2 4 1 3', 0, false]],
    ['one status', { status: 'shipped' }, ['2', 0, false]],
    ['nothing of a status that there is not', { status: 'evil' }, ['', 0, false]],
    ['one tag', { tag: 'design' }, ['1', 1, false]],
    ['nothing of a tag that there is not', { tag: 'evil' }, ['', 0, false]],
    ['the best match first', { words: 'all' }, ['3 1', 1, false]],
    ['words, a status and a tag together', { words: 'all', status: 'all', tag: 'api' }, ['3 2', 0, false]],
    ['words in another order', { words: 'all', sort: 'newest' }, ['1 3', 1, false]],
    ['what has ended, when nothing else matches', { words: 'ended' }, ['2', 0, true]],
    ['nothing, when nothing matches', { words: 'none' }, ['', 0, false]],
  ])('%s', (_, query, expected) => expect(shown(query)).toEqual(expected));
});
