import { readYaml, writeYaml } from './yaml.ts';

interface Block {
  key: string;
  /** Comments and blank lines that stand above the key. */
  above: string[];
  lines: string[];
}

const KEY = /^(?:"([^"\\]+)"|'([^']+)'|([\p{L}\p{N}_](?:[^:#]*[^:#\s])?))\s*:(?:\s|$)/u;
const CONTINUES = /^(?:[ \t]+\S|- |-$|[\]}])/;
const BETWEEN = /^[ \t]*(?:#.*)?$/;

/** Cuts a YAML mapping into one block a top-level key; undefined when it is not written one key a line. */
function blocksOf(yaml: string): { blocks: Block[]; below: string[] } | undefined {
  const blocks: Block[] = [];
  let waiting: string[] = [];
  for (const line of yaml
    .replace(/\n$/, '')
    .split('\n')
    .slice(yaml === '' ? 1 : 0)) {
    const key = KEY.exec(line);
    const open = blocks.at(-1);
    if (key) {
      blocks.push({ key: key[1] ?? key[2] ?? key[3] ?? '', above: waiting, lines: [line] });
      waiting = [];
    } else if (BETWEEN.test(line)) {
      waiting.push(line);
    } else if (open && CONTINUES.test(line)) {
      open.lines.push(...waiting, line);
      waiting = [];
    } else return undefined;
  }
  return { blocks, below: waiting };
}

/**
 * Puts `owned` values into a YAML mapping that people edit too: keys listed in `ownedKeys` are rewritten where they stand
 * (or taken out), new ones come in that list's order, every other line stays as it was, byte for byte.
 */
export function spliceYaml(
  previous: string,
  owned: Record<string, unknown>,
  ownedKeys: readonly string[],
): string {
  const cut = blocksOf(previous);
  const spliced = cut && assemble(cut, owned, ownedKeys);
  const people = peopleOf(previous, ownedKeys);
  if (spliced !== undefined && sameValue(readYaml(spliced), { ...owned, ...people })) return spliced;
  return writeYaml({ ...owned, ...people });
}

function peopleOf(yaml: string, ownedKeys: readonly string[]): Record<string, unknown> {
  const data = readYaml(yaml);
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).filter(([key]) => !ownedKeys.includes(key)));
}

function assemble(
  { blocks, below }: { blocks: Block[]; below: string[] },
  owned: Record<string, unknown>,
  ownedKeys: readonly string[],
): string {
  const out: Block[] = [];
  let orphans: string[] = [];
  for (const block of blocks) {
    const above = [...orphans, ...block.above];
    orphans = [];
    if (!ownedKeys.includes(block.key)) out.push({ ...block, above });
    else if (owned[block.key] === undefined) orphans = above;
    else out.push({ ...block, above, lines: linesOf(block.key, owned[block.key]) });
  }
  for (const [rank, key] of ownedKeys.entries()) {
    if (owned[key] === undefined || out.some((block) => block.key === key)) continue;
    const earlier = new Set(ownedKeys.slice(0, rank));
    const after = out.findLastIndex((block) => earlier.has(block.key));
    out.splice(after + 1, 0, { key, above: [], lines: linesOf(key, owned[key]) });
  }
  const lines = [...out.flatMap((block) => [...block.above, ...block.lines]), ...orphans, ...below];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function linesOf(key: string, value: unknown): string[] {
  return writeYaml({ [key]: value })
    .trimEnd()
    .split('\n');
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
