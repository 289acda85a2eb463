import { addressesUnder } from '../address.ts';
import { contained } from './contained.ts';

/** Where the site stands: its base path, and its origin where that is known. */
export interface Stand {
  base: string;
  origin: string | undefined;
  /** Whether pictures of its pages are made. */
  pictures?: boolean;
}

/** Addresses for readers that are not on the site: absolute where it is known where the site stands. */
export interface Place {
  /** A page. */
  at: (...segments: readonly string[]) => string;
  /** A file. */
  file: (...segments: readonly string[]) => string;
}

export function placeOf({ base, origin }: Stand): Place {
  const { page, file } = addressesUnder(base);
  const root = file();
  // Read once: an address is made for each of thousands.
  const start = origin ? new URL(root, origin).href : root;
  const whole = (path: string): string => start + path.slice(root.length);
  return { at: (...segments) => whole(page(...segments)), file: (...segments) => whole(file(...segments)) };
}

/** Words on one line, for formats in which a line is a thing; what follows them on it runs as it would without them. */
export const oneLine = (words: string): string => contained(words.replace(/\s+/g, ' ').trim());
