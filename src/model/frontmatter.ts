import matter from 'gray-matter';
import { spliceYaml } from './splice.ts';
import { readYaml, refuseLongYaml, YamlError } from './yaml.ts';

/** A Markdown file taken apart: front matter as plain values and as text, and the body, untouched. */
export interface Document {
  data: Record<string, unknown>;
  /** The front matter's own text, without its `---` lines. */
  yaml: string;
  body: string;
}

/** Why a file has no usable front matter; `line` counts from 1 within the file. */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError';
  readonly line: number;

  constructor(message: string, line: number, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
  }
}

/** The first line of the front matter's YAML within its file. */
export const FIRST_YAML_LINE = 2;

/**
 * gray-matter evaluates `---js` front matter and keeps a cache that hides errors. Every call here names all its engines,
 * so nothing is evaluated and nothing cached.
 */
const refuse = (): never => {
  throw new FrontMatterError('only YAML front matter is read; code and other languages are refused', 1);
};
const refused = { parse: refuse, stringify: refuse };
const engines = {
  yaml: { parse: mapping, stringify: refuse },
  javascript: refused,
  js: refused,
  json: refused,
  coffee: refused,
  toml: refused,
};

const FENCED = /^---\n([\s\S]*?\n)?---(?:\n|$)/;

/**
 * Reads a Markdown file with YAML front matter. The first line must be exactly `---`.
 * @throws FrontMatterError where there is no front matter, or YAML that cannot be read, or anything but a mapping.
 */
export function readDocument(text: string): Document {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const fenced = FENCED.exec(source);
  if (!fenced) throw new FrontMatterError('no front matter: a line `---`, YAML, a line `---`', 1);
  const yaml = fenced[1] ?? '';
  return explained(() => {
    // Limits come first: gray-matter's time grows with the square of blank lines.
    refuseLongYaml(yaml);
    const { data, content } = matter(source, { language: 'yaml', engines });
    const body = source.slice(fenced[0].length);
    if (content !== body) throw new FrontMatterError('a line inside the front matter begins with `---`', 1);
    return { data, yaml, body };
  });
}

/**
 * The engine behind gray-matter's `yaml`: ours, since its own reads dates, `08` and anchors in ways that do not read back.
 * It is handed the line end after the fence too.
 */
function mapping(yaml: string): Record<string, unknown> {
  const data = readYaml(yaml.replace(/^\n/, ''));
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new FrontMatterError('front matter is not a list of `key: value` lines', FIRST_YAML_LINE);
  }
  return Object.fromEntries(Object.entries(data).filter(([key]) => key !== '__proto__'));
}

/** Tells trouble with the YAML by its line in the file. */
function explained<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new FrontMatterError(error.message, error.line + FIRST_YAML_LINE - 1, { cause: error });
  }
}

/** Line on which a top-level key stands in a file's front matter; that of its first key when it is not there. */
export function lineOfKey(text: string, key: string): number {
  const lines = text.split(/\r\n?|\n/);
  const written = new RegExp(`^["']?${key}["']?\\s*:`);
  const place = lines.slice(0, lines.indexOf('---', 1)).findIndex((line) => written.test(line));
  return place < 0 ? FIRST_YAML_LINE : place + 1;
}

/**
 * Writes a Markdown file: `owned` keys in `ownedKeys`' order, then whatever people wrote in `previous` (its YAML), byte for byte.
 * The body is stored as it is, with a final newline. Body text is never parsed. Not through gray-matter, which trims the
 * YAML (a `|+` block would lose its last lines) and leaves empty front matter out, so that a body could take its place.
 */
export function writeDocument(
  owned: Record<string, unknown>,
  ownedKeys: readonly string[],
  body: string,
  previous = '',
): string {
  const yaml = spliceYaml(previous, owned, ownedKeys);
  return `---\n${yaml}---\n${body.endsWith('\n') ? body : `${body}\n`}`;
}
