import { z } from 'astro/zod';
import { nearest } from './nearest.ts';
import { type Problem, show } from './problem.ts';
import type { LineOf } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** Where a value was read from, so that a problem can name its line. */
export interface Origin {
  file: string;
  lineOf: LineOf;
}

/**
 * Turns what zod found into problems that people can act on, one each, in the order of the file.
 * `raw` is the value that `schema` was given.
 */
export function explain(schema: z.ZodType, error: z.ZodError, raw: unknown, origin: Origin): Problem[] {
  let json: unknown;
  const known: KnownKeys = (path) =>
    keysAt((json ??= z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })), path);
  return error.issues
    .flatMap((issue) => explainIssue(issue, known, raw, origin))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

type KnownKeys = (path: readonly PropertyKey[]) => string[];

function explainIssue(issue: Issue, keysOf: KnownKeys, raw: unknown, origin: Origin): Problem[] {
  const { file, lineOf } = origin;
  const meant = meantIn(issue);
  if (meant) return meant.flatMap((inner) => explainIssue(inner, keysOf, raw, origin));
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(issue.path);
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...issue.path, key]),
      field: dotted([...issue.path, key]),
      level: 'error',
      expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no such key',
      got: show(key),
      remedy: remedyFor(nearest(key, known), 'Take it out.'),
    }));
  }
  const got = issue.code === 'invalid_key' ? issue.path.at(-1) : valueAt(raw, issue.path);
  const choices = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const near = typeof got === 'string' ? nearest(got, choices) : undefined;
  const own = issue.code === 'custom' ? (issue.params ?? {}) : {};
  return [
    {
      file,
      line: lineOf(issue.path),
      field: dotted(issue.path),
      level: 'error',
      expected: choices.length > 0 ? `one of ${choices.join(', ')}` : expectation(issue),
      got: show(own['got'] ?? got),
      remedy: typeof own['remedy'] === 'string' ? own['remedy'] : remedyFor(near, remedyOf(issue, got)),
    },
  ];
}

/** Of a value that may have several forms, what is wrong with the one form whose type it has; undefined where that is not one. */
function meantIn(issue: Issue): Issue[] | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const [form, ...others] = issue.errors.filter(
    (errors) => !errors.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  const isWithin = form?.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys') ?? false;
  return others.length === 0 && isWithin
    ? form?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
    : undefined;
}

const remedyFor = (near: string | undefined, otherwise: string): string =>
  near ? `Did you mean "${near}"?` : otherwise;

function remedyOf(issue: Issue, got: unknown): string {
  if (got === undefined) return 'Add it.';
  const isUnquoted =
    issue.code === 'invalid_type' && issue.expected === 'string' && /number|boolean/.test(typeof got);
  return isUnquoted ? 'Put it in quotes.' : 'Mend it.';
}

/** Keys that a schema knows at a path: down through `properties`, `items` and `anyOf`. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  if (!isRecord(schema)) return [];
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].flatMap((choice) => keysAt(choice, path));
  const [key, ...rest] = path;
  const { properties, items } = schema;
  if (key === undefined) return isRecord(properties) ? Object.keys(properties) : [];
  if (isRecord(properties)) return keysAt(properties[String(key)], rest);
  return keysAt(items, rest);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    return issue.message.startsWith('Invalid input')
      ? (NAMES[issue.expected] ?? issue.expected)
      : issue.message;
  }
  if (issue.code === 'invalid_value') return issue.values.map(show).join(' or ');
  if (issue.code === 'too_small' && issue.origin === 'number') {
    return `a number ${issue.inclusive ? 'of at least' : 'greater than'} ${issue.minimum}`;
  }
  if (issue.code === 'too_big' && issue.origin === 'number') return `a number of at most ${issue.maximum}`;
  if (issue.code === 'invalid_key') return issue.issues.map(expectation).join(', or ');
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().map((inner) => expectation(inner));
    return [...new Set(deepest)].join(', or ') || issue.message;
  }
  return issue.message;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  );
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.');
