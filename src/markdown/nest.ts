import type { Element, ElementContent } from 'hast';
import { clean } from './clean.ts';
import { element, isBlank, text } from './tree.ts';

const BLOCKS = new Set(
  'p div blockquote pre hr h1 h2 h3 h4 h5 h6 section ul ol li dl dt dd details summary table'.split(' '),
);
/** These hold lines of text only: a block inside gives up its tags and leaves what it says. */
const LINES = new Set('h1 h2 h3 h4 h5 h6 summary pre'.split(' '));
/** These may hold blocks wherever their parent may. */
const TRANSPARENT = new Set(['a', 'del', 'ins']);
/** These may hold blocks. All others are inline and may not. */
const CONTAINERS = new Set([
  ...BLOCKS,
  ...TRANSPARENT,
  'td',
  'th',
  'caption',
  'tr',
  'thead',
  'tbody',
  'tfoot',
]);
const MODERN: Record<string, string> = { strike: 's', tt: 'code' };
/** Elements that a parser accepts below these parents only. */
const PARENTS: Record<string, string> = {
  summary: 'details',
  li: 'ul ol',
  dt: 'dl',
  dd: 'dl',
  caption: 'table',
  thead: 'table',
  tbody: 'table',
  tfoot: 'table',
  tr: 'thead tbody tfoot',
  td: 'tr',
  th: 'tr',
  rt: 'ruby',
  rp: 'ruby',
};
/** Parents that accept certain children only, and what wraps the others (nothing: they go). */
const WRAPPERS: Record<string, string | undefined> = {
  ul: 'li',
  ol: 'li',
  dl: 'dd',
  table: undefined,
  thead: undefined,
  tbody: undefined,
  tfoot: undefined,
  tr: undefined,
};

/**
 * Makes a sanitised tree one that an HTML parser reads back as it is: what is written out can then not close a tag
 * around it, whatever sanitising took from between two tags. Texts are cleaned on the way.
 */
export function nest(parent: Element): Element {
  parent.children = parent.children.flatMap((child) => fit(child, parent, false, false));
  return parent;
}

function fit(node: ElementContent, parent: Element, inLink: boolean, inLine: boolean): ElementContent[] {
  if (node.type === 'text') return [text(clean(node.value))];
  if (node.type !== 'element') return [];
  node.tagName = nameFor(node, parent);
  const stands =
    accepts(parent, node.tagName) &&
    !(inLine && BLOCKS.has(node.tagName)) &&
    !(inLink && node.tagName === 'a');
  const children = node.children.flatMap((child) =>
    fit(child, stands ? node : parent, inLink || node.tagName === 'a', inLine || LINES.has(node.tagName)),
  );
  if (!stands) return children;
  if (typeof node.properties['title'] === 'string')
    node.properties['title'] = clean(node.properties['title']);
  node.children = fill(node, children);
  return place(node);
}

/** Today's name of an element; a list item without its list, a summary without its details are plain blocks. */
function nameFor({ tagName }: Element, parent: Element): string {
  const lost = (tagName === 'li' || tagName === 'summary') && !accepts(parent, tagName);
  return lost ? 'div' : (MODERN[tagName] ?? tagName);
}

/** What becomes of an element once its children are known. */
function place(node: Element): ElementContent[] {
  const holdsBlock = node.children.some(isBlock);
  if (holdsBlock && node.tagName === 'p') node.tagName = 'div';
  if (holdsBlock && !CONTAINERS.has(node.tagName)) return node.children;
  if (/^(p|h[1-6])$/.test(node.tagName) && node.children.every(isBlank)) return [];
  return [node];
}

function accepts(parent: Element, tagName: string): boolean {
  const parents = PARENTS[tagName];
  return parents === undefined || parents.split(' ').includes(parent.tagName);
}

/** The children that a parent accepts, the others wrapped or gone. */
function fill(parent: Element, children: ElementContent[]): ElementContent[] {
  if (parent.tagName === 'details') return withOneSummary(children);
  if (!(parent.tagName in WRAPPERS)) return children;
  const wrapper = WRAPPERS[parent.tagName];
  return children.flatMap((child) => {
    const belongs = child.type === 'element' && child.tagName in PARENTS && accepts(parent, child.tagName);
    if (belongs || isBlank(child)) return [child];
    return wrapper === undefined ? [] : [element(wrapper, {}, [child])];
  });
}

/** The first summary comes first; any other becomes a plain block. One that is missing is added in `reshape.ts`. */
function withOneSummary(children: ElementContent[]): ElementContent[] {
  const isSummary = (node: ElementContent) => node.type === 'element' && node.tagName === 'summary';
  const first = children.find(isSummary);
  if (first === undefined) return children;
  const others = children.filter((child) => child !== first);
  for (const other of others) if (other.type === 'element' && isSummary(other)) other.tagName = 'div';
  return [first, ...others];
}

/** Whether a node is a block, or a link (or an edit) around one. */
export function isBlock(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return BLOCKS.has(node.tagName) || (TRANSPARENT.has(node.tagName) && node.children.some(isBlock));
}
