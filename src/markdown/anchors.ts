import type { Element } from 'hast';
import { elementsIn, stringOf } from './tree.ts';

/**
 * Gives each id the prefix that keeps it from clashing with the page's own, once, and lets links within the body follow.
 * An id that has white space or that was there before is dropped.
 */
export function anchors(body: Element, prefix: string): Element {
  const seen = new Set<string>();
  for (const { properties } of elementsIn(body)) {
    const id = stringOf(properties['id']);
    const href = stringOf(properties['href']);
    if (id !== undefined) {
      const own = prefixed(id, prefix);
      if (/\s/.test(own) || own === prefix || seen.has(own)) delete properties['id'];
      else properties['id'] = own;
      seen.add(own);
    }
    if (href?.startsWith('#')) properties['href'] = `#${prefixed(href.slice(1), prefix)}`;
  }
  return body;
}

function prefixed(id: string, prefix: string): string {
  return prefix + id.replace(/^(user-content-)+/, '');
}
