import { expect, test } from 'vitest';
import { lastDayOf } from '../../../src/derive/quarters.ts';
import { calendarOf } from '../../../src/site/files/calendar.ts';
import { iCalendar } from '../../../src/site/files/ical.ts';
import { placeOf } from '../../../src/site/files/place.ts';
import { fromPackages, OWN } from '../../markdown/payloads.ts';
import { hostileSite, siteOf, STAND, textOf } from './site.ts';

const calendar = (site: Parameters<typeof calendarOf>[0]): string =>
  textOf(calendarOf(site, placeOf(STAND)), 'calendar.ics');

const SITE = siteOf({
  items: {
    '1': { title: 'Dark mode', status: 'planned', repo: 'octo/app', milestone: 'Winter' },
    '2': { title: 'Export', status: 'in-progress', eta: 'Q1 2027' },
    '3': { title: 'Done', status: 'shipped', eta: '2026-Q3' },
    '4': { title: 'Some day', status: 'planned', eta: 'when it is ready' },
  },
  entries: {
    v2: {
      title: 'Two; and more',
      version: 'v2',
      summary: 'Faster,\nsmaller.',
      publishedAt: '2026-10-05T07:00:00Z',
    },
    next: { title: 'Next', version: 'unreleased' },
  },
  milestones: [{ repo: 'octo/app', number: 7, title: 'winter', due: '2026-12-31', firstDue: undefined }],
});

test('releases, milestones and targets are days, the earliest first', () => {
  expect(calendar(SITE).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Milepost//Roadmap//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:App',
    'X-WR-CALNAME:App',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'BEGIN:VEVENT',
    'UID:milepost:octo/app/changelog/v2',
    'DTSTAMP:20261005T070000Z',
    'DTSTART;VALUE=DATE:20261005',
    'SUMMARY:App: Two\\; and more',
    'DESCRIPTION:Faster\\,\\nsmaller.',
    'URL:https://octo.github.io/app/changelog/v2/',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:milepost:octo/app/milestone/octo/app/7',
    'DTSTAMP:20260101T000000Z',
    'DTSTART;VALUE=DATE:20261231',
    'SUMMARY:App: Target: winter',
    'DESCRIPTION:- Dark mode',
    'URL:https://octo.github.io/app/roadmap/timeline/',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:milepost:octo/app/feedback/2/target',
    'DTSTAMP:20260101T000000Z',
    'DTSTART;VALUE=DATE:20270331',
    'SUMMARY:App: Target: Export',
    'DESCRIPTION:In progress. What we intend\\, not what we promise. Plans move\\;',
    '  when they do\\, it says so here.',
    'URL:https://octo.github.io/app/feedback/2/',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('a later sync that brings nothing new changes no byte', () => {
  const later = siteOf({
    entries: { v1: { publishedAt: '2026-10-05T07:00:00Z' } },
    syncedAt: '2027-01-01T00:00:00Z',
  });
  const earlier = siteOf({ entries: { v1: { publishedAt: '2026-10-05T07:00:00Z' } } });
  expect(calendar(later)).toBe(calendar(earlier));
});

test.each([
  ['Q1 2027', '2027-03-31'],
  ['2026-Q4', '2026-12-31'],
  ['2028-02', '2028-02-29'],
  ['2026-11-05', '2026-11-05'],
  ['2026-02-31', '2026-02-28'],
  ['2027', undefined],
  ['soon', undefined],
])('the last day of "%s" is %s', (words, day) => expect(lastDayOf(words)).toBe(day));

test('whatever people write, every line is one of ours, short enough and whole', () => {
  const namesOf = (text: string): string[] =>
    text
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .map((line) => line.split(/[:;]/)[0] ?? '');
  const plain = namesOf(calendar(hostileSite('a')));
  expect(plain.filter((name) => name === 'BEGIN')).toHaveLength(4);
  for (const words of [...OWN, ...fromPackages(), 'a\r\nBEGIN:VALARM', 'a\u2028b\u0085c', 'é'.repeat(200)]) {
    if (!/\S/.test(words)) continue;
    const text = calendar(hostileSite(words));
    const lines = text.split('\r\n');
    expect([words, namesOf(text)]).toEqual([words, plain]);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[^\P{Cc}\t]/u);
    expect(text.isWellFormed()).toBe(true);
  }
});

test('a line is cut between characters, not within one', () => {
  const text = iCalendar('😀'.repeat(40), []);
  expect(text).toContain(`NAME:${'😀'.repeat(17)}\r\n ${'😀'.repeat(18)}\r\n ${'😀'.repeat(5)}\r\n`);
});
