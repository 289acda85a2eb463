/** What is praised, in any company’s words. */
const GOODS = String.raw`(?:solutions?|products?|services?|offerings?|technolog(?:y|ies)|experiences?|customer service|results|value)`;
const PRAISE = String.raw`(?:world[- ]class|best[- ]in[- ]class|best[- ]of[- ]breed|cutting[- ]edge|state[- ]of[- ]the[- ]art|leading[- ]edge|bleeding[- ]edge|next[- ]gen(?:eration)?|innovative|superior|premium|unparalleled|unmatched|unrivall?ed|unsurpassed|outstanding|exceptional|high(?:est)?[- ]quality|top[- ]quality|quality|first[- ]class|top[- ]notch|value[- ]added|cost[- ]effective|turnkey|end[- ]to[- ]end)`;
const BUYERS = String.raw`(?:customers?|clients?|consumers?|guests?|users?|stakeholders?|shareholders?|partners?)`;

const any = (...patterns: readonly string[]): RegExp =>
  new RegExp(String.raw`\b(?:${patterns.join('|')})(?![\w-])`, 'gi');

/** Phrases that any company could put its name to; one is enough unless much of its own is said. */
export const STOCK = any(
  String.raw`${PRAISE}(?:,? (?:and )?[\w-]+){0,2},? ${GOODS}`,
  String.raw`(?:delight|wow|thrill|satisfy)(?:ing|s)? (?:all )?(?:our |the |their |every )?${BUYERS}`,
  String.raw`(?:exceed|surpass)(?:ing|s)?(?: [\w’'-]+){0,4} expectations?`,
  String.raw`synerg(?:y|ies|istic|i[sz]e)`,
  String.raw`leverag(?:e|es|ing)`,
  String.raw`one[- ]stop[- ]shop`,
  String.raw`value[- ]add(?:ed|s)?`,
  String.raw`(?:solutions?|services?) providers?`,
  String.raw`(?:partner|provider|supplier|employer|brand|vendor) of choice`,
  String.raw`(?:trusted|preferred|strategic) (?:partner|advisor|adviser|supplier|provider|vendor)`,
  String.raw`products and services`,
  String.raw`(?:total )?customer (?:satisfaction|delight|excellence)`,
  String.raw`customer[- ](?:centric|focused|driven|obsessed)`,
  String.raw`excellence (?:in|through) (?:everything|all|innovation|service|quality)(?: that)?(?: we do)?`,
  String.raw`(?:operational|service|business) excellence`,
  String.raw`(?:commitment|committed|dedicated|dedication|passion|strive|striving|pursuit|delivering|deliver) (?:to|for|of)? ?excellence`,
  String.raw`(?:shareholder|stakeholder) value`,
  String.raw`(?:superior|attractive|sustainable) (?:shareholder |financial )?(?:returns?|growth)`,
  String.raw`profitable growth`,
  String.raw`thought leader(?:s|ship)?`,
  String.raw`paradigms?(?: shifts?)?`,
  String.raw`win[- ]win`,
  String.raw`game[- ]chang(?:er|ers|ing)`,
  String.raw`core competenc(?:y|ies|es)`,
  String.raw`(?:think(?:ing)? )?outside the box`,
  String.raw`push(?:ing)? the envelope`,
  String.raw`mov(?:e|ing) the needle`,
  String.raw`go(?:ing)? (?:above and beyond|the extra mile)`,
  String.raw`digital transformation`,
  String.raw`mission[- ]critical`,
  String.raw`results?[- ](?:driven|oriented)`,
  String.raw`(?:drive|driving|foster|fostering) innovation`,
  String.raw`(?:business|tailored|customi[sz]ed|integrated|total|holistic|robust|scalable) (?:needs|solutions?)`,
  String.raw`meet(?:ing)?(?: and exceed(?:ing)?)? (?:all )?(?:our |the |their )?(?:(?:changing|evolving|business|market) |${BUYERS}(?:'s?)? )+needs`,
);

/** Phrases that say little alone, and may say something next to words of one’s own. */
export const WORN = any(
  String.raw`world[- ]class|best[- ]in[- ]class|cutting[- ]edge|state[- ]of[- ]the[- ]art|unparalleled|unmatched`,
  String.raw`innovative|innovation|high(?:est)?[- ]quality|superior|excellence|outstanding|exceptional`,
  String.raw`(?:mak(?:e|ing)|build(?:ing)?) (?:the|this) world a better place|a better world|chang(?:e|ing) the world`,
  String.raw`mak(?:e|ing) (?:a|the) (?:positive )?(?:difference|impact)`,
  String.raw`(?:brighter|better) (?:future|tomorrow)`,
  String.raw`(?:transform|revolutioni[sz]e|redefine|reinvent)(?:ing)? the way`,
  String.raw`seamless(?:ly)?|robust|holistic|best practices|disrupt(?:ive|ing)?|passionate(?:ly)?`,
);
