/** A body's words without its markup: what was written, line by line, and the code that was shown. */
export interface Readable {
  prose: string;
  code: string;
}

/** Characters of a body that are read: a wish is told at the beginning, and what follows so much is a log. */
const READ = 10_000;

/**
 * Code in Markdown, HTML and what other trackers export: ``` fences, `<pre>`, `{code}`, `{noformat}`. What is never closed
 * goes on to the end, so that each pattern passes over a text once, whatever the text is.
 */
const CODE = [
  /(```|~~~)[^\n]*\n([^]*?)(?:\1|$)/g,
  /<(pre)\b[^>\n]{0,80}>([^]*?)(?:<\/pre>|$)/gi,
  /\{(code|noformat)\b[^}\n]{0,80}\}([^]*?)(?:\{\1\}|$)/g,
];
/** What is not said to readers: comments of templates, tags, entities, addresses, `h2.` and `{color:red}`. */
const MARKUP = [
  /<!--[^]*?(?:-->|$)/g,
  /<\/?[a-z][^<>\n]{0,200}>/gi,
  /&(?:#?\w{2,8});/g,
  /\bhttps?:\/\/[^\s)\]|]+/g,
  /^h[1-6]\.\s|\{\/?[a-z]+(?::[^}\n]{0,80})?\}/gm,
];

/** Takes the markup out of a body, well enough to compare its words; in time proportional to its length. */
export function readable(body: string): Readable {
  const code: string[] = [];
  let prose = body.slice(0, READ);
  for (const pattern of CODE) {
    prose = prose.replace(pattern, (_, _name: string, inner: string) => {
      code.push(inner);
      return '\n';
    });
  }
  for (const pattern of MARKUP) prose = prose.replace(pattern, ' ');
  return { prose, code: code.join('\n') };
}
