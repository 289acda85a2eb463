/** A quarter of a year, `2026-Q4`: sorts as text. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** The quarter that a moment or a day lies in, in UTC. */
export function quarterOf(moment: string): Quarter {
  const date = new Date(moment);
  return named(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) + 1);
}

/** The quarter after one, or as many further as `by` says; before it where that is negative. */
export function later(quarter: Quarter, by = 1): Quarter {
  const { year, index } = partsOf(quarter);
  const place = year * 4 + index + by;
  return named(Math.floor(place / 4), (((place % 4) + 4) % 4) + 1);
}

/** All quarters from one to another, both included; none when the first is the later. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const [from, to] = [partsOf(first), partsOf(last)].map(({ year, index }) => year * 4 + index);
  const count = (to ?? 0) - (from ?? 0) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, step) => later(first, step));
}

/** The first day of a quarter, `2026-10-01`. */
export function startOf(quarter: Quarter): string {
  const { year, index } = partsOf(quarter);
  return `${year}-${String(index * 3 + 1).padStart(2, '0')}-01`;
}

/**
 * The quarter that somebody named: `2026-Q4`, `Q4 2026`, `2026-12`, `2026-12-31`; undefined for words that name none. A
 * year alone is no quarter.
 */
export function readQuarter(words: string): Quarter | undefined {
  const text = words.trim();
  const { year, quarter } =
    /^(?:(?<year>\d{4})[\s/-]*Q(?<quarter>[1-4]))$/i.exec(text)?.groups ??
    /^Q(?<quarter>[1-4])[\s/-]*(?<year>\d{4})$/i.exec(text)?.groups ??
    {};
  if (year && quarter) return named(Number(year), Number(quarter));
  const month = /^(\d{4})-(0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/.exec(text);
  return month ? named(Number(month[1]), Math.floor((Number(month[2]) - 1) / 3) + 1) : undefined;
}

/** The last day of what somebody named: of a quarter, of a month, or the day itself; undefined where `readQuarter` is. */
export function lastDayOf(words: string): string | undefined {
  const quarter = readQuarter(words);
  if (quarter === undefined) return undefined;
  const [year, month, day] =
    words
      .trim()
      .match(/^\d{4}-\d{2}(?:-\d{2})?$/)?.[0]
      .split('-')
      .map(Number) ?? [];
  const { year: ofQuarter, index } = partsOf(quarter);
  const end = new Date(Date.UTC(year ?? ofQuarter, month ?? (index + 1) * 3, 0));
  if (day !== undefined && day < end.getUTCDate()) end.setUTCDate(day);
  return end.toISOString().slice(0, 10);
}

const NUMBERS = [1, 2, 3, 4] as const;

function named(year: number, number: number): Quarter {
  const quarter = NUMBERS.find((one) => one === number);
  if (quarter === undefined) throw new RangeError(`a year has four quarters; got the ${number}th`);
  return `${year}-Q${quarter}`;
}

function partsOf(quarter: Quarter): { year: number; index: number } {
  const [year, number] = quarter.split('-Q');
  return { year: Number(year), index: Number(number) - 1 };
}
