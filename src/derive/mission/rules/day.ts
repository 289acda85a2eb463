const DAY = 86_400_000;

/** First and last day, as numbers, of a date that may be a month or a year; undefined where the calendar has none. */
export function spanOf(date: string): { first: number; last: number } | undefined {
  const [year = '', month, day] = date.split('-');
  const first = Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(first)) return undefined;
  const [years, months] = month === undefined ? [1, 0] : [0, 1];
  const { y, m } = { y: Number(year) + years, m: Number(month ?? 1) - 1 + months };
  const last = day === undefined ? Date.UTC(y, m, 0) : first;
  return { first: first / DAY, last: last / DAY };
}
