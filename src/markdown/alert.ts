import type { Rule } from './rule.ts';
import { element, isBlank, text } from './tree.ts';

const MARK = /^\s*\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;
const KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** A quote that opens with `[!NOTE]` alone on its line is one of GitHub's five alerts; any other stays a quote. */
export const alert: Rule = (node, { words }) => {
  const first = node.children.find((child) => !isBlank(child));
  if (first?.type !== 'element' || first.tagName !== 'p') return [node];
  const opening = first.children[0];
  if (opening?.type !== 'text') return [node];
  const name = MARK.exec(opening.value)?.[1]?.toLowerCase();
  const kind = KINDS.find((one) => one === name);
  if (kind === undefined) return [node];
  opening.value = opening.value.replace(MARK, '');
  if (first.children.every(isBlank)) node.children = node.children.filter((child) => child !== first);
  const title = element('p', { className: ['alert-title'] }, [text(words[kind])]);
  return [element('div', { className: ['alert', `alert-${kind}`] }, [title, ...node.children])];
};
