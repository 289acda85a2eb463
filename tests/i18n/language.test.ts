import { describe, expect, test } from 'vitest';
import { forFigures, formsOfOneNumber, pluralForms } from '../../src/i18n/language.ts';
import { languageByLetters } from '../../src/i18n/script.ts';

test.each([
  ['en', 'en-u-ca-gregory'],
  ['th', 'th-u-ca-gregory'],
  ['fa', 'fa-u-ca-gregory'],
  ['ar', 'ar-u-ca-gregory-nu-latn'],
  ['th-u-ca-buddhist', 'th-u-ca-buddhist'],
  ['ar-u-nu-arab', 'ar-u-ca-gregory-nu-arab'],
])('dates and numbers of %s are those of %s', (locale, figures) => expect(forFigures(locale)).toBe(figures));

test.each([
  ['en', ['one', 'other']],
  ['fr', ['one', 'many', 'other']],
  ['ja', ['other']],
  ['ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
])('%s has the plural forms %j', (locale, forms) => expect(pluralForms(locale)).toEqual(forms));

test.each([
  ['en', ['one']],
  ['fr', []],
  ['ru', []],
  ['ar', ['zero', 'one', 'two']],
])('%s has words for one number alone in %j', (locale, forms) =>
  expect([...formsOfOneNumber(locale)]).toEqual(forms),
);

describe('letters tell the language', () => {
  test.each([
    ['ダークモードがほしい', 'ja'],
    ['設定画面でAPIキーを変更できるようにする', 'ja'],
    ['다크 모드를 지원해 주세요', 'ko'],
    ['Σκοτεινή λειτουργία', 'el'],
    ['โหมดมืด', 'th'],
    ['მუქი რეჟიმი', 'ka'],
    ['մուգ ռեժիմ', 'hy'],
  ])('of %s: %s', (text, language) => expect(languageByLetters(text)).toBe(language));

  test.each([
    'Dark mode',
    'Thème sombre',
    '深色模式',
    '希望支持深色模式（ダーク）以及更多的主题颜色设置选项',
    'الوضع الداكن',
    'Тёмная тема',
    'The button says 設定する but nothing happens when I click on it',
    'λ calculus in the editor',
    '👍 🎉',
    '',
  ])('only where it is certain: not of %j', (text) => expect(languageByLetters(text)).toBeUndefined());
});
