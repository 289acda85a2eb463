import { SaxesParser } from 'saxes';

/** An element of a document: its name and what its attributes say. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** Reads XML strictly; answers its elements and its text. @throws when it is not well-formed, with the place. */
export function readXml(text: string): { elements: Element[]; text: string } {
  const elements: Element[] = [];
  let words = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on('text', (part) => (words += part));
  parser.on('cdata', () => {
    throw new Error('a section of characters that nobody writes here');
  });
  parser.write(text).close();
  return { elements, text: words };
}
