import type { Element } from 'hast';
import { alert } from './alert.ts';
import { aligned, details, pre, table } from './box.ts';
import type { Setting } from './context.ts';
import { footnotes } from './footnotes.ts';
import { link } from './link.ts';
import { media, picture, source } from './media.ts';
import type { Rule } from './rule.ts';
import { task } from './task.ts';

const RULES = new Map<string, Rule>([
  ['a', link],
  ['blockquote', alert],
  ['section', footnotes],
  ['input', task],
  ['img', media],
  ['video', media],
  ['audio', media],
  ['picture', picture],
  ['source', source],
  ['table', table],
  ['pre', pre],
  ['details', details],
  ...['td', 'th', 'p', 'div', 'h1', 'h2', 'h3'].map((tag): [string, Rule] => [tag, aligned]),
]);

/** Gives every element that needs it the form it has on our pages. Children first; parents from the root down. */
export function reshape(parent: Element, setting: Setting, above: readonly Element[] = []): Element {
  const parents = [...above, parent];
  parent.children = parent.children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    reshape(child, setting, parents);
    return RULES.get(child.tagName)?.(child, setting, parents) ?? [child];
  });
  return parent;
}
