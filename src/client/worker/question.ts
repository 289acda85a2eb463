import type { Range } from '../../derive/search/marks.ts';
import type { Query } from '../query.ts';

/** Where the index lies, and the language that rows are said in. */
export interface Opening {
  /** The address of `search.json`, in full. */
  facts: string;
  locale: string;
}

/** Asks for some of the requests that a query finds. */
export interface Question extends Query {
  /** Tells the answers apart: 1 and up. */
  nth: number;
  from: number;
  /** Up to this one, which is none of them. */
  to: number;
  /** Asks for requests that are like `words`, which is a whole title. */
  isLike?: boolean;
}

/** What was found, ready to be drawn. */
export interface Answer {
  /** The question's. An answer to none, 0, says that another search would find more by now, and nothing else. */
  nth: number;
  /** Of all that was found. */
  count: number;
  /** How many more match that have ended: shipped, declined or closed. */
  hidden: number;
  /** How many were found, in words. */
  said: string;
  /** The name of the tag asked for. */
  tag: string;
  /** From `from` to `to`, as many as there are. */
  rows: Row[];
}

/** What a row of the board shows, as texts. */
export interface Row {
  id: string;
  title: string;
  /** The title's language, where it is not the page's. */
  lang: string;
  /** Parts of the title that were asked for. */
  marks: Range[];
  /** How many want it, and what they are called. */
  demand: [figure: string, unit: string];
  tags: { slug: string; name: string; marks: Range[] }[];
  /** Heard elsewhere, comments, merged requests. */
  notes: string[];
  /** When it was opened, and when it moved last. */
  moments: { said: string; date: string; day: string }[];
  status: { id: string; name: string; kind: string };
}
