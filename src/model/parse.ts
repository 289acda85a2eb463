import type { z } from 'astro/zod';
import { type Entry, entryFields } from './entry.ts';
import { explain, type Origin } from './explain.ts';
import { FIRST_YAML_LINE, FrontMatterError, readDocument } from './frontmatter.ts';
import { type FeedbackItem, ITEM_ID, itemFields } from './item.ts';
import { type Mission, missionFields } from './mission.ts';
import { type Problem, show } from './problem.ts';
import { type Settings, settings } from './settings.ts';
import { lineFinder, readYaml, YamlError } from './yaml.ts';

/** What came of reading a file: a value, unless a problem stands in its way, and everything worth telling. */
export interface Parsed<Value> {
  value?: Value;
  problems: Problem[];
}

/** Reads `content/feedback/<id>.md`. An unknown key is told but does not keep the item off the site. */
export function parseItem(id: string, text: string, file: string): Parsed<FeedbackItem> {
  if (!ITEM_ID.test(id))
    return failed(
      file,
      1,
      'a file name of lower-case letters, digits and hyphens',
      show(id),
      'Rename the file.',
    );
  const { value, problems } = parseMarkdown(itemFields, text, file);
  return value ? { value: { ...value.fields, id, body: value.body }, problems } : { problems };
}

/** Reads `content/changelog/<id>.md`. */
export function parseEntry(id: string, text: string, file: string): Parsed<Entry> {
  const { value, problems } = parseMarkdown(entryFields, text, file);
  return value ? { value: { ...value.fields, id, body: value.body }, problems } : { problems };
}

/** Reads the front matter of `content/mission.mdx`. */
export function parseMission(text: string, file: string): Parsed<Mission> {
  const { value, problems } = parseMarkdown(missionFields, text, file);
  return value ? { value: value.fields, problems } : { problems };
}

/** Reads `content/milepost.yml`; an empty file is all defaults. */
export function parseSettings(text: string, file: string): Parsed<Settings> {
  try {
    const raw = withoutEmpty(readYaml(text) ?? {});
    const { data, error } = settings.safeParse(raw);
    if (!error) return { value: data, problems: [] };
    return { problems: explain(settings, error, raw, { file, lineOf: lineFinder(text) }) };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return failed(file, error.line, 'YAML', error.message, 'Mend the line.');
  }
}

function parseMarkdown<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
): Parsed<{ fields: z.output<Schema>; body: string }> {
  try {
    const { data, yaml, body } = readDocument(text);
    const raw = withoutEmpty(data);
    const first = schema.safeParse(raw);
    if (first.success) return { value: { fields: first.data, body }, problems: [] };
    const lineOf = lineFinder(yaml);
    const origin: Origin = { file, lineOf: (path) => lineOf(path) + FIRST_YAML_LINE - 1 };
    const problems = explain(schema, first.error, raw, origin);
    const wrong = new Set(first.error.issues.flatMap(keysIn));
    // Whoever wrote `hidden`, in whatever way, did not mean to publish.
    if (wrong.has('hidden')) return { problems };
    const second = schema.safeParse(
      Object.fromEntries(Object.entries(data).filter(([key, value]) => value !== null && !wrong.has(key))),
    );
    return second.success ? { value: { fields: second.data, body }, problems } : { problems };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return failed(file, error.line, 'Markdown with YAML front matter', error.message, 'Mend the line.');
  }
}

/** A key with nothing behind it is as good as absent. */
function withoutEmpty(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

/** Top-level keys that something is wrong with: a file is read without them where it can be. */
const keysIn = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys' && issue.path.length === 0
    ? issue.keys
    : issue.path.slice(0, 1).map(String);

function failed<Value>(
  file: string,
  line: number,
  expected: string,
  got: string,
  remedy: string,
): Parsed<Value> {
  return { problems: [{ file, line, field: '', level: 'error', expected, got, remedy }] };
}
