import { addressesUnder } from '../address.ts';

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
  const whole = (path: string): string => (origin ? new URL(path, origin).href : path);
  return { at: (...segments) => whole(page(...segments)), file: (...segments) => whole(file(...segments)) };
}

/** Words on one line, for formats in which a line is a thing. */
export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
