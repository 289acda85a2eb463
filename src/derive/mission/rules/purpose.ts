import type { Rule } from '../finding.ts';
import type { Statement } from '../statement.ts';

const WORLD = String.raw`(?:world|future|planet|society|nation|country|community|city|internet|web|generation|tomorrow|humanity|universe|continent|america|africa|europe)`;
const STATE = String.raw`(?:where|in which|without|free (?:of|from)|with (?:no|zero)|whose)`;
const PICTURE = new RegExp(
  String.raw`^(?:a|an|one|our|the|this)? ?(?:[^\s.,;]+ ){0,4}?${WORLD},? (?:[^\s.,;]+ ){0,2}?${STATE}\b`,
  'i',
);
const MAKING_A_WORLD = new RegExp(
  String.raw`^(?:create|build|make|imagine|shape|achieve|reali[sz]e|bring about|see|work towards?)(?:ing)? (?:a|an|the) (?:[^\s.,;]+ ){0,4}?${WORLD},? ${STATE}\b`,
  'i',
);
const DREAMING =
  /^(?:\w+ )?(?:envision|imagine|dream of|picture|see|foresee)(?:ing)? (?:a|an|the) (?:[^\s.,;]+ ){0,4}(?:where|in which|when|without)\b/i;
const SOMEDAY =
  /\b(?:one day(?! at a time)|some ?day|by (?:the year )?20[2-9]\d|by the end of the (?:decade|century))\b/i;
const WILL_BE = /^[^.;]*?\b(?<!(?:that|which|who|they|it) )(?:will|shall) [a-z]+/i;
const EVERYBODY =
  /^(?:every(?:one|body| [^\s.,;]+(?: [^\s.,;]+)?)|all [^\s.,;]+|no(?:body| one| [^\s.,;]+)|anyone|anybody|zero [^\s.,;]+)(?=[ ,])/i;
const EVERYWHERE =
  /^(?:(?!\b(?:that|which|who|to)\b)[^.;])*?\b(?:in|on|for|at) (?:every|each|all|everyone|everybody|anyone)\b[^,.;]{0,30}/i;
const WE_FIRST = /^(?:create|build|be|become)(?:ing)? .*?\b(?:best|most|leading|greatest|first)\b/i;

/** A horizon far away makes a picture of the future of it, and not a wish to be ahead. */
const HORIZON =
  /\b(?:of|in|for) (?:the )?(?:\d{2}(?:st|nd|rd|th)|twenty-first|this|next|new) (?:century|millennium)\b/i;

/** A mission says what is done today; a picture of the world once it is done is the vision. */
export const purpose: Rule<Statement> = {
  rule: 'purpose',
  why: 'This is a picture of the future: it says how the world will look, and not what is done about it today, for whom and how.',
  remedy:
    'Keep it as `vision`, and write in `mission` what you do towards it, in the present: “Help teams deliver projects on time by removing collaboration friction.”',
  find: ({ core, opens, hasVerb }) => {
    if (opens === 'doing' || opens === 'being') return amongDeeds(core);
    const pictures = [PICTURE, DREAMING, SOMEDAY, EVERYBODY, WILL_BE, ...(hasVerb ? [] : [EVERYWHERE])];
    if (/^(?:a|an|one) /i.test(core)) pictures.push(EVERYWHERE);
    return first(pictures, core);
  },
};

function amongDeeds(core: string): string | undefined {
  if (/\bby [a-z]+ing\b/i.test(core)) return undefined;
  const far = HORIZON.test(core) && WE_FIRST.test(core) ? core.replace(/\.$/, '') : undefined;
  return far ?? first([MAKING_A_WORLD, DREAMING, SOMEDAY], core);
}

const first = (patterns: readonly RegExp[], text: string): string | undefined =>
  patterns.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
