import type { Mission } from '../../model/mission.ts';
import { check, type Finding, type Rule } from './finding.ts';
import { actionable } from './rules/actionable.ts';
import { concise } from './rules/concise.ts';
import { distinctive } from './rules/distinctive.ts';
import { checkRevisions } from './rules/enduring.ts';
import { checkFormula } from './rules/formula.ts';
import { checkImpact } from './rules/impact.ts';
import { purpose } from './rules/purpose.ts';
import { STRATEGY } from './rules/strategy.ts';
import { userFocused } from './rules/user-focused.ts';
import { VISION } from './rules/vision.ts';
import { readStatement } from './statement.ts';

/** In which language the mission is written, and the day it is looked at: `2026-11-22` or a moment. */
export interface Circumstances {
  locale: string;
  today: string;
}

/**
 * Everything worth telling about the wording of a mission, in the order of its keys; none where there is nothing to look at.
 * Rules of wording know English alone; the others (how long, revisions, formula, impact) hold in any language.
 */
export function lintMission(mission: Mission, { locale, today }: Circumstances): Finding[] {
  const isEnglish = /^en\b/i.test(locale);
  return [
    ...check(present, 'mission', mission),
    ...checkSentence(mission.mission, locale, isEnglish),
    ...(isEnglish ? [...checkVision(mission.vision), ...checkStrategy(mission)] : []),
    ...(mission.mission === undefined ? [] : checkFormula(mission, locale)),
    ...checkImpact(mission, today),
    ...checkRevisions(mission),
  ];
}

/** A file that says nothing yet, as `init` leaves it, is no mistake; one that says all but the mission is. */
const present: Rule<Mission> = {
  rule: 'present',
  why: 'Without a sentence that says why the product exists, nothing can be held against it.',
  remedy: 'Add `mission:` with one sentence: “Help small businesses manage finances.”',
  find: ({ mission, vision, formula, strategy, values, pillars, impact }) => {
    const isBegun = [strategy, values, pillars, impact].some(({ length }) => length > 0);
    return mission === undefined && (isBegun || vision !== undefined || formula) ? '' : undefined;
  },
};

/** A vision in the mission’s place needs a new mission, and wishes for oneself name no deeds: the first of these is the one to mend. */
function checkSentence(mission: string | undefined, locale: string, isEnglish: boolean): Finding[] {
  if (mission === undefined) return [];
  if (!isEnglish) return check(concise(locale), 'mission', mission);
  const statement = readStatement(mission);
  const isLong = check(concise(locale), 'mission', statement.core);
  const [wrong = []] = [purpose, userFocused, actionable]
    .map((rule) => check(rule, 'mission', statement))
    .filter(({ length }) => length > 0);
  const isOther = wrong.some(({ rule }) => rule !== userFocused.rule);
  return [...isLong, ...wrong, ...(isOther ? [] : check(distinctive, 'mission', statement))];
}

function checkVision(vision: string | undefined): Finding[] {
  if (vision === undefined) return [];
  const statement = readStatement(vision);
  const found = VISION.map((rule) => check(rule, 'vision', statement));
  return found.find(({ length }) => length > 0) ?? [];
}

function checkStrategy({ strategy, mission = '' }: Mission): Finding[] {
  return strategy.flatMap((line, place) => {
    const found = STRATEGY.map((rule) => check(rule, `strategy.${place}`, { line, mission }));
    return found.find(({ length }) => length > 0) ?? [];
  });
}
