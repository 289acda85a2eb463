import type { Element } from 'hast';
import GithubSlugger from 'github-slugger';
import { elementsIn, textOf } from './tree.ts';

const MAX_SLUG_TEXT = 100;

/**
 * Puts a body's headings below those of the page, and gives each an id. The level comes from the outline and not from the
 * number of `#`: a body that opens with `### Description`, as issue forms do, must not skip a level. At most h6.
 */
export function outline(body: Element, offset: number): Element {
  const slugger = new GithubSlugger();
  const open: number[] = [];
  for (const node of elementsIn(body)) {
    const rank = Number(/^h([1-6])$/.exec(node.tagName)?.[1]);
    if (!rank) continue;
    const isFootnotes =
      Array.isArray(node.properties['className']) && node.properties['className'].includes('sr-only');
    while (open.length > 0 && (isFootnotes || (open.at(-1) ?? 0) >= rank)) open.pop();
    open.push(rank);
    node.tagName = `h${Math.min(6, offset + open.length)}`;
    const slug = isFootnotes
      ? ''
      : slugger.slug(node.children.map(textOf).join('').trim().slice(0, MAX_SLUG_TEXT));
    if (slug !== '') node.properties['id'] ??= slug;
  }
  return body;
}
