import type { Random } from '../soak/random.ts';

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');

/** Words of which few are frequent and many rare, as in every language: text that compresses as people's does. */
function vocabulary(size: number): string[] {
  return Array.from({ length: size }, (_, rank) => {
    const [first, second, third] = [rank % 20, Math.floor(rank / 20) % 20, Math.floor(rank / 400) % 20];
    return [SYLLABLES[first], SYLLABLES[second], rank < 400 ? '' : SYLLABLES[third]].join('');
  });
}

const WORDS = vocabulary(6000);

/** Some words, most of them from the frequent end. */
export const words = (dice: Random, count: number): string =>
  Array.from({ length: count }, () => WORDS[Math.floor(WORDS.length ** dice.next()) - 1] ?? 'and').join(' ');

/** What an issue says: a few paragraphs, about a thousand characters. */
export const paragraphs = (dice: Random): string =>
  Array.from({ length: 1 + dice.below(5) }, () => `${words(dice, 10 + dice.below(60))}.`).join('\n\n');
