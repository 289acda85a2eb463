import { z } from 'astro/zod';

/** A language tag that `Intl` knows what to do with: `en`, `pt-BR`. */
export const languageTag = z.string().refine(isLanguage, { error: 'a language tag, such as en or pt-BR' });

/** `Intl` throws for tags that are none. */
function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
