/** News that a reader follows, whatever the format. Addresses are absolute where it is known where the site stands. */
export interface Feed {
  /** Never changes, wherever the site moves: `tag:` and something of the feed's own. */
  id: string;
  title: string;
  description: string;
  /** The page that it is the feed of. */
  home: string;
  /** The folder that its files lie in: `/base/changes/`. */
  folder: string;
  /** Language tag. */
  language: string;
  /** When it last changed; that of the latest entry, or of the content. */
  updated: string;
  /** The latest first. */
  entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Never changes. */
  id: string;
  url: string;
  title: string;
  at: string;
  /** Plain words. */
  text: string;
  /** The whole as safe HTML, where the maintainers wrote it; what others wrote is read on the site. */
  html?: string | undefined;
}

/** Entries of a feed: what readers look at, and small enough to ask for often. */
export const MOST_ENTRIES = 50;

/** A moment as RFC 3339 wants it: people may leave out the seconds. */
export const exact = (moment: string): string => moment.replace(/T(\d\d:\d\d)Z$/, 'T$1:00Z');

/** Text that XML may hold: whole characters, without those that no XML has. Most words are that as they stand. */
export const xmlText = (text: string): string => (TELLING.test(text) ? escaped(text) : text);

const TELLING = /[\u0000-\u0008\u000B\u000C\u000E-\u001F"&<>\uD800-\uDFFF\uFFFE\uFFFF]/;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (sign) => NAMES[sign] ?? '');

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
