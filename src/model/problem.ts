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
  return `${what}: expected ${expected}; got ${got}. ${remedy}`;
}

/** Shows a value in a message: JSON, never longer than 80 characters, never more than one line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
