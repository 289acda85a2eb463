import type { Element } from 'hast';
import { elementsIn, stringOf } from './tree.ts';

/**
 * Gives each id the prefix that keeps it from clashing with the page's own, once, and lets links within the body follow.
 * An id that has white space or that was there before is dropped, and so is the address of a link that leads to none.
 */
export function anchors(body: Element, prefix: string): Element {
  const seen = new Set<string>();
  const elements = [...elementsIn(body)];
  for (const { properties } of elements) {
    const id = stringOf(properties['id']);
    if (id === undefined) continue;
    const own = prefixed(id, prefix);
    if (/\s/.test(own) || own === prefix || seen.has(own)) delete properties['id'];
    else properties['id'] = own;
    seen.add(own);
  }
  for (const { properties } of elements) {
    const href = stringOf(properties['href']);
    if (!href?.startsWith('#')) continue;
    const target = prefixed(href.slice(1), prefix);
    if (seen.has(target) || seen.has(decoded(target))) properties['href'] = `#${target}`;
    else delete properties['href'];
  }
  return body;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function prefixed(id: string, prefix: string): string {
  return prefix + id.replace(/^(user-content-)+/, '');
}
