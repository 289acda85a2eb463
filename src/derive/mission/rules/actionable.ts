import type { Rule } from '../finding.ts';
import type { Statement } from '../statement.ts';
import { ownWords } from '../words/plain.ts';

/** After so many words, whoever "is" something has said what for. */
const BARE = 8;
const STRIVING = /^(?:strive|strives|striving|pursue|pursuing|embrace|value|seek|achieve|aim|excel)$/;

/** A mission implies what to do, and what not to. */
export const actionable: Rule<Statement> = {
  rule: 'actionable',
  why: 'Nobody can tell from this what to do tomorrow, or what to leave.',
  remedy:
    'Begin with a verb and say for whom: not “be excellent” but “help small businesses manage finances”.',
  find(statement) {
    const { core, words, opens, hasVerb, verb } = statement;
    const whole = core.replace(/[.!]+$/, '');
    if (opens === 'being' && words.length <= BARE && !saysWhatFor(statement)) return whole;
    if (opens === 'thing' && !hasVerb && !isForSomebody(statement)) return whole;
    return STRIVING.test(verb) && ownWords(words.filter((word) => word !== verb)).length === 0
      ? whole
      : undefined;
  },
};

/** "Be the voice of refugees", "be a database that never loses data": whoever is that has something to do. */
const saysWhatFor = ({ words, namesPeople }: Statement): boolean =>
  namesPeople || words.some((word) => /^(?:that|which|where|who|whose|to)$/.test(word));

/** "Banking for the unbanked" leaves its verb out, and still says what to do for whom; "people first" does not. */
const isForSomebody = ({ words, namesPeople }: Statement): boolean => namesPeople && words.length > 3;
