import type { Element, ElementContent } from 'hast';

const TAKES_DIRECTION = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dt dd td th caption summary blockquote pre div'.split(' '),
);

/**
 * Lets each block take its direction from its own words (`dir="auto"`), so that an Arabic paragraph in an English body
 * reads right. A browser passes over words that an inner block has claimed, so only a block with words of its own is
 * marked: on a quote around paragraphs, `auto` would find nothing and turn the quote left to right.
 */
export function direct(body: Element): Element {
  for (const child of body.children) claims(child);
  return body;
}

/** Whether a node has words whose direction no block inside it has taken. */
function claims(node: ElementContent): boolean {
  if (node.type !== 'element') return node.type === 'text' && /\S/.test(node.value);
  let claimed = false;
  for (const child of node.children) claimed = claims(child) || claimed;
  if (node.properties['dir'] !== undefined) return false;
  if (!claimed || !TAKES_DIRECTION.has(node.tagName)) return claimed;
  node.properties['dir'] = 'auto';
  return false;
}
