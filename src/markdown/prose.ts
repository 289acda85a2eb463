import type { Element, ElementContent } from 'hast';
import type { Setting } from './context.ts';
import { breakLines } from './line-break.ts';
import { linkReferences } from './reference-link.ts';

/** Elements whose text is said as it is: no reference in them becomes a link, no newline a break. */
const VERBATIM = new Set(['code', 'pre', 'kbd', 'samp', 'var']);
/** Elements in which a newline that somebody typed is a line break, as in GitHub's issues. */
const FLOWING = new Set(
  'p li td th h1 h2 h3 h4 h5 h6 a abbr b cite del dfn em i ins mark q s small span strong sub sup u'.split(
    ' ',
  ),
);

/** Works on the words themselves: `#12` becomes a link, a newline in a paragraph a `<br>`. */
export function prose(parent: Element, setting: Setting, inLink = false): Element {
  if (VERBATIM.has(parent.tagName)) return parent;
  const isLink = inLink || parent.tagName === 'a';
  for (const child of parent.children) if (child.type === 'element') prose(child, setting, isLink);
  let children: ElementContent[] = parent.children;
  const { repoUrl } = setting;
  if (!isLink && repoUrl !== undefined) {
    children = children.flatMap((child) =>
      child.type === 'text' ? linkReferences(child, repoUrl, setting.githubUrl) : child,
    );
  }
  parent.children = FLOWING.has(parent.tagName) ? breakLines(children) : children;
  return parent;
}
