import type { Element, ElementContent } from 'hast';
import { clean } from './clean.ts';
import { cut } from './cut.ts';
import { answersIn, isNoResponse } from './form.ts';

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
 * taken whole. Where it was made with a form, whose labels are `form`, the first answer that says much is all that is taken.
 */
export function excerptOf(body: Element, form: readonly string[] = [], max = 200): string {
  const answers = answersIn(body, form).map(({ content }) => wordsOf({ children: content }, max, saysMuch));
  const words = answers.find((answer) => answer !== '') ?? wordsOf(body, max, saysMuch);
  return cut(words || wordsOf(body, max, () => true), max);
}

/** Markdown on one line, read as the text it is: for bodies that are not to be parsed. */
export function flatten(markdown: string, max = 200): string {
  return cut(collapse(clean(markdown.slice(0, HEAD))), max);
}

/** Words of the parts that are wanted, until there are more than enough. */
function wordsOf(
  body: Pick<Element, 'children'>,
  enough: number,
  wanted: (element: Element) => boolean,
): string {
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

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
