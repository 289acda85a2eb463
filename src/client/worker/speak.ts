import type { SearchIndex } from '../../site/search-index.ts';

/** The interface's words, numbers and dates, as the page's server side says them. */
export interface Speak {
  t: (key: string, count?: number) => string;
  number: (value: number) => string;
  /** A day, counted since 1970-01-01, in words. */
  day: (days: number) => string;
}

/** Makes a speaker of a language, as `forFigures` names it, from the words in the search index. */
export function speaker(words: SearchIndex['words'], locale: string): Speak {
  const numbers = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    t: (key, count = 0) => {
      const message = words[key] ?? key;
      const form =
        typeof message === 'string' ? message : (message[plural.select(count)] ?? message.other ?? '');
      return form.replace('{count}', numbers.format(count));
    },
    number: (value) => numbers.format(value),
    day: (value) => days.format(value * 86_400_000),
  };
}
