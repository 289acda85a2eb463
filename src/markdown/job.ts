import type { RenderContext } from './context.ts';
import { plainHtml } from './escape.ts';
import { flatten } from './excerpt.ts';
import { refuse } from './guard.ts';
import { renderWithExcerpt } from './render.ts';

/** One body to render. */
export interface RenderJob {
  id: string;
  markdown: string;
  context: RenderContext;
}

/** What a page needs of a body. */
export interface Rendered {
  /** Safe HTML. */
  html: string;
  /** At most 200 characters of plain text. */
  excerpt: string;
  /** Why the body is shown as the plain text it is. Absent when it was rendered. */
  fallback?: string;
}

/** More than this, in UTF-16 code units, is no page. */
const MAX_HTML = 1_000_000;

/** Renders one body, or says why it is shown as text. Never throws, but may never return: see `renderAll`. */
export function renderJob({ markdown, context }: RenderJob): Rendered {
  const reason = refuse(markdown);
  if (reason !== undefined) return plain(markdown, reason);
  try {
    const rendered = renderWithExcerpt(markdown, context);
    if (rendered.html.length > MAX_HTML) return plain(markdown, 'its HTML would be larger than 1 MB');
    return rendered;
  } catch (error) {
    return plain(
      markdown,
      error instanceof RangeError ? 'it nests too deeply' : `rendering failed: ${String(error)}`,
    );
  }
}

/** A body as plain text, with the reason for it. Never throws, and takes time in proportion to the body's length. */
export function plain(markdown: string, reason: string): Rendered {
  return { html: plainHtml(markdown), excerpt: flatten(markdown), fallback: reason };
}
