import { type Request } from '../requests.ts';

/** Quarters that are looked back on, the running one included. */
const QUARTERS = 4;

/** `2026-Q4`, of a moment or a day. */
export const quarterOf = (moment: string): string =>
  `${moment.slice(0, 4)}-Q${Math.ceil(Number(moment.slice(5, 7)) / 3)}`;

/** The last quarters up to that of `today`, oldest first. */
export function lastQuarters(today: string): string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return Array.from({ length: QUARTERS }, (_, place) => {
    const first = new Date(Date.UTC(year, month - 1 - 3 * (QUARTERS - 1 - place), 1));
    return quarterOf(first.toISOString());
  });
}

/** When a request shipped; undefined when it has not. */
export const shippedAt = ({ item, status, movedAt }: Request): string | undefined =>
  status.kind === 'shipped' ? (item.shippedAt ?? movedAt) : undefined;
