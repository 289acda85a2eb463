import type { Rule } from '../finding.ts';
import { wordsOf } from '../statement.ts';
import { contentOf, ownWords } from '../words/plain.ts';

/** One line of the strategy, with the mission it serves. */
export interface Choice {
  line: string;
  mission: string;
}

/** A line that shares so much with the mission, either way, says it again. */
const SAME = { ofLine: 0.7, ofMission: 0.5 };
/** So many words of its own make a line a choice, whatever its grammar. */
const OWN = 2;
/** Words by which something is left for something else. */
const CHOOSING =
  /\b(?:only|first|before|instead|rather|not|no|never|without|except|alone|unless|until|over|refuse|one|single|free)\b/i;

/** The strategy says how the mission is reached. */
export const STRATEGY: readonly Rule<Choice>[] = [
  {
    rule: 'not-the-mission',
    why: 'This is the mission again: it says why, and not how to get there.',
    remedy:
      'Say which way you take: “Sell to accountants first, since each of them brings thirty small businesses.”',
    find({ line, mission }: Choice): string | undefined {
      const [own, whole] = [contentOf(wordsOf(line)), new Set(contentOf(wordsOf(mission)))];
      const shared = own.filter((word) => whole.has(word)).length;
      const isSame = shared >= SAME.ofLine * own.length && shared >= SAME.ofMission * whole.size;
      return own.length > 0 && isSame ? line : undefined;
    },
  },
  {
    rule: 'names-choices',
    why: 'Nobody would choose the opposite, so nothing has been chosen.',
    remedy:
      'Name what you do and what you leave for it: “Publish finished pages instead of running a server.”',
    find({ line }: Choice): string | undefined {
      const count = ownWords(wordsOf(line)).length;
      return count < OWN && !(count > 0 && CHOOSING.test(line)) && /\p{L}/u.test(line) ? line : undefined;
    },
  },
];
