import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSimilarity } from '../../../src/derive/similar/similarity.ts';
import type { Text } from '../../../src/derive/similar/weigh.ts';
import { OTHERS, wish } from './wishes.ts';

/** Ids that are at all like a text, the likest first. */
const like = (id: string, ...texts: readonly Text[]): string[] =>
  buildSimilarity([...OTHERS, ...texts])
    .similarTo(id, 5)
    .map((other) => other.id);

describe('finds', () => {
  test('the same wish in other forms of the words', () =>
    expect(
      like(
        '1',
        wish('1', 'Scrolling lists should be animated', 'The list jumps.'),
        wish('2', 'Animate scrollable list', 'It would look smoother.'),
        wish('3', 'Lists of suppliers', 'We buy from many.'),
      ),
    ).toEqual(['2', '3']));

  test('an identifier by its parts, and by the whole of it before them', () =>
    expect(
      like(
        '1',
        wish('1', 'Add scrollToItem', ''),
        wish('2', 'Let me scroll to an item', ''),
        wish('3', 'ListView.scrollToItem is missing', ''),
        wish('4', 'snake: scroll_to_item', ''),
      ).toSorted(),
    ).toEqual(['2', '3', '4']));

  test('words in the title before the same words in the body', () =>
    expect(
      like(
        '1',
        wish('1', 'Dark mode'),
        wish('2', 'Colours', 'Something like a dark mode would be kind to the eyes.'),
        wish('3', 'A dark mode', 'Something that is kind to the eyes.'),
      ),
    ).toEqual(['3', '2']));

  test('two words that stand together before the same words apart', () =>
    expect(
      like(
        '1',
        wish('1', 'Dark mode editor'),
        wish('2', 'Mode editor dark'),
        wish('3', 'Dark mode viewer'),
        wish('4', 'Dark viewer mode'),
      ).slice(1),
    ).toEqual(['3', '4']));

  test('Chinese and Japanese, by pairs of characters', () => {
    const texts = [
      wish('1', '希望支持深色模式', '夜间使用时太亮'),
      wish('2', '请增加深色模式', ''),
      wish('3', '导出为表格文件', '每月需要一次'),
      wish('4', 'ダークモードに対応してほしい', ''),
      wish('5', 'ダークモードの追加', ''),
    ];
    expect(like('1', ...texts)).toEqual(['2']);
    expect(like('4', ...texts)).toEqual(['5']);
  });

  test('tags that are shared, when nothing else is', () =>
    expect(like('1', wish('1', 'Alpha', '', ['printing']), wish('2', 'Beta', '', ['printing']))).toEqual([
      '2',
    ]));
});

describe('is not misled by', () => {
  test('words that everybody uses to ask', () =>
    expect(
      like('1', wish('1', 'Could you please make it more so?'), wish('2', 'Please, would it be like this?')),
    ).toEqual([]));

  test('the lines of a form, in which only the answers differ', () => {
    const form = (answer: string): string =>
      `### Is your request related to a problem?\n\n${answer}\n\n### Describe the solution that you would prefer\n\n_No response_\n`;
    const answers = ['Kettles', 'Lanterns', 'Umbrellas', 'Violins', 'Tractors', 'Kettles boil'];
    const texts = answers.map((answer, place) => wish(String(place + 1), answer, form(answer)));
    expect(buildSimilarity(texts).similarTo('1', 5)[0]).toMatchObject({ id: '6', words: ['kettles'] });
    expect(buildSimilarity(texts).similarTo('2', 5, 0.05)).toEqual([]);
  });

  test('keys, hashes and addresses', () =>
    expect(
      like(
        '1',
        wish('1', 'Teapots', '4f5e6d7c8b9a 1234567 https://example.org/some/where'),
        wish('2', 'Bicycles', '4f5e6d7c8b9a 1234567 https://example.org/some/where'),
      ),
    ).toEqual([]));

  test('the markup around the words', () =>
    expect(
      like('1', wish('1', 'Teapots', '<details><b>h2. </b>'), wish('2', 'Bicycles', '<details><b>')),
    ).toEqual([]));
});

describe('scores', () => {
  test('lie between 0 and 1, and tell more the more the two say', () => {
    const long = 'Vacuum brass engines whistle through marble corridors beneath copper lanterns. '.repeat(2);
    const { similarTo } = buildSimilarity([
      ...OTHERS,
      wish('1', 'Whistling engines', long),
      wish('2', 'Whistling engines', long),
      wish('3', 'Zeppelins'),
      wish('4', 'Zeppelins'),
    ]);
    const scores = ['1', '3'].map((id) => similarTo(id, 1)[0]?.score ?? 0);
    expect(scores.map((score) => score.toFixed(2))).toMatchInlineSnapshot(`
      [
        "0.78",
        "0.51",
      ]
    `);
  });

  test('tell the words that made them as people wrote them, the most telling first', () =>
    expect(
      buildSimilarity([
        ...OTHERS,
        wish('1', 'Let scrollToItem animate', 'The gallery jumps.'),
        wish('2', 'scrollToItem: animated', 'A gallery, in our case.'),
      ])
        .pairs(1, 0.3)
        .map((pair) => ({ ...pair, score: pair.score.toFixed(2) })),
    ).toMatchInlineSnapshot(`
      [
        {
          "a": "1",
          "b": "2",
          "score": "0.64",
          "words": [
            "scroll",
            "item",
            "scrollToItem",
            "animate",
            "gallery",
          ],
        },
      ]
    `));

  test('of nothing, and of texts without a word, are none', () => {
    expect(buildSimilarity([]).pairs(10, 0)).toEqual([]);
    const { similarTo, neighbours, pairs } = buildSimilarity([
      wish('1', ''),
      wish('2', '!?', '\n\n'),
      wish('3', 'A'),
    ]);
    expect(similarTo('1', 5)).toEqual([]);
    expect(similarTo('unknown', 5)).toEqual([]);
    expect([...neighbours(5).values()]).toEqual([[], [], []]);
    expect(pairs(10, 0)).toEqual([]);
  });
});

describe('pairs', () => {
  const texts = [
    wish('1', 'Dark mode'),
    wish('2', 'Dark mode'),
    wish('3', 'Dark mode'),
    wish('4', 'Printing on paper'),
    wish('5', 'Print to paper, in colour'),
  ];
  const { pairs } = buildSimilarity([...OTHERS, ...texts]);
  const names = (list: ReturnType<typeof pairs>): string[] => list.map(({ a, b }) => `${a} ${b}`);

  test('come once each, the likest first, equals by their ids', () =>
    expect(names(pairs(10, 0.2))).toEqual(['1 2', '1 3', '2 3', '4 5']));
  test('are as many as asked for', () => expect(names(pairs(2, 0.2))).toEqual(['1 2', '1 3']));
  test('are only those that are wanted', () =>
    expect(names(pairs(10, 0.2, (a) => a === '4'))).toEqual(['4 5']));
  test('are none where none is so much alike', () => expect(pairs(10, 1)).toEqual([]));
});

const WORDS = 'dark mode list scroll item colour print paper map export the 深色模式 scrollToItem'.split(' ');
const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' '));
const texts = fc
  .array(fc.record({ title: sentence, body: sentence }), { maxLength: 25 })
  .map((list) => list.map((text, place) => ({ ...text, id: String(place + 1) })));

test('whatever the order of the texts, the answers are the same to the last bit', () =>
  fc.assert(
    fc.property(
      texts.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        const [one, other] = [buildSimilarity(list), buildSimilarity(shuffled)];
        expect(other.pairs(20, 0.1)).toEqual(one.pairs(20, 0.1));
        expect(other.neighbours(5)).toEqual(one.neighbours(5));
      },
    ),
    { numRuns: 150 },
  ));

test('neighbours, found together and with a threshold, are those found one by one without', () =>
  fc.assert(
    fc.property(texts, fc.double({ min: 0, max: 0.9, noNaN: true }), (list, least) => {
      const { similarTo, neighbours } = buildSimilarity(list);
      const together = neighbours(4, least);
      for (const { id } of list) {
        const alone = similarTo(id, list.length).filter(({ score }) => score >= least);
        expect(together.get(id)).toEqual(alone.slice(0, 4).map(({ id, score }) => ({ id, score })));
      }
    }),
    { numRuns: 150 },
  ));

test('two texts are as like from one side as from the other, and never more than 1', () =>
  fc.assert(
    fc.property(texts, (list) => {
      const { similarTo } = buildSimilarity(list);
      for (const { id } of list) {
        for (const { id: other, score } of similarTo(id, list.length)) {
          expect(score).toBeLessThanOrEqual(1);
          expect(similarTo(other, list.length).find((back) => back.id === id)?.score).toBe(score);
        }
      }
    }),
    { numRuns: 100 },
  ));

const LENGTH = 64_000;
test.each([
  ['one word', 'a'.repeat(LENGTH)],
  ['one word in capitals by turns', 'aB'.repeat(LENGTH / 2)],
  ['underscores', '_'.repeat(LENGTH)],
  ['one sentence of Chinese', '深色模式'.repeat(LENGTH / 4)],
  ['accents on accents', `a${'\u0301'.repeat(LENGTH)}`],
  ['fences', '```\n'.repeat(LENGTH / 4)],
  ['code that is never closed', '{code}'.repeat(LENGTH / 6) + '<pre>'.repeat(9)],
  ['tags that are never closed', '<a '.repeat(LENGTH / 3)],
  ['comments that are never closed', '<!--'.repeat(LENGTH / 4)],
  ['braces', '{a:'.repeat(LENGTH / 3)],
  ['entities', '&'.repeat(LENGTH)],
  ['addresses', 'https://'.repeat(LENGTH / 8)],
  ['digits', '0123456789abcdef'.repeat(LENGTH / 16)],
  ['lone surrogates', '\uD83D'.repeat(LENGTH)],
  ['different words', Array.from({ length: LENGTH / 6 }, (_, place) => `w${place}`).join(' ')],
])('takes no long time over 64 kB of %s', (_, text) => {
  const start = performance.now();
  const hostile = Array.from({ length: 10 }, (_, place) => wish(String(place), text, text, [text]));
  buildSimilarity([...OTHERS, ...hostile]).neighbours(5);
  expect(performance.now() - start).toBeLessThan(4_000);
});
