/** One thing that is wrong in `content/`, told so that a person can mend it without asking. */
export interface Problem {
  /** Path of the file, as the person would type it. */
  file: string;
  /** Line in that file, counted from 1. */
  line?: number;
  /** Dotted path of the key, `""` for the file as a whole. */
  field: string;
  level: 'error' | 'warning';
  expected: string;
  got: string;
  remedy: string;
}

/** `content/feedback/42.md:5 status: expected …; got "plannd". Did you mean "planned"?` */
export function formatProblem({ file, line, field, expected, got, remedy }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const what = field === '' ? place : `${place} ${field}`;
  return printable(`${what}: expected ${expected}; got ${got}. ${remedy}`);
}

/** Ends of lines, and characters that a terminal obeys or that turn the text around. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;
/** Text from outside on one line of a terminal: what could steer it or turn it round is spelt out. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Shows a value in a message: JSON, never longer than 80 characters. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  const letters = [...text.slice(0, 200)];
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : text;
}
