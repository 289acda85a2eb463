import type { Nodes } from 'hast';
import { htmlToHast, markdownToHtml, type Features } from 'satteri';

/**
 * Front matter is off: Sätteri would silently eat a body's own `---` block. Footnote ids arrive without a prefix, since
 * `anchors.ts` gives every id its prefix; the back link's label arrives as a bare number, since `footnotes.ts` words it.
 */
const FEATURES: Features = {
  gfm: { footnotes: { clobberPrefix: '', backLabel: '{reference}' } },
  frontmatter: false,
};

/**
 * Tags whose content an HTML parser does not read as HTML. Somebody who writes "support <script> tags" must not lose the
 * rest of the request, so these are shown as text: the rule of GFM 6.11 (tagfilter), and `template` besides.
 */
const SWALLOWING =
  /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext|template)(?:[\s/>]|$))/gi;

/** Reads Markdown with the HTML inside it, as GitHub would, into a tree in which nothing is safe yet. */
export function parse(markdown: string): Nodes {
  const { html } = markdownToHtml(markdown, { features: FEATURES });
  return htmlToHast(html.replace(SWALLOWING, '&lt;'), { fragment: true });
}
