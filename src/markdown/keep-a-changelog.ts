import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import { refuse } from './guard.ts';

/** What a changelog says of one version. */
export interface ChangelogSection {
  /** As it stands there: `1.2.0`, `v1.2.0`. */
  version: string;
  /** `2026-01-02`; absent where the heading has none. */
  date: string | undefined;
  /** Whether the version was taken back. */
  isYanked: boolean;
  /** Markdown that stands alone: definitions of links that it uses come with it. */
  text: string;
}

/** A changelog in the manner of https://keepachangelog.com, taken apart. */
export interface KeptChangelog {
  /** What comes next; undefined without such a heading, `""` where it has nothing below it. */
  unreleased: string | undefined;
  /** In the file's order; of two for one version the first. */
  sections: ChangelogSection[];
}

const processor = remark().freeze();

/**
 * Reads a changelog of any length in one pass; remark reads its headings and definitions, piece by piece, so that no text makes it
 * slow. A version begins at a heading of the first or second rank that begins with its number, `[1.2.0] - 2026-01-02`,
 * `v1.2.0 (2026-01-02)`; all other headings belong to the text that they stand in. Never throws.
 */
export function readKeepAChangelog(markdown: string): KeptChangelog {
  const pieces: Piece[] = [];
  const definitions = new Map<string, string>();
  let asked = 0;
  let isTitle = false;
  for (const line of linesOf(markdown)) {
    if (isTitle && line.isUnderline) continue;
    const heading = line.heading && headingIn(line.heading);
    isTitle = Boolean(heading);
    if (heading) pieces.push({ ...heading, lines: [] });
    else if (line.rank === 1 && line.heading) pieces.push({ ...NO_HEADING, lines: [] });
    else if (line.definition && (asked += 1) < MOST_DEFINITIONS && define(line.text, definitions)) continue;
    else pieces.at(-1)?.lines.push(line.text);
  }
  const told = pieces.map(({ lines, ...heading }) => ({
    ...heading,
    text: withDefinitions(trimmed(lines), definitions),
  }));
  const sections = new Map<string, ChangelogSection>();
  for (const { version, date, isYanked, text } of told)
    if (version !== '' && !isNext(version) && !sections.has(sameVersion(version)))
      sections.set(sameVersion(version), { version, date, isYanked, text });
  return {
    unreleased: told.find(({ version }) => isNext(version))?.text,
    sections: [...sections.values()],
  };
}

/** Two ways to write one version are equal in this form: `v1.2.0` and `1.2.0`. */
export const sameVersion = (version: string): string => version.toLowerCase().replace(/^v(?=\d)/, '');

const isNext = (version: string): boolean => version.toLowerCase() === 'unreleased';

type Heading = Omit<ChangelogSection, 'text'>;
interface Piece extends Heading {
  lines: string[];
}

/** What stands under a heading of the first rank that is no version is of no version. */
const NO_HEADING: Heading = { version: '', date: undefined, isYanked: false };

interface Line {
  text: string;
  /** The whole heading, where one begins here. */
  heading: string | undefined;
  rank: number;
  /** The line under a heading that makes it one. */
  isUnderline: boolean;
  /** Whether it may define a link. */
  definition: boolean;
}

const FENCE = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^ {0,3}(#{1,2})[ \t]+\S/;
const UNDERLINE = /^ {0,3}(={2,}|-{2,})[ \t]*$/;
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:/;

/** Lines with what they may be; inside code and comments they are text. */
function* linesOf(markdown: string): Generator<Line> {
  const lines = markdown.split(/\r\n?|\n/);
  let fence = '';
  let isComment = false;
  let isUnderline = false;
  for (const [place, text] of lines.entries()) {
    const mark = FENCE.exec(text)?.[1] ?? '';
    const isText = fence !== '' || isComment;
    if (isComment ? text.includes('-->') : fence === '' && /^ {0,3}<!--/.test(text) && !text.includes('-->'))
      isComment = !isComment;
    else if (fence === '' && !isComment) fence = mark;
    else if (mark.startsWith(fence) && text.trim() === mark) fence = '';
    const before = lines[place - 1]?.trim() ?? '';
    const [, marks] = HEADING.exec(text) ?? [];
    const under =
      before === '' && text.trim() !== '' ? UNDERLINE.exec(lines[place + 1] ?? '')?.[1] : undefined;
    const isHeading: boolean = !isText && !isUnderline && (marks ?? under) !== undefined;
    const isAfter = before === '' || DEFINITION.test(before);
    yield {
      text,
      heading: isHeading ? (marks ? text : `${text}\n${under}`) : undefined,
      rank: marks?.length ?? (under?.startsWith('=') ? 1 : 2),
      isUnderline,
      definition: !isText && isAfter && DEFINITION.test(text),
    };
    isUnderline = isHeading && !marks;
  }
}

/** Characters of a heading, or of a quarter of a definition. */
const MOST = 500;
/** No changelog has more, and each costs a quarter of a millisecond. */
const MOST_DEFINITIONS = 5_000;
const NAME =
  /^(?:version |release )?\[?(v?\d+(?:\.\d+){1,3}(?:[-+.][\w.+-]{1,60})?|unreleased)\]?(?=$|[\s(:,])/i;
const DATE = /\b\d{4}-\d{2}-\d{2}\b/;

function headingIn(markdown: string): Heading | undefined {
  if (markdown.length > MOST || refuse(markdown) !== undefined) return undefined;
  const words = toString(processor.parse(markdown)).trim();
  const version = NAME.exec(words)?.[1];
  if (version === undefined) return undefined;
  const rest = words.slice(words.indexOf(version) + version.length);
  const date = DATE.exec(rest)?.[0];
  const isDay = date !== undefined && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date);
  return { version, date: isDay ? date : undefined, isYanked: /\[yanked\]/i.test(rest) };
}

const named = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase();

/** Takes a line for what defines a link; the first definition of a name holds. */
function define(line: string, definitions: Map<string, string>): boolean {
  if (line.length > 4 * MOST || refuse(line) !== undefined) return false;
  const [node, ...others] = processor.parse(line).children;
  if (node?.type !== 'definition' || others.length > 0) return false;
  const name = named(node.label ?? node.identifier);
  if (!definitions.has(name)) definitions.set(name, line.trim());
  return true;
}

function withDefinitions(text: string, definitions: ReadonlyMap<string, string>): string {
  const used = new Set(Array.from(text.matchAll(/\[([^[\]]{1,200})\]/g), ([, label = '']) => named(label)));
  const lines = [...used].flatMap((name) => definitions.get(name) ?? []);
  return lines.length > 0 ? `${text}\n\n${lines.join('\n')}` : text;
}

/** Without the empty lines around it; a text of comments alone says nothing. */
function trimmed(lines: readonly string[]): string {
  const text = lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  return text.replace(/<!--[\s\S]*?-->/g, '').trim() === '' ? '' : text;
}
