const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ku']);

/** The direction that a language is written in. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(new Intl.Locale(locale).language) ? 'rtl' : 'ltr';

/**
 * The tag among `known` whose words somebody of `wanted` reads: the very one, else one of the same language in the same script.
 * So `de-AT` and `pt-PT` find `de` and `pt-BR`, and `zh-TW` does not find `zh-CN`.
 */
export function readableAs(wanted: string, known: readonly string[]): string | undefined {
  const written = writing(wanted);
  return known.includes(wanted) ? wanted : known.find((tag) => writing(tag) === written);
}

function writing(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script ?? ''}`;
}

/**
 * The tag for dates and numbers: the Gregorian calendar everywhere, since the dates beside it on GitHub and in files are
 * Gregorian, and for Arabic the digits 0 to 9, which browsers would otherwise choose by country. A tag that asks for others
 * (`ar-u-nu-arab`, `th-u-ca-buddhist`) gets them.
 */
export function forFigures(locale: string): string {
  const asked = new Intl.Locale(locale);
  return new Intl.Locale(asked, {
    calendar: asked.calendar ?? 'gregory',
    ...(asked.language === 'ar' && { numberingSystem: asked.numberingSystem ?? 'latn' }),
  }).toString();
}

/** The plural forms that a language tells apart, in the order of their names in Unicode. */
export function pluralForms(locale: string): Intl.LDMLPluralRule[] {
  const told = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return ALL_FORMS.filter((form) => told.includes(form));
}

const ALL_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** Forms that one number alone has, so that its words need not show it: Arabic for 2 says "two requests" in one word. */
export function formsOfOneNumber(locale: string): Set<Intl.LDMLPluralRule> {
  const rules = new Intl.PluralRules(locale);
  const first = Array.from({ length: 1001 }, (_, count) => count);
  const counts = Map.groupBy(first, (count) => rules.select(count));
  return new Set([...counts].filter(([, those]) => those.length === 1).map(([form]) => form));
}
