import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import en from '../../src/i18n/en.json' with { type: 'json' };
import { directionOf, messagesFor } from '../../src/i18n/messages.ts';

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

  test('have each a form for many, with the same holes in every form', () => {
    const holes = (text: string): string =>
      [...text.matchAll(/\{\w+\}/g)]
        .map(([hole]) => hole)
        .sort()
        .join(' ');
    for (const [key, message] of Object.entries(en)) {
      const forms = typeof message === 'string' ? { other: message } : message;
      expect(forms.other, key).toMatch(/\S/);
      expect(new Set(Object.values(forms).map(holes)).size, key).toBe(1);
    }
  });
});

describe('another language', () => {
  test('without a table has English words, with the plural of English', () => {
    const french = messagesFor('fr');
    expect(french.t('nav.board')).toBe('Board');
    expect(french.t('board.figures', { count: 0 })).toBe('0 requests');
    expect(messagesFor('ja').t('board.figures', { count: 1 })).toBe('1 request');
  });
  test('without a table is English throughout, and says so', () => {
    expect(messagesFor('ar')).toMatchObject({ locale: 'en', dir: 'ltr' });
    expect(messagesFor('de').number(1234567)).toBe('1,234,567');
    expect(messagesFor('en-GB').day('2026-11-22T23:30:00Z')).toBe('22 November 2026');
  });
  test('of a region is the language', () => expect(messagesFor('en-GB').t('nav.board')).toBe('Board'));
  test('that nobody knows is English, on every machine', () => {
    const script = `import { directionOf, messagesFor } from ${JSON.stringify(module)};
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
  test('is made once', () => expect(messagesFor('pt-BR')).toBe(messagesFor('pt-BR')));
});

test('moments are told in UTC, wherever the machine stands', () => {
  expect(day('2026-11-22T23:59:59Z')).toBe('November 22, 2026');
  expect(minute('2026-11-22T23:59:59Z')).toBe('November 22, 2026 at 11:59 PM UTC');
  expect(number(0)).toBe('0');
});
