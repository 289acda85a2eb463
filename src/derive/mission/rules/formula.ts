import type { Mission } from '../../../model/mission.ts';
import { fold } from '../../search/words.ts';
import { stem } from '../../similar/stem.ts';
import { check, type Finding, type Rule } from '../finding.ts';

interface Part {
  part: string;
  mission: string;
  locale: string;
}

const allParts: Rule<Part> = {
  rule: 'all-parts',
  why: 'The formula takes the sentence apart, so each of its parts has to stand in the sentence.',
  remedy:
    'Write the part as the mission does, or put it into the mission: “Help small businesses (who) manage finances (what) from their phone (how).”',
  find({ part, mission, locale }) {
    if (fold(mission).includes(fold(part).trim())) return undefined;
    const there = new Set(stems(mission, locale));
    return stems(part, locale).every((one) => there.has(one)) ? undefined : part;
  },
};

const stems = (text: string, locale: string): string[] =>
  [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(fold(text))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => stem(segment));

/** What, how and for whom: all three stand in the mission, in whatever order and form. Holds in any language. */
export function checkFormula({ mission = '', formula }: Mission, locale: string): Finding[] {
  return Object.entries(formula ?? {}).flatMap(([key, part]) =>
    check(allParts, `formula.${key}`, { part, mission, locale }),
  );
}
