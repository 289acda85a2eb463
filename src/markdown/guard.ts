interface Counts {
  lines: number;
  marksInLine: number;
  marks: number;
  columns: number;
  cells: number;
  brackets: number;
  emphasis: number;
  footnotes: number;
  openTags: number;
  openFormats: number;
  /** The marks that opened the code block we are in, or nothing. */
  fence: string;
}

/** GitHub's own limit for an issue. */
const MAX_CHARACTERS = 65_536;

/** What a body may have at most, and how to say that it has more. */
const LIMITS: readonly { of: Exclude<keyof Counts, 'fence'>; most: number; reason: string }[] = [
  { of: 'lines', most: 10_000, reason: 'it has more than 10,000 lines' },
  { of: 'marksInLine', most: 24, reason: 'a line nests quotes and lists more than 24 deep' },
  { of: 'marks', most: 8_000, reason: 'it has more than 8,000 quote and list marks' },
  { of: 'columns', most: 200, reason: 'a table has more than 200 columns' },
  { of: 'cells', most: 10_000, reason: 'its tables have more than 10,000 cells' },
  { of: 'brackets', most: 1_500, reason: 'a paragraph has more than 1,500 brackets' },
  { of: 'emphasis', most: 3_000, reason: 'a paragraph has more than 3,000 emphasis marks' },
  { of: 'footnotes', most: 300, reason: 'it refers to footnotes more than 300 times' },
  { of: 'openTags', most: 400, reason: 'a paragraph leaves more than 400 HTML tags open' },
  { of: 'openFormats', most: 60, reason: 'it leaves more than 60 HTML formatting tags open' },
];

const NOTHING: Counts = {
  ...{ lines: 0, marksInLine: 0, marks: 0, columns: 0, cells: 0 },
  ...{ brackets: 0, emphasis: 0, footnotes: 0, openTags: 0, openFormats: 0, fence: '' },
};

const MARKS = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/;
const MARK = />|[-*+]|\d+[.)]/g;
const DELIMITER_ROW = /^[|:\-\t ]+$/;
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])[^<>]*?(\/?)>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
/** Left open, these begin again in every block that follows. */
const FORMAT = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/i;

/**
 * Says in plain words why a body is not rendered, or nothing when it may be. One pass, linear in the body's length.
 *
 * It counts what makes a small body a large or a slow page: nesting, tables whose missing cells are filled in, pairs
 * that are looked for in vain. It reads no Markdown and may err on both sides, so `renderAll` sets a time limit as well.
 */
export function refuse(markdown: string): string | undefined {
  if (markdown.length > MAX_CHARACTERS) return 'it is longer than 65,536 characters';
  const counts = { ...NOTHING };
  for (const line of markdown.split(/\r\n?|\n/)) {
    countLine(line, counts);
    const passed = LIMITS.find(({ of, most }) => counts[of] > most);
    if (passed !== undefined) return passed.reason;
  }
  return undefined;
}

function countLine(line: string, counts: Counts): void {
  const marks = MARKS.exec(line)?.[0] ?? '';
  const rest = line.slice(marks.length);
  counts.lines += 1;
  counts.marksInLine = countOf(marks, MARK);
  counts.marks += counts.marksInLine;
  if (rest.trim() === '') return endBlock(counts);
  counts.cells += counts.columns;
  if (line.includes('|') && DELIMITER_ROW.test(rest)) counts.columns = countOf(line, /\|/g) + 1;
  const fence = /^(?:`{3,}|~{3,})/.exec(rest)?.[0] ?? '';
  const opens = !rest.includes('`', fence.length);
  if (counts.fence === '') counts.fence = opens ? fence : '';
  else if (fence.startsWith(counts.fence)) counts.fence = '';
  if (counts.fence === '') countText(rest, counts);
}

/** What means something in text only: a log in a code block is full of it. */
function countText(rest: string, counts: Counts): void {
  counts.brackets += countOf(rest, /\[/g);
  counts.emphasis += countOf(rest, /[*_~]+/g);
  counts.footnotes += countOf(rest, /\[\^/g);
  countTags(rest, counts);
}

function endBlock(counts: Counts): void {
  counts.columns = counts.brackets = counts.emphasis = counts.openTags = 0;
}

function countTags(rest: string, counts: Counts): void {
  for (const [, closes, name = '', closed] of rest.matchAll(TAG)) {
    if (closed || VOID.test(name)) continue;
    const step = closes ? -1 : 1;
    counts.openTags = Math.max(0, counts.openTags + step);
    if (FORMAT.test(name)) counts.openFormats = Math.max(0, counts.openFormats + step);
  }
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
