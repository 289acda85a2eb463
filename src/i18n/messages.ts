import en from './en.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;

/** The interface's words in one language, with its numbers and dates. */
export interface Messages {
  locale: string;
  /** The words themselves, for scripts. */
  table: Readonly<Record<MessageKey, Message>>;
  dir: 'ltr' | 'rtl';
  /** The words for a key; `count` chooses the plural form and is written as a number. */
  t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  number: (value: number) => string;
  /** A moment as a day in words, in UTC. */
  day: (moment: string) => string;
  /** A moment to the minute, in UTC. */
  minute: (moment: string) => string;
}

const TABLES: Readonly<Record<string, Record<MessageKey, Message>>> = { en };

const known = new Map<string, Messages>();

/** Messages of a language; English where a language has no table. Made once a language: `Intl` is slow to start. */
export function messagesFor(locale: string): Messages {
  const messages = known.get(locale) ?? make(locale);
  known.set(locale, messages);
  return messages;
}

function make(wanted: string): Messages {
  const translated = TABLES[wanted] ?? TABLES[wanted.split('-')[0] ?? ''];
  // A page says that it is in the language that it is in: where words are English, so are numbers and dates.
  const [table, locale] = translated ? [translated, wanted] : [en, 'en'];
  const number = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return {
    locale,
    table,
    dir: directionOf(locale),
    t: (key, values = {}) => {
      const message: Message = table[key];
      const form =
        typeof message === 'string' ? message : formFor(message, plural, Number(values['count'] ?? 0));
      return form.replace(/\{(\w+)\}/g, (hole, name: string) => {
        const value = values[name];
        return typeof value === 'number' ? number.format(value) : (value ?? hole);
      });
    },
    number: (value) => number.format(value),
    day: (moment) => day.format(new Date(moment)),
    minute: (moment) => `${minute.format(new Date(moment))} UTC`,
  };
}

const formFor = (forms: Exclude<Message, string>, plural: Intl.PluralRules, count: number): string =>
  forms[plural.select(count)] ?? forms.other ?? '';

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ku']);
/** The direction that a language is written in. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
