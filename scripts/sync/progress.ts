const number = new Intl.NumberFormat('en');

/** One line for a terminal: `sync octo/app: 1,250 of 6,589 issues, 230 a second, 23 s left`. `elapsed` is in milliseconds. */
export function progressLine(what: string, done: number, total: number, elapsed: number): string {
  const rate = (done / Math.max(elapsed, 1)) * 1000;
  const left = rate > 0 ? Math.ceil(Math.max(total - done, 0) / rate) : 0;
  const time = left < 120 ? `${left} s` : `${Math.ceil(left / 60)} min`;
  return `${what}: ${number.format(done)} of ${number.format(total)} issues, ${number.format(Math.round(rate))} a second, ${time} left`;
}
