import type { Element, ElementContent } from 'hast';
import { isBlock } from './nest.ts';
import { element, isBlank } from './tree.ts';

/** Gives words that stand bare between a body's blocks, as raw HTML may leave them, a paragraph of their own. */
export function paragraphs(body: Element): Element {
  const blocks: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    const end = run.findLastIndex((node) => !isBlank(node)) + 1;
    if (end > 0) blocks.push(element('p', {}, run.slice(0, end)));
    blocks.push(...run.slice(end));
    run = [];
  };
  for (const child of body.children) {
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    close();
    blocks.push(child);
  }
  close();
  body.children = blocks;
  return body;
}
