import { clean } from './clean.ts';

/** No body on GitHub is longer; the escaped text stays below 1 MB. */
const MAX_LENGTH = 200_000;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Shows Markdown as the text it is: for a body that cannot be rendered. Cut at 200,000 characters. This never fails. */
export function plainHtml(markdown: string): string {
  const text = clean(markdown);
  const shown = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH).toWellFormed()}…` : text;
  const escaped = shown.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
  // A parser drops the first newline of a <pre>: with one of ours, theirs stays.
  return `<pre class="plain" tabindex="0" dir="auto">\n${escaped}</pre>`;
}
