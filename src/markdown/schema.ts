import type { Schema } from 'hast-util-sanitize';

type Allowed = NonNullable<Schema['attributes']>[string];

const ALIGNMENT: Allowed[number] = ['align', 'left', 'center', 'right'];
const DIRECTION: Allowed[number] = ['dir', 'ltr', 'rtl', 'auto'];
const CELL: Allowed = [
  ALIGNMENT,
  ['style', /^text-align: (left|center|right)$/],
  ['colSpan', /^\d{1,3}$/],
  ['rowSpan', /^\d{1,3}$/],
];

/**
 * All that survives of what people write. Stricter than GitHub's: no class but a code block's language, no style but the
 * alignment that Markdown tables carry, no tabindex, accesskey or ARIA, no open `<details>`, no cite. Media elements pass
 * only so that `media.ts` can turn them into links; addresses are checked once more, and for good, in `href.ts`.
 */
export const SCHEMA: Schema = {
  tagNames: [
    ...['p', 'div', 'blockquote', 'pre', 'hr', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'details', 'summary', 'input'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...[
      'a',
      'abbr',
      'b',
      'cite',
      'code',
      'del',
      'dfn',
      'em',
      'i',
      'ins',
      'kbd',
      'mark',
      'q',
      's',
      'samp',
      'small',
    ],
    ...['span', 'strike', 'strong', 'sub', 'sup', 'tt', 'u', 'var', 'ruby', 'rt', 'rp'],
    ...['img', 'picture', 'source', 'video', 'audio'],
  ],
  attributes: {
    a: ['href', 'name', 'title', 'dataFootnoteRef', 'dataFootnoteBackref', ['ariaLabel', /^\d+(-\d+)?$/]],
    abbr: ['title'],
    code: [['className', /^language-[\w+#.-]{1,40}$/]],
    div: [ALIGNMENT, DIRECTION],
    h1: [ALIGNMENT],
    h2: [ALIGNMENT],
    h3: [ALIGNMENT],
    img: ['src', 'alt'],
    input: ['checked', ['type', 'checkbox']],
    ol: [['start', /^-?\d{1,9}$/], 'reversed'],
    p: [ALIGNMENT, DIRECTION],
    section: ['dataFootnotes'],
    source: ['src', 'srcSet'],
    audio: ['src'],
    video: ['src'],
    td: CELL,
    th: [...CELL, ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
    '*': ['id', ['lang', /^[a-zA-Z0-9-]{1,35}$/]],
  },
  ancestors: {},
  protocols: {
    href: ['http', 'https', 'mailto'].flatMap(spellings),
    src: ['http', 'https'].flatMap(spellings),
  },
  required: {},
  strip: ['script', 'style', 'template', 'iframe', 'noembed', 'noframes'],
  clobber: [],
  clobberPrefix: '',
};

/** The sanitiser compares letter by letter; people write `Https:` too. */
function spellings(protocol: string): string[] {
  return [protocol, protocol.toUpperCase(), protocol.charAt(0).toUpperCase() + protocol.slice(1)];
}
