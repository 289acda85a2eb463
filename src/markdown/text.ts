import type { Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { clean } from './clean.ts';
import { cut } from './cut.ts';
import { refuse } from './guard.ts';

/** Characters of a body that an excerpt is taken from, and that plain text is taken from. */
const EXCERPT_HEAD = 1_000;
const TEXT_HEAD = 8_192;

const processor = remark().use(remarkGfm).freeze();

/** The words of a body without its markup, on one line: for search and feeds. Reads the first 8,192 characters. */
export function plainText(markdown: string): string {
  return wordsOf(head(markdown, TEXT_HEAD), () => true);
}

/**
 * The first words of a body, at most `max` UTF-16 code units, cut between words with "…". Passes over what says little:
 * headings, code, quotes, tables, task lists, the "_No response_" of issue forms. A body of only such is taken whole.
 */
export function excerpt(markdown: string, max = 200): string {
  const start = head(markdown, EXCERPT_HEAD);
  return cut(wordsOf(start, saysMuch) || wordsOf(start, () => true), max);
}

/** Markdown on one line, read as the text it is: for bodies that are not to be parsed. */
export function flatten(markdown: string, max = 200): string {
  return cut(collapse(clean(markdown.slice(0, EXCERPT_HEAD))), max);
}

function wordsOf(markdown: string, wanted: (node: RootContent) => boolean): string {
  if (refuse(markdown) !== undefined) return collapse(markdown);
  const { children } = processor.parse(markdown);
  return collapse(children.filter(wanted).map(words).join(' '));
}

/** A block's words; blocks inside it stay apart. */
function words(node: Nodes): string {
  if (isNoResponse(node) || node.type === 'html' || node.type === 'definition') return '';
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return toString(node, { includeImageAlt: false, includeHtml: false });
  return node.children.map(words).join(isFlow(node) ? ' ' : '');
}

const FLOW = new Set(['blockquote', 'list', 'listItem', 'table', 'tableRow', 'footnoteDefinition']);
const SAYS_LITTLE = new Set([
  'heading',
  'code',
  'blockquote',
  'table',
  'html',
  'footnoteDefinition',
  'definition',
]);

function isFlow(node: Nodes): boolean {
  return FLOW.has(node.type);
}

function saysMuch(node: RootContent): boolean {
  if (node.type === 'list') return node.children.every((item) => typeof item.checked !== 'boolean');
  return !SAYS_LITTLE.has(node.type);
}

/** What an issue form puts where nothing was filled in. */
function isNoResponse(node: Nodes): boolean {
  const only = node.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined;
  return only?.type === 'emphasis' && toString(only) === 'No response';
}

function head(markdown: string, length: number): string {
  const text = clean(markdown.slice(0, length));
  const lineEnd = markdown.length > length ? text.lastIndexOf('\n') : -1;
  return lineEnd > length / 2 ? text.slice(0, lineEnd) : text;
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
