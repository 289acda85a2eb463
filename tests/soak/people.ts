import { at } from './random.ts';

/** Lines that people write into front matter; each at most once in a file. */
const BLOCKS = [
  "response: 'Yes,   soon.'\n",
  '# why: asked thrice\n',
  'pillar: speed\n',
  'evidence:\n- {source: email, quote: "x"}\n- source:   call\n',
  'eta:    spring # or later\n',
] as const;

/** What people wrote, by the file's path. */
export type Written = Map<string, string[]>;

/** Lets a person write a block into one of the items; returns its new text, or undefined when it has them all. */
export function writeByHand(written: Written, path: string, text: string, value: number): string | undefined {
  const mine = written.get(path) ?? [];
  const block = at(
    BLOCKS.filter((one) => !mine.includes(one)),
    value,
  );
  if (!block) return undefined;
  written.set(path, [...mine, block]);
  const end = text.indexOf('\n---\n', 4) + 1;
  return `${text.slice(0, end)}${block}${text.slice(end)}`;
}

/** A file without what people wrote into it. */
export const withoutPeople = (text: string, blocks: readonly string[]): string =>
  blocks.reduce((left, block) => left.replace(block, () => ''), text);
