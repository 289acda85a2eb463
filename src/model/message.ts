import type { z } from 'astro/zod';
import { nearest } from './nearest.ts';

/** What a message may name in braces. Each stands for plain text of ours and links, never for what somebody wrote. */
export const VARIABLES = {
  news: 'what shipped, in which release and with which pull requests; of a duplicate, also which request it is the same as',
  release: 'the release, as a link',
  work: 'the pull requests, as links',
  canonical: 'the request that this one is a duplicate of, as a link',
  page: 'a link to the page on the roadmap',
  thanks: 'a word of thanks',
} as const;
export type Variable = keyof typeof VARIABLES;

/** What each variable stands for in one comment; one that has nothing to show is undefined. */
export type Values = Readonly<Record<Variable, string | undefined>>;

const NAMES = Object.keys(VARIABLES);
const isVariable = (name: string): name is Variable => Object.hasOwn(VARIABLES, name);
const inBraces = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');

/** Names in braces, known or not. */
export const variablesIn = (template: string): string[] =>
  [...template.matchAll(/\{([^{}\n]*)\}/g)].map(([, name = '']) => name.trim());

/**
 * Fills in a message. A line with a variable that has nothing to show is left out; the lines of a paragraph become one, and
 * an empty line begins the next. `""` when no line is left.
 */
export function fillMessage(template: string, values: Values): string {
  return (
    template
      .trim()
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.split('\n').flatMap((line) => fillLine(line.trim(), values)))
      .filter((lines) => lines.length > 0)
      // A full stop of Chinese and Japanese is as wide as one and a space.
      .map((lines) => lines.join(' ').replaceAll('。 ', '。'))
      .join('\n\n')
  );
}

function fillLine(line: string, values: Values): string[] {
  const valueOf = (name: string): string | undefined => (isVariable(name) ? values[name] : undefined);
  if (variablesIn(line).some((name) => valueOf(name) === undefined)) return [];
  return [line.replace(/\{([^{}\n]*)\}/g, (_, name: string) => valueOf(name.trim()) ?? '')];
}

/** Names that link proof: a message without any would ask for belief. */
const PROOF = ['news', 'release', 'work'];
const MOST = 1000;

/** What a comment must not hold, and what to say about it. */
const REFUSED: [RegExp, string, string][] = [
  [
    // Also in emphasis, in code that a backtick of another line may open, and written as a character reference.
    /(?<![A-Za-z0-9.+-])(?:@|&(?:commat|#0*64|#x0*40);)[A-Za-z0-9][A-Za-z0-9-]*(?:\/[\w-]+)?/i,
    'text that mentions nobody',
    'Every comment would send them a message; take the @ out.',
  ],
  [
    /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b[\s:*_~([]+(?:#\d+|GH-\d+|[\w.-]+\/[\w.-]+#\d+|https?:\/\/\S+|\{[^{}\n]*\})/i,
    'text that closes no issue',
    'Say it otherwise: "done in {work}".',
  ],
  [/<!--|-->/, 'text without HTML comments', 'They would hide the marker by which a comment is known again.'],
];

/** What of a text must not stand in a comment, and why: it would mention people, close issues or hide the marker. */
export const refusedIn = (text: string): { expected: string; got: string; remedy: string }[] =>
  REFUSED.flatMap(([pattern, expected, remedy]) => {
    const [got] = pattern.exec(text) ?? [];
    return got === undefined ? [] : [{ expected, got, remedy }];
  });

/** Tells everything that keeps a text from being a message: `z.string().superRefine(checkMessage)`. */
export function checkMessage(text: string, context: z.RefinementCtx): void {
  const tell = (message: string, got: string | undefined, remedy: string): void =>
    context.addIssue({ code: 'custom', message, params: { ...(got !== undefined && { got }), remedy } });
  for (const name of variablesIn(text).filter((one) => !isVariable(one))) {
    const near = nearest(name, NAMES);
    tell(
      `one of ${inBraces(NAMES)}`,
      `{${name}}`,
      near ? `Did you mean "{${near}}"?` : 'Take it out, or write it without braces.',
    );
  }
  for (const { expected, got, remedy } of refusedIn(text)) tell(expected, got, remedy);
  if (!PROOF.some((name) => variablesIn(text).includes(name)))
    tell(`at least one of ${inBraces(PROOF)}`, undefined, 'Add one, so that the comment links its proof.');
  if (text.length > MOST)
    tell(`at most ${MOST} characters`, `${text.length}`, 'Make it shorter: it is sent many times.');
}
