import type { ElementContent } from 'hast';
import { isBlock } from './nest.ts';
import { element, text } from './tree.ts';

/**
 * Puts a `<br>` where a line ends within a paragraph. A newline at the edge of the paragraph, after a `<br>` or beside a
 * block is only how the source was laid out.
 */
export function breakLines(children: ElementContent[]): ElementContent[] {
  if (!children.some((child) => child.type === 'text' && child.value.includes('\n'))) return children;
  return children.flatMap((child, index) => {
    if (child.type !== 'text' || !child.value.includes('\n')) return [child];
    return split(child.value, isEdge(children[index - 1], true), isEdge(children[index + 1], false));
  });
}

function isEdge(neighbour: ElementContent | undefined, before: boolean): boolean {
  if (neighbour === undefined || isBlock(neighbour)) return true;
  return (
    before && neighbour.type === 'element' && (neighbour.tagName === 'br' || neighbour.tagName === 'input')
  );
}

function split(value: string, edgeBefore: boolean, edgeAfter: boolean): ElementContent[] {
  const from = edgeBefore ? value.search(/\S|$/) : 0;
  const to = edgeAfter ? value.trimEnd().length : value.length;
  if (from >= to) return [text(value)];
  const lines = value.slice(from, to).split('\n');
  const broken = lines.flatMap((line, index) =>
    index === 0 ? [text(line)] : [element('br', {}), text(`\n${line}`)],
  );
  return [text(value.slice(0, from)), ...broken, text(value.slice(to))].filter(
    (node) => node.type !== 'text' || node.value !== '',
  );
}
