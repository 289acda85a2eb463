import type { Element } from 'hast';
import { EXTERNAL_REL, safeHref } from './href.ts';
import type { Rule } from './rule.ts';
import { stringOf } from './tree.ts';

/** A link keeps a safe address, an anchor keeps its name as an id; what has neither leaves its content. */
export const link: Rule = (node, setting) => {
  const { href, name, id, title, dataFootnoteRef, dataFootnoteBackref, ariaLabel } = node.properties;
  const address = safeHref(stringOf(href) ?? '', setting);
  const anchor = stringOf(id) ?? stringOf(name);
  if (address === undefined && anchor === undefined) return node.children;
  node.properties = {};
  if (anchor !== undefined) node.properties['id'] = anchor;
  if (address !== undefined) pointTo(node, address);
  if (stringOf(title)) node.properties['title'] = title;
  if (dataFootnoteRef !== undefined) node.properties['className'] = ['footnote-ref'];
  if (dataFootnoteBackref !== undefined) {
    node.properties['className'] = ['footnote-back'];
    node.properties['ariaLabel'] = `${setting.words.backToReference} ${stringOf(ariaLabel) ?? ''}`.trim();
  }
  return [node];
};

/** Sets the address of a link, and `rel` when it leads to another site. */
export function pointTo(node: Element, address: string): Element {
  node.properties['href'] = address;
  if (/^https?:/.test(address)) node.properties['rel'] = EXTERNAL_REL;
  return node;
}
