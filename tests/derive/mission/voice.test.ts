import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsOf } from '../../../src/derive/mission/texts.ts';
import { deriveVoice, unsaid, type Voice } from '../../../src/derive/mission/voice/voice.ts';
import type { FeedbackItem } from '../../../src/model/item.ts';
import { item, mission, requestsOf } from '../facts.ts';
import { OTHERS } from '../similar/wishes.ts';

/** Wishes that share no word, not even its stem. */
const others = OTHERS.filter(({ title }) => !/^(?:Sign|Weekly)/.test(title)).map(({ id, title, body }) =>
  item(id, { title, body }),
);

function voiceOf(items: readonly FeedbackItem[], votes: Record<string, number> = {}, locale = 'en'): Voice[] {
  const texts = textsOf(requestsOf([...items, ...others], { votes }));
  return deriveVoice(texts, { mission: mission({ mission: 'Help farmers sell turnips.' }), locale });
}
const phrasesOf = (items: readonly FeedbackItem[], locale = 'en'): string[] =>
  voiceOf(items, {}, locale).map(({ phrase }) => phrase);

describe('phrases', () => {
  test('are what these requests say more than English does, the most telling first, a whole instead of its parts', () =>
    expect(
      phrasesOf([
        item('1', { title: 'Turnip harvester', body: 'The water and the people are good.' }),
        item('2', { title: 'A turnip harvester', body: 'People like good water.' }),
        item('3', { title: 'Turnip harvesters', body: 'Good people, good water.' }),
      ]),
    ).toEqual(['turnip harvester', 'water', 'people']));

  test('count requests and not repetitions, and merged requests as one', () => {
    const loud = item('1', { title: 'Turnips', body: 'turnips! '.repeat(50) });
    expect(phrasesOf([loud])).toEqual([]);
    expect(phrasesOf([loud, item('2', { title: 'Turnips', duplicateOf: '1' })])).toEqual([]);
    expect(voiceOf([loud, item('2', { title: 'A turnip' })])).toMatchObject([
      { phrase: 'turnips', requests: 2, items: ['1', '2'] },
    ]);
  });

  test('leave out code, markup, addresses, names, hidden items, and what a form asked', () => {
    const body = (answer: string): string =>
      `Which tractor?\n\n\`\`\`\nzeppelin()\n\`\`\`\n<b class="balloon">${answer}</b> https://kite.example @parachute glider@sky.example\n`;
    const items = ['1', '2', '3', '4', '5'].map((id) =>
      item(id, { title: 'Help', body: body(`please ${id}`) }),
    );
    expect(
      phrasesOf([...items, ...['6', '7'].map((id) => item(id, { title: 'Rocket', hidden: true }))]),
    ).toEqual([]);
  });

  test('do not reach over the end of a sentence', () =>
    expect(phrasesOf(['1', '2'].map((id) => item(id, { title: 'Turnips. Harvesters' }))).toSorted()).toEqual([
      'harvesters',
      'turnips',
    ]));

  test('are found in scripts without spaces', () =>
    expect(
      phrasesOf([item('1', { title: '支持深色模式' }), item('2', { title: '请增加深色模式' })], 'zh').join(
        ' ',
      ),
    ).toContain('深色'));

  test('know which of them the mission says, in whatever form', () => {
    const voice = voiceOf(['1', '2'].map((id) => item(id, { title: 'Turnip, lantern' })));
    expect(voice.map(({ phrase, inMission }) => [phrase, inMission])).toEqual([
      ['lantern', false],
      ['turnip', true],
    ]);
    expect(unsaid(voice).map(({ phrase }) => phrase)).toEqual(['lantern']);
  });

  test('are the same in whichever order the items come', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          [...others, ...['1', '2', '3'].map((id) => item(id, { title: `Turnip lantern ${id}` }))],
          {
            minLength: 11,
          },
        ),
        (items) => {
          const voice = deriveVoice(textsOf(requestsOf(items)), { mission: undefined, locale: 'en' });
          expect(voice).toEqual(
            voiceOf(['1', '2', '3'].map((id) => item(id, { title: `Turnip lantern ${id}` }))).map((one) => ({
              ...one,
              inMission: false,
            })),
          );
        },
      ),
      { numRuns: 20 },
    ));
});

describe('quotes', () => {
  const isOfTurnips = ({ phrase }: Voice): boolean => phrase.startsWith('turnip');
  const TURNIPS = item('9', { title: 'Turnips' });
  const quotes = (fields: Partial<FeedbackItem>): unknown =>
    voiceOf([item('1', { title: 'Turnips', ...fields }), TURNIPS]).find(isOfTurnips)?.quotes;

  test('are what was heard elsewhere, with where it is public, and then whole sentences', () => {
    const quote = 'we would sell twice as many turnips with it';
    const url = 'https://forum.example/7';
    const heard = { evidence: [{ source: 'forum', quote, url }] };
    expect(quotes(heard)).toEqual([{ text: quote, item: '1', source: 'forum', url }]);
    expect(quotes({ evidence: [{ source: 'mail', quote: `${quote}, says @farmer` }] })).toEqual([]);
    expect(quotes({ evidence: [{ source: 'mail', quote: `${quote}, farmer@example.org` }] })).toEqual([]);
    expect(
      quotes({
        body: 'Hi!\n\n- Every **turnip** in the\n  [shed](https://a.example) rots by May. And so on.',
      }),
    ).toEqual([{ text: 'Every turnip in the shed rots by May.', item: '1' }]);
  });

  test.each([
    ['names somebody', 'Ask @octocat about the turnips in the shed.'],
    ['has an address', 'Mail me at farmer@example.org about the turnips.'],
    ['is code', 'Then call turnips.sell(everything) on the second day.'],
    ['is no sentence', 'turnips in the shed, all of them, unsold'],
    ['is too short', 'Turnips rot.'],
    ['is too long', `Turnips ${'rot and '.repeat(40)}rot.`],
    ['turns text round', 'Turnips \u202E are sold in the town hall.'],
    ['is not about it', 'The parsnips in the shed rot by May.'],
  ])('none that %s', (_, body) => {
    expect(quotes({ body })).toEqual([]);
    expect(quotes({ body: `${body}\n\nEvery turnip in the shed rots by May.` })).toEqual([
      { text: 'Every turnip in the shed rots by May.', item: '1' },
    ]);
  });

  test('come from the most wanted requests, one from each, two at most', () => {
    const body = (id: string): string =>
      `Turnips of row ${id} are rotting in the shed. The turnips of ${id} are all gone.`;
    const items = ['1', '2', '3'].map((id) => item(id, { title: 'Turnips', body: body(id) }));
    expect(voiceOf(items, { '3': 9, '1': 2 }).find(isOfTurnips)?.quotes).toEqual([
      { text: 'Turnips of row 3 are rotting in the shed.', item: '3' },
      { text: 'Turnips of row 1 are rotting in the shed.', item: '1' },
    ]);
  });

  test('do not come twice, whatever phrases they hold', () => {
    const body = 'The turnip and the lantern are in the shed.';
    const voice = voiceOf([item('1', { title: 'Turnip', body }), item('2', { title: 'Turnip, lantern' })]);
    expect(voice.map(({ phrase, quotes }) => [phrase, quotes.length])).toEqual([
      ['lantern', 1],
      ['turnip', 0],
    ]);
  });

  test('do not carry markup that would run', () =>
    expect(
      JSON.stringify(
        quotes({
          body: '<script>alert("turnips")</script> <img src=x onerror=alert(1)> Every turnip rots by the middle of May.',
        }),
      ),
    ).not.toMatch(/<|onerror/));
});

test('ten thousand hostile lines take no time', () => {
  const bodies = [
    '@'.repeat(10_000),
    'a@'.repeat(5_000),
    '[a]('.repeat(2_500),
    '*_'.repeat(5_000),
    'Aa.\n'.repeat(2_500),
  ];
  const items = bodies.map((body, place) => item(String(place + 1), { title: 'Turnips', body }));
  const start = performance.now();
  voiceOf(items);
  expect(performance.now() - start).toBeLessThan(2_000);
});
