import { SaxesParser } from 'saxes';

/** An element of a document: its name, what its attributes say, and the text that stands in it and in nothing within it. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Reads XML strictly; answers its elements and its text. @throws when it is not well-formed, with the place. */
export function readXml(text: string): { elements: Element[]; text: string } {
  const elements: Element[] = [];
  const open: Element[] = [];
  let words = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (part) => {
    words += part;
    const inner = open.at(-1);
    if (inner) inner.text += part;
  });
  parser.on('cdata', () => {
    throw new Error('a section of characters that nobody writes here');
  });
  parser.write(text).close();
  return { elements, text: words };
}
