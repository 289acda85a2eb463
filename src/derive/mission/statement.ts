import { namesPeople } from './words/people.ts';
import { thirdPersonOf, verbOf } from './words/verbs.ts';

/** A sentence taken apart as far as rules of wording need it. */
export interface Statement {
  /** As it was written, on one line, with plain quotes. */
  text: string;
  /** What is said, without "Our mission is to". */
  core: string;
  /** Words of the core, in lower case. */
  words: readonly string[];
  /** How the core begins: with what is done, with what somebody wants to be, or with a thing. */
  opens: 'doing' | 'being' | 'thing';
  /** Base form of the verb it opens with; "" when it opens with a thing. */
  verb: string;
  /** Whether any word of it can be a verb of doing. */
  hasVerb: boolean;
  /** Whether it names anybody whom it is for. */
  namesPeople: boolean;
}

/** Characters of a statement that are looked at. */
const READ = 2_000;

const NAME = String.raw`(?:we|our [a-z]+|(?:the )?[A-Z][\w’'&.-]*(?: (?:of|the|for|and|without|in|[A-Z][\w’'&.-]*)){0,6})`;
const WILL = String.raw`(?:exists?|strives?|aims?|seeks?|works?|aspires?|wants?|hopes?|tr(?:y|ies)|endeavou?rs?|intends?|plans?|looks?|pledges?|(?:is|are)(?: here| working| committed| dedicated| devoted| determined| striving| in business| on a mission| passionate)?)`;
/** What stands before the statement itself; what it says of the statement's form is whether a verb must follow. */
const LEAD_INS: readonly RegExp[] = [
  /^(?:every|each) (?:single )?(?:day|week|month|year|morning|night),? /i,
  /^(?:here )?at [^,.]{1,60}, /i,
  /^[^.!?]{0,80}?\b(?:mission|purpose|vision|goal|aim|ambition|objective|aspiration|dream|job)(?: statement)?(?: (?:of|at|for|as) [^.!?:]{1,60}?)?(?:,[^,]{1,40},)? (?:is|are|was|has always been|remains)(?: (?:simple|clear|this))? ?[:,–—-]? ?/i,
  /^(?:our )?(?:mission|vision|purpose)(?: statement)? ?[:–—-] ?/i,
  /^(?:we|i) (?:\w+ly )?believe (?:in |that )?/i,
  new RegExp(String.raw`^${NAME} (?:[a-z]+ly )?${WILL} (?:[a-z]+ly )?(?:to|in order to|at|for) `),
  new RegExp(String.raw`^(?!Every|All|No|One|People|A |An )${NAME} will `),
  /^we (?:will |can |must )?/i,
  /^(?:committed|dedicated|devoted|seeking|striving|working|aspiring|on a mission) to /i,
  /^(?:so as |in order )?to /i,
];
const THINGS =
  /^(?:a|an|the|this|that|our|your|their|its|every|each|all|any|no|one|zero|more|everyone|everybody|anyone|anybody|nobody|people|some)$/;
const BEING = new Set(['be', 'become', 'remain', 'being', 'becoming', 'remaining', 'stay']);
const NAMELESS = /^(?:a|an|every|each|all|any|no|one|zero|everyone|everybody|anyone|nobody|people)$/;
/** Words of a name that may stand before its verb: "The Free Software Foundation provides". */
const NAME_LENGTH = 8;

/** Reads a statement; an empty one opens with a thing and has no words. */
export function readStatement(written: string): Statement {
  const text = oneLine(written);
  const { rest, isInfinitive } = withoutLeadIns(text);
  const { core, words, at } = withoutName(rest);
  const first = words[at] ?? '';
  const isKnown = isInfinitive || verbOf(first) !== undefined || isCommand(first, words[at + 1] ?? '');
  const isDoing = first !== '' && !THINGS.test(first) && isKnown;
  const opens = BEING.has(first) ? 'being' : isDoing ? 'doing' : 'thing';
  return {
    text,
    core,
    words,
    opens,
    verb: opens === 'thing' ? '' : (verbOf(first) ?? first),
    hasVerb: isDoing || words.some((word) => verbOf(word) !== undefined),
    namesPeople: namesPeople(words),
  };
}

const oneLine = (text: string): string =>
  text.slice(0, READ).replace(/[’‘]/g, "'").replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();

function withoutLeadIns(text: string): { rest: string; isInfinitive: boolean } {
  let rest = text;
  let isInfinitive = false;
  for (const pattern of LEAD_INS) {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) continue;
    rest = rest.slice(found.length);
    isInfinitive = /\b(?:to|we|will|can|must) $/i.test(found);
  }
  return { rest, isInfinitive };
}

/** Passes over adverbs, and over a name that a verb follows: "Signal protects …". */
function withoutName(rest: string): { core: string; words: string[]; at: number } {
  const words = wordsOf(rest);
  const start = words.findIndex((word) => !isAdverb(word));
  const first = words[start] ?? '';
  const isPlain = verbOf(first) !== undefined || BEING.has(first) || NAMELESS.test(first);
  if (isPlain || !/^\p{Lu}/u.test(rest)) return { core: rest, words, at: Math.max(0, start) };
  const verb = words.slice(1, NAME_LENGTH).findIndex((word) => thirdPersonOf(word) !== undefined) + 1;
  const before = words.slice(0, verb);
  const isName = verb > 0 && !before.some((word) => /^(?:where|which|that|who|whose|for|to|and)$/.test(word));
  return isName
    ? { core: rest, words: words.slice(verb), at: 0 }
    : { core: rest, words, at: Math.max(0, start) };
}

/** Whatever word stands before "the" or "our" at the beginning is a verb, but for those that only place something. */
const isCommand = (first: string, second: string): boolean =>
  /^(?:the|our|your|their|people's)$/.test(second) && !PLACING.test(first);
const PLACING =
  /^(?:in|on|at|for|from|with|by|of|beyond|behind|beneath|above|across|around|through|within|towards?|into|over|under|before|after|without|all|only|not|always|as|and|where|when|because|more|half|both)$/;

const isAdverb = (word: string): boolean =>
  (/ly$/.test(word) &&
    word.length > 4 &&
    verbOf(word) === undefined &&
    !/^(?:family|early|supply|italy)$/.test(word)) ||
  /^(?:always|together|also|simply|just)$/.test(word);

export const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}#$%][\p{L}\p{N}'’%-]*/gu) ?? [];
