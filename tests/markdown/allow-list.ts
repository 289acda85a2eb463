import { htmlToHast } from 'satteri';
import type { Element, Nodes } from 'hast';

/** Every element that a rendered body may hold, with its attributes, written down apart from the renderer's own schema. */
export const ALLOWED: Record<string, string[]> = Object.fromEntries(
  `p:class,dir div:class,dir,tabindex,role,aria-label blockquote:dir pre:dir,tabindex hr br h3:class,dir h4:class,dir h5:class,dir
  h6:dir section:class ul:class,dir ol:class,dir,start,reversed li:class dl dt:dir dd:dir details summary:dir
  input:type,checked,disabled,aria-label table caption:dir thead tbody tfoot tr th:class,dir,scope,colspan,rowspan
  td:class,dir,colspan,rowspan a:href,rel,class,title,aria-label abbr:title b cite code:class del dfn em i ins kbd mark q s
  samp small span strong sub sup u var ruby rt rp`
    .split(/\s+/)
    .map((line): [string, string[]] => {
      const [tag = '', attributes = ''] = line.split(':');
      return [tag, ['id', 'lang', ...attributes.split(',')]];
    }),
);

/** Addresses that a link may have. */
export const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|#user-content-)/;

/** Classes that a body may carry. */
export const SAFE_CLASS =
  /^(?:language-[\w+#.-]+|align-(?:left|center|right)|alert|alert-(?:note|tip|important|warning|caution|title)|scroll|sr-only|footnotes|footnote-(?:ref|back)|(?:image|video|audio)-link|contains-task-list|task-list-item)$/;

const ATTRIBUTE: Record<string, string> = { className: 'class', ariaLabel: 'aria-label' };

/** What in a piece of HTML is not allowed, each as one line. */
export function offences(html: string): string[] {
  return [...walk(htmlToHast(html, { fragment: true }))];
}

/** The tags of a piece of HTML in order, as a parser sees them. */
export function skeleton(html: string): string[] {
  const tags: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element') tags.push(node.tagName);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(htmlToHast(html, { fragment: true }));
  return tags;
}

function* walk(node: Nodes): Generator<string> {
  if (node.type === 'element') yield* offencesOf(node);
  else if (node.type !== 'text' && node.type !== 'root') yield `a ${node.type}`;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

function* offencesOf({ tagName, properties }: Element): Generator<string> {
  const allowed = Object.hasOwn(ALLOWED, tagName) ? ALLOWED[tagName] : undefined;
  if (allowed === undefined) return yield `<${tagName}>`;
  for (const [property, value] of Object.entries(properties)) {
    const name = ATTRIBUTE[property] ?? property.toLowerCase();
    if (!allowed.includes(name)) yield `<${tagName} ${name}>`;
    if (name === 'href' && !SAFE_ADDRESS.test(String(value))) yield `href="${String(value)}"`;
    if (name === 'id' && !/^user-content-(?!user-content-)\S/.test(String(value)))
      yield `id="${String(value)}"`;
    if (name === 'class' && Array.isArray(value)) {
      for (const one of value) if (!SAFE_CLASS.test(String(one))) yield `class="${String(one)}"`;
    }
  }
}
