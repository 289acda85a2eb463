import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { directionOf } from '../../src/i18n/language.ts';
import { messagesFor, useOwnWords } from '../../src/i18n/messages.ts';

const module = new URL('../../src/i18n/messages.ts', import.meta.url).href;
const { t, number, day, minute } = messagesFor('en');

describe('words', () => {
  test.each([
    [0, '0 requests'],
    [1, '1 request'],
    [2, '2 requests'],
    [1234567, '1,234,567 requests'],
  ])('have the plural of %i', (count, words) => expect(t('board.figures', { count })).toBe(words));

  test('of parts have the plural of all of them, and say how many are done', () => {
    expect(t('item.parts', { done: 3, count: 7 })).toBe('3 of 7 parts done');
    expect(t('item.parts', { done: 0, count: 1 })).toBe('0 of 1 part done');
  });

  test('have their holes filled, as often as they stand there', () =>
    expect(t('pager.page', { page: 1234, last: 'all' })).toBe('Page 1,234 of all'));
  test('show a hole that nobody filled', () => expect(t('tag.title')).toBe('Tagged {tag}'));
  test('take a value as it is, whatever stands in it', () =>
    expect(t('tag.title', { tag: '{tag} $& $1 <b>' })).toBe('Tagged {tag} $& $1 <b>'));
});

describe('another language', () => {
  test.each([
    ['de', 1, '1 Wunsch'],
    ['fr', 0, '0 demande'],
    ['fr', 2_000_000, '2\u202f000\u202f000 de demandes'],
    ['es', 1_000_000, '1.000.000 de peticiones'],
    ['pt-BR', 1, '1 pedido'],
    ['ja', 1, '要望 1 件'],
    ['zh-CN', 1234, '1,234 个需求'],
    ['ar', 0, 'لا طلبات'],
    ['ar', 1, 'طلب واحد'],
    ['ar', 2, 'طلبان'],
    ['ar', 3, '3 طلبات'],
    ['ar', 10, '10 طلبات'],
    ['ar', 11, '11 طلبًا'],
    ['ar', 99, '99 طلبًا'],
    ['ar', 100, '100 طلب'],
    ['ar', 103, '103 طلبات'],
  ])('%s has its own plural of %i', (locale, count, words) =>
    expect(messagesFor(locale).t('board.figures', { count })).toBe(words),
  );

  test('without a table has English words, with the plural of English', () => {
    const dutch = messagesFor('nl');
    expect(dutch.t('nav.board')).toBe('Board');
    expect(dutch.t('board.figures', { count: 0 })).toBe('0 requests');
    expect(messagesFor('ko').t('board.figures', { count: 1 })).toBe('1 request');
  });
  test('without a table is English throughout, and says so', () => {
    expect(messagesFor('he')).toMatchObject({ locale: 'en', dir: 'ltr' });
    expect(messagesFor('nl').number(1234567)).toBe('1,234,567');
    expect(messagesFor('en-GB').day('2026-11-22T23:30:00Z')).toBe('22 November 2026');
  });
  test('that its people read stands in for a table of its own; another script does not', () => {
    expect(messagesFor('de-AT').t('people', { count: 2 })).toBe('Personen');
    expect(messagesFor('pt-PT').t('nav.mission')).toBe('Missão');
    expect(messagesFor('zh-SG').t('nav.mission')).toBe('使命');
    expect(messagesFor('zh-TW').t('nav.mission')).toBe('Mission');
  });
  test('from right to left is marked so, with Western digits unless its tag asks for others', () => {
    const arabic = messagesFor('ar');
    expect(arabic).toMatchObject({ locale: 'ar', dir: 'rtl' });
    expect(arabic.number(1234567)).toBe('1,234,567');
    expect(messagesFor('ar-EG').day('2026-11-22')).toBe('22 نوفمبر 2026');
    expect(messagesFor('ar-u-nu-arab').number(1234567)).toBe('١٬٢٣٤٬٥٦٧');
  });
  test('of a region is the language', () => expect(messagesFor('en-GB').t('nav.board')).toBe('Board'));
  test('that nobody knows is English, on every machine', () => {
    const script = `import { messagesFor } from ${JSON.stringify(module)};
      const { t, day, number } = messagesFor('xx');
      console.log([new Intl.NumberFormat().format(0.5), t('board.figures', { count: 1 }), day('2026-11-22T00:00:00Z'), number(1234.5)].join('; '));`;
    const env = { ...process.env, LC_ALL: 'de_DE.UTF-8' };
    const german = execFileSync(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], {
      encoding: 'utf8',
      env,
    });
    expect(german).toBe('0,5; 1 request; November 22, 2026; 1,234.5\n');
  });
  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['en', 'ltr'],
    ['de-AT', 'ltr'],
    ['ja', 'ltr'],
  ])('%s runs %s', (locale, dir) => expect(directionOf(locale)).toBe(dir));
  test('says a site’s own words, in the plural of that language, and English ones for the rest', () => {
    useOwnWords('nl', { people: { one: 'mens', other: 'mensen' } });
    const dutch = messagesFor('nl');
    expect(dutch).toMatchObject({ locale: 'nl', dir: 'ltr' });
    expect(dutch.t('people', { count: 2 })).toBe('mensen');
    expect(dutch.t('board.figures', { count: 1234 })).toBe('1.234 requests');
    expect(dutch.table.people).toEqual({ one: 'mens', other: 'mensen' });
    useOwnWords('nl', {});
    expect(messagesFor('nl')).toMatchObject({ locale: 'en' });
  });
  test('falls back to English in the plural of English', () => {
    useOwnWords('ru', { 'nav.board': 'Доска' });
    expect(messagesFor('ru').t('board.figures', { count: 21 })).toBe('21 requests');
    useOwnWords('ru', {});
  });
  test('is made once', () => expect(messagesFor('pt-BR')).toBe(messagesFor('pt-BR')));
});

test('moments are told in UTC, wherever the machine stands', () => {
  expect(day('2026-11-22T23:59:59Z')).toBe('November 22, 2026');
  expect(minute('2026-11-22T23:59:59Z')).toBe('November 22, 2026 at 11:59 PM UTC');
  expect(number(0)).toBe('0');
});
