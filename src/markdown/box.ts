import type { Element } from 'hast';
import type { Rule } from './rule.ts';
import { element, isBlank, stringOf, text } from './tree.ts';

/** A table gets a box that scrolls sideways and that a keyboard can reach. */
export const table: Rule = (node, { words }, parents) => {
  if (parents.some(({ tagName }) => tagName === 'table')) return [node];
  return [
    element('div', { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: words.table }, [node]),
  ];
};

/** Code scrolls too, and is its own box. */
export const pre: Rule = (node) => {
  dropFirstNewlines(node);
  if (node.children.every(isBlank)) return [];
  node.properties['tabIndex'] = 0;
  return [node];
};

/** A parser drops a newline right after `<pre>`: with none there, what we write is what is read. */
function dropFirstNewlines({ children }: Element): void {
  for (let first = children[0]; first?.type === 'text'; first = children[0]) {
    first.value = first.value.replace(/^\n+/, '');
    if (first.value !== '') return;
    children.shift();
  }
}

/** Details always have a summary in the page's language, and start closed. */
export const details: Rule = (node, { words }) => {
  const hasSummary = node.children.some((child) => child.type === 'element' && child.tagName === 'summary');
  if (!hasSummary) node.children.unshift(element('summary', {}, [text(words.details)]));
  return [node];
};

/** Alignment, from Markdown's tables or an `align` attribute, becomes one of three classes: no inline style. */
export const aligned: Rule = (node) => {
  const { align, style, ...rest } = node.properties;
  const side = stringOf(align) ?? stringOf(style)?.replace('text-align: ', '');
  node.properties = side === undefined ? rest : { ...rest, className: [`align-${side}`] };
  return [node];
};
