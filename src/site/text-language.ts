import { messagesFor } from '../i18n/messages.ts';
import { languageByLetters } from '../i18n/script.ts';
import type { FeedbackItem } from '../model/item.ts';
import type { Settings } from '../model/settings.ts';

/**
 * The language of something that people wrote, for a `lang` attribute: what its file says (`{}` where it has none of its own),
 * else what its letters leave no doubt of, else the settings' `contentLocale`. Undefined where nobody knows, and where the page is
 * in it anyway.
 */
export function textLanguage(
  { locale, contentLocale }: Pick<Settings, 'locale' | 'contentLocale'>,
  { lang }: Pick<FeedbackItem, 'lang'>,
  text: string,
): string | undefined {
  const language = lang ?? languageByLetters(text) ?? contentLocale;
  return language === messagesFor(locale).locale ? undefined : language;
}
