/** An all-day event of a calendar. */
export interface CalendarEvent {
  /** Never changes, wherever the site moves. */
  uid: string;
  /** `2026-12-31`. */
  day: string;
  /** When what it tells of last changed: readers take the later of two. Never the clock's. */
  changedAt: string;
  title: string;
  text: string;
  url: string;
}

/** A calendar as iCalendar (RFC 5545). */
export function iCalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Milepost//Roadmap//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${calendarText(name)}`,
    `X-WR-CALNAME:${calendarText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const linesOf = ({ uid, day, changedAt, title, text, url }: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${calendarText(uid)}`,
  `DTSTAMP:${new Date(changedAt).toISOString().replace(/[-:]|\.\d+/g, '')}`,
  `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
  `SUMMARY:${calendarText(title)}`,
  ...(text === '' ? [] : [`DESCRIPTION:${calendarText(text)}`]),
  `URL:${url.replace(/[^\x21-\x7e]/g, encodeURIComponent)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** Words as a value: whole characters, none that a calendar does not have, and no line or list of their own. */
const calendarText = (words: string): string =>
  words
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** Octets of a line, without its end. */
const LONGEST = 75;

/** A line of more than 75 octets goes on in the next, after a space; between characters, never within one. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let length = 0;
  for (const sign of line) {
    const octets = Buffer.byteLength(sign);
    if (length + octets > LONGEST) {
      lines.push(current);
      current = ' ';
      length = 1;
    }
    current += sign;
    length += octets;
  }
  return [...lines, current].join('\r\n');
}
