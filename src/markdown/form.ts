import type { Element, ElementContent } from 'hast';
import { isBlank, textOf } from './tree.ts';

/** One field of an issue form, as somebody filled it in. */
export interface Answer {
  label: string;
  /** What was written, as rendered; nothing where the field was left empty. */
  content: ElementContent[];
}

/**
 * The answers in the body of an issue that was made with a form, whose fields are known by their labels. GitHub puts each
 * label as a heading before its answer, and anybody can write headings into an answer: only a label of the form counts, at
 * the level of the first, once, in the form's order. Any other heading is part of the answer that it stands in. None when
 * the body does not begin as the form does.
 */
export function answersIn(body: Element, labels: readonly string[]): Answer[] {
  const parts = body.children.filter((child) => !isBlank(child));
  const level = parts[0]?.type === 'element' ? parts[0].tagName : '';
  const answers: Answer[] = [];
  let next = 0;
  for (const part of parts) {
    const place = placeOf(part, level, labels, next);
    const label = labels[place];
    if (label !== undefined) {
      answers.push({ label, content: [] });
      next = place + 1;
    } else if (answers.length === 0) return [];
    else answers.at(-1)?.content.push(part);
  }
  return answers.map((answer) => (answer.content.every(isNoResponse) ? { ...answer, content: [] } : answer));
}

/** Which field of those still to come begins here; -1 for none. */
function placeOf(part: ElementContent, level: string, labels: readonly string[], from: number): number {
  const isHeading = part.type === 'element' && part.tagName === level && /^h[1-6]$/.test(level);
  return isHeading ? labels.indexOf(textOf(part).trim(), from) : -1;
}

/** What GitHub puts where nothing was filled in. */
export function isNoResponse(part: ElementContent): boolean {
  if (part.type !== 'element' || part.tagName !== 'p') return false;
  const [only] = part.children;
  return part.children.length === 1 && only?.type === 'element' && textOf(only) === 'No response';
}
