import { expect, test } from 'vitest';
import { speaker } from '../../src/client/worker/speak.ts';
import { forFigures } from '../../src/i18n/language.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { TABLES } from '../../src/i18n/tables.ts';

const COUNTS = [0, 1, 2, 3, 11, 21, 100, 1234, 2_000_000];

test.each(Object.keys(TABLES))('the board’s script speaks as its pages do: %s', (locale) => {
  const page = messagesFor(locale);
  const script = speaker(page.table, forFigures(locale));
  expect(COUNTS.map((count) => script.t('row.comments', count))).toEqual(
    COUNTS.map((count) => page.t('row.comments', { count })),
  );
  expect(script.number(1234567)).toBe(page.number(1234567));
  expect(script.day(20_779)).toBe(page.day('2026-11-22T12:00:00Z'));
});
