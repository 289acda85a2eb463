import { BrokenIndex } from './broken-index.ts';
import { arrange, type Vocabulary } from './vocabulary.ts';

/**
 * The words file, `search-words.txt`, version 1: what tags and texts say beyond titles, as the words and who holds each.
 *
 *     milepost-words 1 10000 2     name, version, how many requests, how many words
 *     canvas zoom                  the words, ascending
 *     5;Q3 0                       for each: gaps between the places of its holders
 *
 * A gap is a number in digits of five bits, the lowest first: `0` (48) to `O` (79) end it, `P` (80) to `o` (111) go on.
 */
const NAME = 'milepost-words 1';
const [DIGITS, FIRST] = [32, 48];

/** Writes the words file: the words of each request by its place, each once. */
export function writeWords(wordsOfEach: readonly (readonly string[])[]): string {
  const lists = new Map<string, number[]>();
  for (const [place, words] of wordsOfEach.entries()) {
    for (const word of new Set(words)) {
      const list = lists.get(word);
      if (list) list.push(place);
      else lists.set(word, [place]);
    }
  }
  const entries = [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
  const gaps = entries.map(([, list]) =>
    list.map((place, at) => digits(place - (at === 0 ? 0 : (list[at - 1] ?? 0) + 1))).join(''),
  );
  return [
    `${NAME} ${wordsOfEach.length} ${entries.length}`,
    entries.map(([word]) => word).join(' '),
    gaps.join(' '),
  ].join('\n');
}

/** Reads a words file about `size` requests; throws a `BrokenIndex` unless each list is whole and in range. */
export function readWords(text: string, size: number, file = 'search-words.txt'): Vocabulary {
  const [head = '', wordsLine = '', gapsLine = '', ...rest] = text.split('\n', 5);
  const words = wordsLine.split(' ').filter(Boolean);
  const lists = gapsLine.split(' ').filter(Boolean);
  const count = words.length;
  const expected = `${NAME} ${size} ${count}`;
  if (head !== expected || rest.length > 0)
    throw new BrokenIndex(file, JSON.stringify(expected), JSON.stringify(head.slice(0, 60)));
  if (lists.length !== count) throw new BrokenIndex(file, `${count} lists`, `${lists.length}`);
  const entries: [string, number[]][] = [];
  for (const [at, word] of words.entries()) {
    const before = entries.at(-1)?.[0];
    if (before !== undefined && before >= word)
      throw new BrokenIndex(file, 'words ascending', JSON.stringify(word));
    entries.push([word, places(lists[at] ?? '', size, file)]);
  }
  return arrange(entries);
}

function digits(number: number): string {
  let [text, rest] = ['', number];
  for (; rest >= DIGITS; rest = Math.floor(rest / DIGITS))
    text += String.fromCharCode(FIRST + DIGITS + (rest % DIGITS));
  return text + String.fromCharCode(FIRST + rest);
}

function places(gaps: string, size: number, file: string): number[] {
  const list: number[] = [];
  let [place, gap, unit] = [-1, 0, 1];
  for (let at = 0; at < gaps.length; at += 1) {
    const digit = gaps.charCodeAt(at) - FIRST;
    if (digit < 0 || digit >= 2 * DIGITS) throw new BrokenIndex(file, 'a digit', JSON.stringify(gaps[at]));
    gap += (digit % DIGITS) * unit;
    if (digit >= DIGITS) {
      unit *= DIGITS;
      continue;
    }
    place += gap + 1;
    if (place >= size) throw new BrokenIndex(file, `places below ${size}`, `${place}`);
    list.push(place);
    [gap, unit] = [0, 1];
  }
  if (list.length === 0 || unit !== 1)
    throw new BrokenIndex(file, 'whole lists of places', JSON.stringify(gaps.slice(0, 20)));
  return list;
}
