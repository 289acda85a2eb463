import type { Element, ElementContent } from 'hast';
import type { Setting } from './context.ts';

/** Turns one sanitised element, its children already turned, into what takes its place. */
export type Rule = (node: Element, setting: Setting, parents: readonly Element[]) => ElementContent[];
