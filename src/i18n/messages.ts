import { directionOf, forFigures, readableAs } from './language.ts';
import { ENGLISH, type Message, type MessageKey, type Table, TABLES } from './tables.ts';

export type { Message, MessageKey, Table } from './tables.ts';

/** The interface's words in one language, with its numbers and dates. */
export interface Messages {
  locale: string;
  /** The tag for other formats of `Intl`, with the same calendar and digits. */
  figures: string;
  /** The words themselves, for scripts. */
  table: Readonly<Record<MessageKey, Message>>;
  dir: 'ltr' | 'rtl';
  /** The words for a key; `count` chooses the plural form and is written as a number. */
  t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  number: (value: number) => string;
  /** A moment as a day in words, in UTC; a month or a year as what it is, and what is in no calendar as it is written. */
  day: (moment: string) => string;
  /** A moment to the minute, in UTC. */
  minute: (moment: string) => string;
}

const known = new Map<string, Messages>();

/** Messages of a language; English where a language has no table. Made once a language: `Intl` is slow to start. */
export function messagesFor(locale: string): Messages {
  const messages = known.get(locale) ?? make(locale);
  known.set(locale, messages);
  return messages;
}

/**
 * Has a language say these words of a site's own from now on, over those that come with Milepost. Called where content is read,
 * so that whoever shows words needs to know the language alone.
 */
export function useOwnWords(locale: string, own: Table): void {
  known.set(locale, make(locale, own));
}

/** The table that comes with Milepost for a language, or for one that its people read. */
export function builtInWords(locale: string): Table | undefined {
  const tag = readableAs(locale, Object.keys(TABLES));
  return tag === undefined ? undefined : TABLES[tag];
}

function make(wanted: string, own: Table = {}): Messages {
  const builtIn = builtInWords(wanted);
  const isSpoken = builtIn !== undefined || Object.keys(own).length > 0;
  // A page says that it is in the language that it is in: where words are English, so are numbers and dates.
  const locale = isSpoken ? wanted : 'en';
  const words: Table = { ...builtIn, ...own };
  const figures = forFigures(locale);
  const number = new Intl.NumberFormat(figures);
  const plural = new Intl.PluralRules(locale);
  const dates = {
    day: new Intl.DateTimeFormat(figures, { dateStyle: 'long', timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(figures, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
    year: new Intl.DateTimeFormat(figures, { year: 'numeric', timeZone: 'UTC' }),
  };
  const minute = new Intl.DateTimeFormat(figures, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const dayInWords = remembered((day: number) => dates.day.format(day * DAY));
  return {
    locale,
    figures,
    table: { ...ENGLISH, ...words },
    dir: directionOf(locale),
    t: (key, values = {}) => {
      const said = words[key];
      const count = Number(values['count'] ?? 0);
      const form =
        said === undefined ? formFor(ENGLISH[key], englishPlural, count) : formFor(said, plural, count);
      if (!form.includes('{')) return form;
      return form.replace(/\{(\w+)\}/g, (hole, name: string) => {
        const value = values[name];
        return typeof value === 'number' ? number.format(value) : (value ?? hole);
      });
    },
    number: (value) => number.format(value),
    day: (moment) => {
      const time = Date.parse(moment);
      if (Number.isNaN(time)) return moment;
      if (moment.length === 4) return dates.year.format(time);
      return moment.length === 7 ? dates.month.format(time) : dayInWords(Math.floor(time / DAY));
    },
    minute: remembered((moment: string) => `${minute.format(new Date(moment))} UTC`),
  };
}

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Says the same thing once: `Intl` is slow, and thousands of pages tell the same days. */
function remembered<Value>(say: (value: Value) => string): (value: Value) => string {
  const said = new Map<Value, string>();
  return (value) => {
    const words = said.get(value) ?? say(value);
    said.set(value, words);
    return words;
  };
}

const englishPlural = new Intl.PluralRules('en');

const formFor = (message: Message, plural: Intl.PluralRules, count: number): string =>
  typeof message === 'string' ? message : (message[plural.select(count)] ?? message.other ?? '');
