import type { Statement } from '../statement.ts';

const RANK = String.raw`(?:best|most [a-z-]+(?:, [a-z-]+)*(?: and [a-z-]+)?|leading(?! (?:voice|advocate|champion|force))|leader|leaders|premier|number one|no\. ?1|#1|number 1|top|first choice|largest|biggest|greatest|finest|fastest-growing|favou?rite|preferred|foremost|dominant|unrivall?ed|recogni[sz]ed|respected|admired|renowned|successful|competitive|profitable|global leader|market leader|first-class|world-class|choice for|of choice)`;
const FIRM = String.raw`(?:company|companies|corporation|firm|agency|brand|bank|airline|retailer|manufacturer|supplier|provider|vendor|employer|enterprise|startup|start-up|business|operator|chain|distributor|contractor|consultancy|insurer|studio|conglomerate)`;
const WARE = String.raw`(?:tools?|products?|software|apps?|platforms?|solutions?|systems?|suites?|frameworks?|websites?)`;
/** Words up to what is wished to be; not into what that does for others. */
const FEW = String.raw`(?:(?!(?:that|which|where|who|whom|when|to|for|so)\b)[^\s.;]+ ){0,6}?`;

/** "the best …", said of ourselves. */
const BEING_FIRST = new RegExp(
  String.raw`^(?:be|become|remain|being|becoming|remaining|stay)\b ${FEW}(?:${RANK}|${FIRM}(?! (?:that|which|where|for)\b))\b[^,.;]{0,40}`,
  'i',
);
const AND_BEING_FIRST = new RegExp(
  String.raw`(?:,|;|\band) to (?:be|become|remain) (?:the|a|an|our|their) ${FEW}(?:${RANK}|${FIRM}(?! (?:that|which|where|for)\b))\b[^,.;]{0,40}`,
  'i',
);
const MAKING_US_FIRST = new RegExp(
  String.raw`^(?:create|build|operate|run|develop|grow|own)(?:ing)? (?:the |a |an |our )?(?:world's )?${FEW}${RANK} (?:[^\s.,;]+ ){0,4}?${FIRM}\b[^,.;]{0,40}`,
  'i',
);
const MAKING_WARE_FIRST = new RegExp(
  String.raw`^(?:make|create|build|offer|provide|deliver|have|develop|sell)(?:ing)? (?:the |a |an |our )?(?:world's )?(?:absolute )?${RANK} (?:possible )?(?:[^\s.,;]+ ){0,3}?${WARE}\b[^,;]*$`,
  'i',
);
const LEADING_FIRM = new RegExp(
  String.raw`\b(?:as |is |are )?(?:a |the |our |one of the )?(?:world's |industry's )?(?:leading|premier|preferred|foremost|largest) (?:[^\s.,;]+ ){0,3}?${FIRM}\b`,
  'i',
);
const LEADING =
  /^(?:lead|dominate|own|win|conquer|outperform)(?:ing)? (?:the |our |every |all )?(?:[^\s.,;]+ ){0,2}?(?:markets?|industry|sector|category|competition|competitors|rivals)\b/i;

const GAIN = String.raw`(?:market share|revenues?|profits?|profitability|profitably|shareholder (?:value|wealth)|stock price|share price|earnings|margins?|ebitda|sales|our (?:business|brand|company|growth|customer base|user base)|(?:profitable|sustained|long-term|financial|business) (?:[a-z-]+ )?growth)`;
const GAINING = new RegExp(
  String.raw`^(?:[^.;]{0,80}?(?:,|\band) (?:to )?)?(?:maximi[sz]e|increase|grow|boost|generate|enhance|expand|raise|drive|achieve|earn|double)(?:s|ing)? (?:[^\s.;]+ ){0,5}?${GAIN}(?! (?:for|of) )\b`,
  'i',
);
const FOR_OWNERS =
  /\b(?:(?:shareholder|stockholder) (?:value|returns?|wealth)|(?:value|returns?|profits?|wealth) (?:for|to) (?:all |our |its |the )?(?:shareholders|shareowners|stockholders|investors|owners))\b/i;
/** Whoever is helped may well want to sell more. */
const HELPING = /\b(?:help|enable|empower|let|allow|give|assist|support)(?:s|ing)?\b/i;

/** The words that say what we want to be or to gain; undefined when a statement is about others. */
export function aboutUs({ core, opens, namesPeople }: Statement): string | undefined {
  const ofOurselves = opens === 'thing' ? [LEADING_FIRM] : [BEING_FIRST, MAKING_US_FIRST, LEADING];
  const product = namesPeople ? [] : [MAKING_WARE_FIRST];
  const gain = HELPING.test(core) ? [] : [GAINING];
  for (const pattern of [...ofOurselves, AND_BEING_FIRST, ...product, ...gain, FOR_OWNERS]) {
    const found = pattern.exec(core)?.[0];
    if (found !== undefined) return found.replace(/^(?:,|;|and) /, '');
  }
  return undefined;
}
