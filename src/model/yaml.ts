import { CORE_SCHEMA, dump, load, YAMLException } from 'js-yaml';
import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';

/** Why a YAML text cannot be read; `line` counts from 1 within that text. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
  readonly line: number;

  constructor(message: string, line: number, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
  }
}

const LIMITS = { characters: 65_536, lines: 2_000 };

/**
 * Reads YAML (core schema: no dates, no functions, no custom tags) into plain values.
 * Anchors and aliases are refused: a few lines of them can unfold into gigabytes.
 * @throws YamlError when the text is not YAML, has a key twice, an anchor, or is over 64 kB or 2,000 lines.
 */
export function readYaml(text: string): unknown {
  refuseLongYaml(text);
  try {
    return load(text, { schema: CORE_SCHEMA, listener: refuseAnchor });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new YamlError(error.reason ?? error.message, (error.mark?.line ?? 0) + 1, { cause: error });
  }
}

/** @throws YamlError when a text is too long to be read as YAML: over 64 kB, or over 2,000 lines. */
export function refuseLongYaml(text: string): void {
  if (text.length > LIMITS.characters) throw new YamlError('longer than 65,536 characters', 1);
  if (text.split('\n').length > LIMITS.lines) throw new YamlError('longer than 2,000 lines', 1);
}

function refuseAnchor(this: unknown, _event: string, state: object): void {
  if ('anchor' in state && state.anchor) {
    const line = 'line' in state && typeof state.line === 'number' ? state.line + 1 : 1;
    throw new YamlError('anchors (&name) and aliases (*name) are not supported', line);
  }
}

/** Writes plain values as YAML that js-yaml 3 (gray-matter's own) and js-yaml 4 read back equal: every string is quoted. */
export function writeYaml(value: object): string {
  return dump(value, {
    schema: CORE_SCHEMA,
    forceQuotes: true,
    quotingType: '"',
    lineWidth: -1,
    noRefs: true,
  });
}

/** Says on which line, counted from 1, a key or list entry stands; the nearest parent's when the path itself is absent. */
export type LineOf = (path: readonly PropertyKey[]) => number;

/** Finds lines in a YAML text, which is taken apart once, and only when somebody asks. */
export function lineFinder(text: string): LineOf {
  const counter = new LineCounter();
  let parsed: { contents: unknown } | undefined;
  return (path) => {
    parsed ??= parseDocument(text, { lineCounter: counter, schema: 'core' });
    return lineIn(parsed.contents, path, counter);
  };
}

function lineIn(contents: unknown, path: readonly PropertyKey[], counter: LineCounter): number {
  let node = contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isNode(item.key) && String(item.key) === String(key),
      );
      if (!pair || !isNode(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(key)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return Math.max(1, counter.linePos(offset).line);
}
