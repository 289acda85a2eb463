const LINE_BREAKS = /[\n\r\t\v\f\u0085\u2028\u2029]+/g;
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]/g;
/** Turn the direction of whatever follows: `U+202E` makes `gpj.exe` read as a picture. */
const BIDI_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;
const C0_BUT_TAB_AND_NEWLINE = /[\u0000-\u0008\u000B-\u001F]/g;
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Z}]/u;

/** Text that somebody else wrote, as one line that shows what it is; `""` when nothing visible is left. */
export function cleanLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(LINE_BREAKS, ' ')
    .replace(CONTROLS, '')
    .replace(BIDI_OVERRIDES, '')
    .trim();
  return VISIBLE.test(line) ? line : '';
}

/** Markdown as GitHub gave it, with LF, without control characters, and with a final newline when there is any. */
export function cleanBody(markdown: string): string {
  const body = markdown.toWellFormed().replace(/\r\n?/g, '\n').replace(C0_BUT_TAB_AND_NEWLINE, '');
  return body === '' || body.endsWith('\n') ? body : `${body}\n`;
}
