import type { Element, ElementContent } from 'hast';
import { clean } from './clean.ts';
import { cut } from './cut.ts';
import { textOf } from './tree.ts';

/** Characters of a body that is not parsed that are looked at. */
const HEAD = 1_000;
const SAYS_LITTLE = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'blockquote',
  'table',
  'section',
  'hr',
]);
const BOXES = new Set(['scroll', 'alert', 'contains-task-list', 'image-link', 'video-link', 'audio-link']);
const FLOW = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'details',
  'summary',
  'br',
  'tr',
  'td',
  'th',
  'pre',
]);

/**
 * The first words of a rendered body, at most `max` UTF-16 code units, cut between words with "…". Passes over what says
 * little: headings, code, quotes, tables, task lists, pictures, the "_No response_" of issue forms. A body of only such is
 * taken whole.
 */
export function excerptOf(body: Element, max = 200): string {
  return cut(wordsOf(body, max, saysMuch) || wordsOf(body, max, () => true), max);
}

/** Markdown on one line, read as the text it is: for bodies that are not to be parsed. */
export function flatten(markdown: string, max = 200): string {
  return cut(collapse(clean(markdown.slice(0, HEAD))), max);
}

/** Words of the parts that are wanted, until there are more than enough. */
function wordsOf(body: Element, enough: number, wanted: (element: Element) => boolean): string {
  let words = '';
  const read = (node: ElementContent): void => {
    if (words.length > 2 * enough) return;
    if (node.type === 'text') words += node.value;
    if (node.type !== 'element' || !wanted(node)) return;
    node.children.forEach(read);
    if (FLOW.has(node.tagName)) words += ' ';
  };
  body.children.forEach(read);
  return collapse(words);
}

function saysMuch(element: Element): boolean {
  const { className } = element.properties;
  const classes = [className].flat().map(String);
  return (
    !SAYS_LITTLE.has(element.tagName) && !classes.some((name) => BOXES.has(name)) && !isNoResponse(element)
  );
}

/** What an issue form puts where nothing was filled in. */
function isNoResponse({ tagName, children }: Element): boolean {
  const [only] = children;
  return (
    tagName === 'p' && children.length === 1 && only?.type === 'element' && textOf(only) === 'No response'
  );
}

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
