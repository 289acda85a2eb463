/**
 * Leaves out of a list what can be left out while it still fails: halves first, then less and less. Asks at most
 * `patience` times, so that what it returns fails, but may not be the least that does.
 */
export async function shrink<Value>(
  values: readonly Value[],
  fails: (values: readonly Value[]) => Promise<boolean>,
  patience = 200,
): Promise<Value[]> {
  let left = [...values];
  let asked = 0;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = left.length - size; from > -size; from -= size) {
      const without = left.toSpliced(Math.max(from, 0), size);
      if ((asked += 1) > patience) return left;
      if (without.length < left.length && (await fails(without))) left = without;
    }
  }
  return left;
}
