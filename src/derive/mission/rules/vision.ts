import type { Rule } from '../finding.ts';
import { type Statement, wordsOf } from '../statement.ts';
import { WORN } from '../words/cliches.ts';
import { ownWords } from '../words/plain.ts';
import { aboutUs } from './about-us.ts';

const EXAMPLE = '“A world where distance doesn’t diminish teamwork.”';

const NUMBER = String.raw`(?:\d[\d.,]*|(?:one |two |five |ten |a )?(?:hundred|thousand|million|billion|trillion)s?)\+?(?: (?:hundred|thousand|million|billion|trillion))?`;
const COUNTED = String.raw`(?:(?:[a-z]+ ){0,2}?(?:users?|customers?|clients?|downloads?|installs?|stars|subscribers|members|accounts|visits|visitors|sales|dollars|euros|revenue|stores|offices|employees|countries|markets|orders|sites|deployments))`;
const METRICS = [
  new RegExp(String.raw`[$€£¥] ?${NUMBER}`, 'i'),
  new RegExp(String.raw`\b(?!100 ?%)${NUMBER} ?(?:%|per ?cent\b)(?: [a-z]+){0,3}`, 'i'),
  new RegExp(String.raw`\b${NUMBER} ${COUNTED}\b`, 'i'),
  /\b(?:nps|net promoter score|market share|kpis?|okrs?|roi|ebitda|arr|conversion rate|churn|uptime) ?(?:of |above |below )?[\d.%]*/i,
  /^(?:double|triple|quadruple|halve|increase|grow|maximi[sz]e) (?:our|the|its) [a-z ]{0,30}(?:revenue|sales|profits?|users?|customers?|traffic|share|growth|base)\b/i,
];
const TODAY = [
  /\b(?:this|next|last|the current|the coming) (?:year|quarter|month|week|sprint|release)\b/i,
  /\b(?:our|the|its) (?:current|existing|present|limited)\b[^,.;]{0,30}/i,
  /\b(?:existing|current|today's) (?:customers?|users?|budget|data|systems?|technology|tools?|products?|platform|limits?)\b/i,
  /\b(?:version|release|v)\.? ?\d+(?:\.\d+)*\b/i,
  /\bas (?:far|much|well) as (?:[a-z]+ ){0,3}(?:possible|allows?|permits?)\b/i,
  /\b(?:within|given|on|despite) (?:our|the|a) (?:[a-z]+ )?(?:budget|means|constraints|resources|limits)\b/i,
  /\bour (?:mobile |web |desktop |new )?(?:app|website|checkout page|home ?page|dashboard|plugin|browser extension|chatbot|mobile app)\b/i,
];
const IMPOSSIBLE = [
  /\b(?:perfect|flawless|infallible) (?:world|society|software|product|service|system|code|people|everything)\b/i,
  /\b(?:always|forever) perfect\b|\bperfection\b/i,
  /\b(?:never|nobody ever|no one ever) (?:[a-z]+ )?(?:fails?|breaks?|errs?|makes? (?:a )?mistakes?|goes? wrong)\b/i,
  /\b(?:every|all|any) (?:of )?(?:the )?(?:[a-z']+ ){0,2}?problems?(?: of [a-z ]+?)? (?:is|are|gets?|will be) (?:[a-z]+ )?(?:solved|gone|fixed)\b/i,
  /\bwithout (?:any )?(?:problems?|flaws?|errors?|mistakes?|bugs)\b/i,
  /\b(?:everything|anything) (?:for|to) (?:everyone|anyone|everybody)\b/i,
  /\b(?:solves?|fix(?:es)?) (?:everything|anything)\b|\binstantly solved\b/i,
];
const CHORES =
  /^(?:improve|fix|add|ship|launch|release|migrate|redesign|refactor|hire|optimi[sz]e|upgrade|maintain|increase|reduce|implement|roll out)(?:ing)? (?:our (?!world|planet|societ|communit|environment|ocean|climate|children|nation|country|city|lives|health|democra|neighbo)|new |support |version |shareholder |sales\b|revenue\b|costs?\b)[^,.;]{0,40}/i;
/** "Earth’s most customer-centric company" is a wish for others too; "the most profitable" is not. */
const DEAR = /\bmost (?!admired|profitable|successful|valuable|respected|recogni[sz]ed)[a-z'-]+/i;
const HOLLOW = /\b(?:a|the)? ?(?:brighter|better|greater|bold|new) (?:future|tomorrow|world|life|day)\b/gi;

const findIn =
  (patterns: readonly RegExp[]) =>
  ({ text }: Statement): string | undefined =>
    patterns.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);

/** A vision is a state of the world. The first of these that finds something is told: the others would say it again. */
export const VISION: readonly Rule<Statement>[] = [
  {
    rule: 'not-a-metric',
    why: 'A number is reached or missed, and nobody follows it: it measures the vision, and is not one.',
    remedy: `Move it to \`impact\`, with its target and source, and say what is true in the world once it is reached: ${EXAMPLE}`,
    find: findIn(METRICS),
  },
  {
    rule: 'free-of-limits',
    why: 'This is held to what there is today: a date that is near, a version, a budget, a tool.',
    remedy: `Say what people will be able to do whatever the tools are by then, and move plans to \`strategy\` or the roadmap: ${EXAMPLE}`,
    find: findIn(TODAY),
  },
  {
    rule: 'attainable',
    why: 'Nobody can work towards what cannot be: perfection and “everything for everyone” rule nothing out.',
    remedy: 'Say how much better, for whom: “A computer on every desk and in every home.”',
    find: findIn(IMPOSSIBLE),
  },
  {
    rule: 'lofty',
    why: 'This is a place in a market or a task of next week, and not a world that anybody else would wish for.',
    remedy: `Say what is different for people once you have succeeded: ${EXAMPLE}`,
    find(statement: Statement): string | undefined {
      const found = aboutUs(statement);
      const isLofty = found !== undefined && DEAR.test(found);
      return isLofty ? undefined : (found ?? CHORES.exec(statement.core)?.[0]);
    },
  },
  {
    rule: 'grounded',
    why: 'No problem is named that anybody has: who would notice that it came true?',
    remedy: `Name what people struggle with today and what is true instead: ${EXAMPLE}`,
    find({ core }: Statement): string | undefined {
      const rest = core.replace(HOLLOW, ' ').replace(WORN, ' ');
      return ownWords(wordsOf(rest)).length === 0 ? core.replace(/[.!]+$/, '') : undefined;
    },
  },
];
