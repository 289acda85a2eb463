/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** At least 0, below 1. */
  next: () => number;
  /** A whole number below `limit`. */
  below: (limit: number) => number;
  chance: (likelihood: number) => boolean;
  one: <Value>(values: readonly [Value, ...Value[]]) => Value;
}

/** Mulberry32, by Tommy Ettinger, in the public domain. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (likelihood) => next() < likelihood,
    one: (values) => values[below(values.length)] ?? values[0],
  };
}

/** The value at a share of the way through a list; undefined when it is empty. */
export const at = <Value>(values: readonly Value[], share: number): Value | undefined =>
  values[Math.min(Math.floor(share * values.length), values.length - 1)];
