import type { Element, ElementContent, Properties, Text } from 'hast';

/** Makes an element. */
export function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** Makes a text node. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** All the text below a node, as it stands. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** Whether a node is text that shows nothing. */
export function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && !/\S/.test(node.value);
}

/** Elements below `parent` in the order of the document. */
export function* elementsIn(parent: Element): Generator<Element> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elementsIn(child);
  }
}

/** A property when it is a string, else nothing. */
export function stringOf(value: Properties[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
