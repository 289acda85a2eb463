import type { Rule } from '../finding.ts';

/** A sentence of so many words is still said in one breath or two. */
const WORDS = 35;
const SENTENCES = 2;

/** The mission can be remembered. Holds in any language; `locale` says where its words and sentences end. */
export const concise = (locale: string): Rule<string> => ({
  rule: 'concise',
  why: 'A mission that nobody can say from memory does not decide anything.',
  remedy:
    'Keep one sentence, two at most, of no more than 35 words, and move the rest into the story below: “Help small businesses manage finances.”',
  find(text) {
    const sentences = partsOf(text, locale, 'sentence').filter((part) => wordsIn(part, locale) > 1);
    const count = wordsIn(text, locale);
    if (count > WORDS) return `${count} words`;
    return sentences.length > SENTENCES ? `${sentences.length} sentences` : undefined;
  },
});

const wordsIn = (text: string, locale: string): number =>
  [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].filter(
    ({ isWordLike }) => isWordLike,
  ).length;

const partsOf = (text: string, locale: string, granularity: 'sentence'): string[] =>
  [...new Intl.Segmenter(locale, { granularity }).segment(text)].map(({ segment }) => segment);
