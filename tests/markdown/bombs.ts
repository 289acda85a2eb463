/** Small bodies that make large or slow pages. Each generator fills `size` characters with one trick. */
export type Bomb = (size: number) => string;

const fill =
  (unit: string): Bomb =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

const numbered =
  (unit: (index: number) => string, opening = '', ending = ''): Bomb =>
  (size) => {
    let text = opening;
    for (let index = 0; text.length + ending.length < size; index++) text += unit(index);
    return text + ending;
  };

const deepList: Bomb = (size) => {
  let text = '';
  for (let depth = 0; text.length < size; depth = (depth + 1) % 300) text += `${'  '.repeat(depth)}- a\n`;
  return text;
};

const tableWithoutCells: Bomb = (size) => {
  const columns = Math.floor(size / 8);
  return `|${'a|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n${'a\n'.repeat(Math.floor(size / 4))}`;
};

const BOMBS: Record<string, Bomb> = {
  'quote marks in one line': fill('>'),
  'quote marks with spaces': fill('> '),
  'list marks in one line': fill('- '),
  'numbered list marks in one line': fill('1. '),
  'quotes twenty deep, many lines': fill(`${'> '.repeat(20)}a\n`),
  'lists twenty deep, many lines': fill(`${'- '.repeat(20)}a\n`),
  'lists ten deep, many lines': fill(`${'- '.repeat(10)}a\n`),
  'a list that goes on deeper': deepList,
  'opening brackets': fill('['),
  'opening image brackets': fill('!['),
  'links without an end': fill('[a](b'),
  'links with an angle and no end': fill('[a](<b'),
  'brackets in brackets': (size) => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'emphasis that never closes': fill('*a_ '),
  'emphasis of two strengths': fill('*a **a '),
  'emphasis in emphasis': (size) => '*a '.repeat(size / 6) + 'a* '.repeat(size / 6),
  'strike that never closes': fill('~~a '),
  'backticks of growing length': numbered((index) => `e${'`'.repeat(index)}`),
  'comments that never close': fill('<!--a'),
  'declarations that never close': fill('<!A '),
  'instructions that never close': fill('<?'),
  'a table without its cells': tableWithoutCells,
  'a table of many rows': (size) => `|a|b|\n|-|-|\n${fill('|a|b|\n')(size - 12)}`,
  'a table of many columns': (size) => `${fill('|a')(size / 2)}|\n${fill('|-')(size / 2)}|\n`,
  'many tables of few columns': fill(`${'|a'.repeat(90)}|\n${'|-'.repeat(90)}|\n${'a\n'.repeat(50)}\n`),
  'references to one footnote': (size) => `${fill('[^1] ')(size - 12)}\n\n[^1]: a`,
  'footnotes inside footnotes': numbered((index) => `[^${index}]: [^${index + 1}]\n\n`, '[^0]\n\n'),
  'definitions of links': numbered((index) => `[${index}]: a\n`),
  'one long address used often': (size) => `[a]: /${'b'.repeat(size / 2)}\n\n${fill('[a] ')(size / 2 - 10)}`,
  'mail addresses': fill('a@b.cd '),
  'web addresses': fill('www.a.b '),
  'addresses with many brackets': fill('http://a.b/((('),
  'blocks in blocks': fill('<div>'),
  'formats in formats': fill('<b>'),
  'details in details': fill('<details><summary>a</summary>'),
  'formats left open over many paragraphs': (size) =>
    `${numbered((index) => `<b id=a${index}>`)(600)}\n\n${fill('a\n\n')(size - 602)}`,
  'tags with many attributes': numbered((index) => ` a${index}=b`, '<p', '>'),
  'tables in tables': fill('<table><tr><td>'),
  'select and option': fill('<select><option>'),
  'svg in svg': fill('<svg><g>'),
  entities: fill('&amp;'),
  'unknown entities': fill('&a'),
  'issue references': fill('#1 '),
  'references without an end': fill('a/b'),
  'line ends': fill('\n'),
  'lines of one character': fill('a\n'),
  'hard line ends': fill('a  \n'),
  'setext underlines': fill('a\n-\n'),
  headings: fill('# a\n'),
  'code fences': fill('```\n'),
  'one long tag name': (size) => `<${'a'.repeat(size - 1)}`,
  'one long delimiter row': (size) => `|${'-'.repeat(size - 2)}a`,
  'one long fence': (size) => `${'`'.repeat(size / 2)}${'a'.repeat(size / 2 - 1)}\``,
  'one long word before a slash': (size) => `${'a-'.repeat(size / 2 - 1)}/#`,
  'combining marks': fill('a\u0301\u0302\u0303'),
  'direction overrides': fill('\u202E'),
  NUL: fill('\0'),
  spaces: fill(' '),
  tabs: fill('\t'),
};

/** Every bomb at `size` characters, by name. */
export function bombs(size: number): [name: string, markdown: string][] {
  return Object.entries(BOMBS).map(([name, make]) => [name, make(size).slice(0, size)]);
}
