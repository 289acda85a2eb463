import type { Element } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { anchors } from './anchors.ts';
import { clean } from './clean.ts';
import { settle, type RenderContext, type Setting } from './context.ts';
import { direct } from './direction.ts';
import { excerptOf } from './excerpt.ts';
import { nest } from './nest.ts';
import { outline } from './outline.ts';
import { paragraphs } from './paragraphs.ts';
import { parse } from './parse.ts';
import { prose } from './prose.ts';
import { reshape } from './reshape.ts';
import { SCHEMA } from './schema.ts';
import { element } from './tree.ts';

export type { RenderContext } from './context.ts';

/**
 * Renders Markdown that anybody may have written as HTML that is safe to put into any block of a page, noscript apart.
 *
 * Takes as long and as much memory as the body makes it: bodies from outside go through `renderAll`, which sets limits.
 * Throws what the parser throws, and RangeError when a body nests too deeply for the stack.
 */
export function renderUntrusted(markdown: string, context: RenderContext): string {
  return renderWithExcerpt(markdown, context).html;
}

/** The same, with a few words of it: parsing is what costs, so both come of one. */
export function renderWithExcerpt(
  markdown: string,
  context: RenderContext,
): { html: string; excerpt: string } {
  const body = finish(safeBody(clean(markdown)), settle(context));
  return { html: toHtml(body.children).trim(), excerpt: excerptOf(body, context.form) };
}

/** Above this line nothing is trusted, below it everything is ours. */
function safeBody(markdown: string): Element {
  const safe = sanitize(parse(markdown), SCHEMA);
  const nodes = safe.type === 'root' ? safe.children : [safe];
  return element(
    'div',
    {},
    nodes.filter((node) => node.type === 'element' || node.type === 'text'),
  );
}

function finish(body: Element, setting: Setting): Element {
  paragraphs(nest(body));
  reshape(body, setting);
  prose(body, setting);
  outline(body, setting.headingOffset);
  anchors(body, setting.idPrefix);
  return direct(body);
}
