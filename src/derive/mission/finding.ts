/** What the linter has to say about one line of the mission. */
export interface Finding {
  /** Dotted path of the key: `mission`, `strategy.0`, `impact.2`. */
  field: string;
  /** Name of the rule. */
  rule: string;
  level: 'warning' | 'error';
  /** The words it is about, as they stand there. */
  words: string;
  /** Why the rule is there. */
  why: string;
  /** What to do about it, with an example. */
  remedy: string;
}

/** A rule that explains itself; `find` says which words break it, undefined when none do. */
export interface Rule<Subject> {
  rule: string;
  why: string;
  remedy: string;
  find: (subject: Subject) => string | undefined;
}

/** Enough of what is wrong to know it again. */
const LONGEST = 160;

function cut(words: string): string {
  const letters = [...words];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : words;
}

/** What a rule finds, as a finding about a field. */
export function check<Subject>(
  { rule, why, remedy, find }: Rule<Subject>,
  field: string,
  subject: Subject,
): Finding[] {
  const words = find(subject);
  return words === undefined
    ? []
    : [{ field, rule, level: 'warning', words: cut(words.trim()), why, remedy }];
}
