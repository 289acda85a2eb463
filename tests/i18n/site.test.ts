import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../src/i18n/messages.ts';
import { parseSettings } from '../../src/model/parse.ts';
import type { Settings } from '../../src/model/settings.ts';
import { localise } from '../../src/site/localise.ts';
import { textLanguage } from '../../src/site/text-language.ts';

const settingsOf = (yaml: string): Settings => {
  const { value } = parseSettings(yaml, 'milepost.yml');
  if (!value) throw new Error('these settings are wrong');
  return value;
};

describe('settings on a German site', () => {
  test('say Milepost’s own words in German', () => {
    const { tagline, statuses, horizons, changelog } = localise(settingsOf('locale: de'), messagesFor('de'));
    expect(tagline).toBe('Was gewünscht wird, was geplant ist, was erschienen ist.');
    expect([...statuses, ...horizons, ...changelog.groups].map(({ name }) => name)).toEqual([
      ...['Offen', 'In Prüfung', 'Geplant', 'In Arbeit', 'Geschlossen, nicht belegt', 'Veröffentlicht'],
      ...['Abgelehnt', 'Jetzt', 'Als Nächstes', 'Später', 'Neu', 'Verbessert', 'Behoben'],
    ]);
    expect(statuses[0]?.description).toBe('Gehört und offen für weitere Stimmen.');
  });

  test('leave what somebody wrote as it is', () => {
    const own = 'tagline: Ours\nstatuses: [{ id: open, name: Inbox, kind: open, description: New. }]\n';
    const { tagline, statuses } = settingsOf(own);
    expect(localise(settingsOf(own), messagesFor('de'))).toMatchObject({ tagline, statuses });
  });
});

describe('the language of a text', () => {
  const page = { locale: 'de', contentLocale: 'en' };
  test('is what its file says', () => expect(textLanguage(page, { lang: 'fr' }, 'ダークモード')).toBe('fr'));
  test('else what its letters say', () => expect(textLanguage(page, {}, 'ダークモード')).toBe('ja'));
  test('else what the settings say', () => expect(textLanguage(page, {}, 'Dark mode')).toBe('en'));
  test('is not marked where nobody knows it', () =>
    expect(textLanguage({ locale: 'de', contentLocale: undefined }, {}, 'Dark mode')).toBeUndefined());
  test('is not marked where the page is in it', () =>
    expect(textLanguage(page, { lang: 'de' }, 'Dunkler Modus')).toBeUndefined());
});
