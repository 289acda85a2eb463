import { BrokenIndex } from './broken-index.ts';
import type { Findable } from './search.ts';

/**
 * The titles file, `search.txt`, version 1: lines of text, since those compress best.
 *
 *     milepost-titles 1 3          name, version, how many requests
 *     7 1 =canny-x                 ids: the step from the number before, or `=` and an id that is no number
 *     12 0 3                       people who want each
 *     Dark theme                   then a title a line
 */
const NAME = 'milepost-titles 1';
const NUMBER = /^[1-9]\d{0,14}$/;
const BREAKS = /[\x00-\x1f\x7f\u0085\u2028\u2029]+/g;

/** The order that makes the file smallest, and ids countable: numbers ascending, then other ids. */
export const compareIdsInFile = (a: string, b: string): number =>
  Number(NUMBER.test(b)) - Number(NUMBER.test(a)) ||
  (NUMBER.test(a) ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0);

/** Writes the titles file. Requests must stand in the order of `compareIdsInFile`, and no id may hold a space. */
export function writeTitles({ ids, titles, people }: Findable): string {
  let before = 0;
  const steps = ids.map((id) => {
    if (!NUMBER.test(id)) return `=${id}`;
    const step = Number(id) - before;
    before = Number(id);
    return `${step}`;
  });
  const lines = titles.map((title) => title.replace(BREAKS, ' '));
  return [`${NAME} ${ids.length}`, steps.join(' '), people.join(' '), ...lines].join('\n');
}

/** Reads a titles file; throws a `BrokenIndex` unless every column is whole. */
export function readTitles(text: string, file = 'search.txt'): Findable {
  const [head = '', steps = '', counts = '', ...titles] = text.split('\n');
  const size = Number(head.slice(NAME.length + 1));
  if (!head.startsWith(`${NAME} `) || !Number.isSafeInteger(size) || size < 0)
    throw new BrokenIndex(file, `"${NAME}" and a count`, JSON.stringify(head.slice(0, 40)));
  const ids = readIds(steps);
  const people = split(counts).map(Number);
  const read = {
    ids: ids.length,
    people: people.filter((count) => count >= 0).length,
    titles: titles.length,
  };
  for (const [what, count] of Object.entries(read))
    if (count !== size) throw new BrokenIndex(file, `${size} ${what}`, `${count}`);
  return { ids, titles, people };
}

function readIds(line: string): string[] {
  let number = 0;
  return split(line).map((step) => (step.startsWith('=') ? step.slice(1) : `${(number += Number(step))}`));
}

const split = (line: string): string[] => line.split(' ').filter(Boolean);
