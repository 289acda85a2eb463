import type { Rule } from '../finding.ts';
import { type Statement, wordsOf } from '../statement.ts';
import { STOCK, WORN } from '../words/cliches.ts';
import { namesPeople } from '../words/people.ts';
import { ownWords } from '../words/plain.ts';

/** So many words of its own make up for one stock phrase, and so many for each worn one: fewer where people are named. */
const ENOUGH = { forPeople: { stock: 3, worn: 1 }, forAnybody: { stock: 6, worn: 2 } };

/** A mission is ours alone: it could not stand on a competitor’s wall. */
export const distinctive: Rule<Statement> = {
  rule: 'distinctive',
  why: 'Any competitor could say the same: these words name no one’s problem and rule nothing out.',
  remedy:
    'Say whose problem it is and what is different about the answer: not “provide innovative financial solutions” but “give freelancers the financial tools that traditional banks deny them”.',
  find({ core, opens }) {
    const stock = core.match(STOCK) ?? [];
    const worn = core.replace(STOCK, ' ').match(WORN) ?? [];
    const said = ownWords(wordsOf(core.replace(STOCK, ' ').replace(WORN, ' ')));
    const own = said.length;
    const enough = namesPeople(said) ? ENOUGH.forPeople : ENOUGH.forAnybody;
    const isStock = stock.length > 1 || (stock.length === 1 && own < enough.stock);
    const isWorn = worn.length > 0 && own < enough.worn * worn.length;
    if (isStock || isWorn) return [...stock, ...(isWorn ? worn : [])].slice(0, 3).join(', ');
    return own === 0 && opens !== 'being' && /\p{L}/u.test(core) ? core.replace(/[.!]+$/, '') : undefined;
  },
};
