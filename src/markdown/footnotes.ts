import type { Rule } from './rule.ts';
import { element, text } from './tree.ts';

/** The footnotes get a heading of our own for screen readers; a section that anybody wrote by hand is only a block. */
export const footnotes: Rule = (node, { words }) => {
  if (node.properties['dataFootnotes'] === undefined) return node.children;
  const notes = node.children.filter((child) => !(child.type === 'element' && child.tagName === 'h2'));
  node.properties = { className: ['footnotes'] };
  node.children = [element('h2', { className: ['sr-only'] }, [text(words.footnotes)]), ...notes];
  return [node];
};
