import type { Said } from '../texts.ts';
import { hasNames } from '../texts.ts';

/** Somebody’s own words, and where they can be read. */
export interface Quote {
  text: string;
  /** Id of the item that they stand in. */
  item: string;
  /** Where they were heard when that was not the item itself, and its public address where it has one. */
  source?: string;
  url?: string;
}

/** Long enough to say something, short enough to be read. */
const LENGTH = { least: 25, most: 200 };
/** A line that goes on in the next. */
const WRAPPED = /(?<![.!?:])\n(?=[\p{Ll}[*_])/gu;
/** A sentence from its beginning to its end. */
const WHOLE = /^["“'‘(]?[\p{Lu}\p{Lo}].*[.!?。！？]["”'’)]?$/u;
/** Sentences of one request that are looked at. */
const LOOKED_AT = 40;
/** Addresses, code, tables, and what could steer a terminal or turn text round. */
const NO_PROSE = /https?:|www\.|[`{}<>|\\=]|[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]|\w\.\w+[.(]/u;

/** What can be quoted of a request: what was heard elsewhere first, then its own sentences. No names, no addresses. */
export function quotesOf({ request: { item, merged }, lines }: Said, segmenter: Intl.Segmenter): Quote[] {
  const heard = [item, ...merged].flatMap(({ id, evidence }) =>
    evidence.flatMap(({ quote, source, url }) =>
      quote ? [{ text: quote, item: id, source, ...(url && { url }) }] : [],
    ),
  );
  const sentences = [...segmenter.segment(lines.join('\n').replace(WRAPPED, ' '))].slice(0, LOOKED_AT);
  const own = sentences
    .map(({ segment }) => ({ text: oneLine(withoutMarks(segment)), item: item.id }))
    .filter(({ text }) => WHOLE.test(text));
  return [...heard, ...own].map((quote) => ({ ...quote, text: oneLine(quote.text) })).filter(isQuotable);
}

const isQuotable = ({ text }: Quote): boolean =>
  text.length >= LENGTH.least &&
  text.length <= LENGTH.most &&
  !NO_PROSE.test(text) &&
  !hasNames(text) &&
  !text.includes('…');

/** Marks of lists, headings, quotes, stress and links. */
const withoutMarks = (text: string): string =>
  text
    .replace(/^\s*(?:[-*+>#]+|\d+[.)])\s+/gm, '')
    .replace(/!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/g, '$1')
    .replace(/\*\*|__|(?<!\w)[*_]|[*_](?!\w)/g, '');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
