import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The time of the last sync, as every page tells it. */
export interface Synced {
  at: string;
  /** The same in words. */
  words: string;
}

/** The time that all pages of the last build tell; empty while they may tell several. */
const RECORD = 'synced.txt';

/**
 * Whether pages of earlier builds tell another time: a page is not made again for that alone, or each sync would make them
 * all. `isKept` is whether the pages of the last build still lie in the output folder, else they come from Astro's cache,
 * where each tells the time at which it was made.
 */
export function tellsOtherTime(cache: string, at: string, isKept: boolean): boolean {
  const before = read(join(cache, RECORD));
  const isOther = before !== undefined && (before !== at || !isKept);
  recordTime(cache, isOther ? '' : at);
  return isOther;
}

/** Records that all pages tell this time. */
export function recordTime(cache: string, at: string): void {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, RECORD), at);
}

/** Has every page tell this time, where it tells another. Absolute paths. */
export function tellTime(pages: readonly string[], synced: Synced): void {
  for (const page of pages) {
    const html = readFileSync(page, 'utf8');
    const told = withTime(html, synced);
    if (told !== html) writeFileSync(page, told);
  }
}

/** The page with this time in its footer; as it is where it has none. No text of people can be taken for it: it is escaped. */
export const withTime = (page: string, { at, words }: Synced): string =>
  page.replace(
    /(<time data-synced datetime=")[^"]*("[^>]*>)[^<]*/,
    (_, open: string, middle: string) => `${open}${at}${middle}${words}`,
  );

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
