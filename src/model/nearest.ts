/** Edits (insert, delete, replace, swap of neighbours) that turn one word into another; case is ignored. */
function editDistance(from: string, to: string): number {
  const a = [...from.toLowerCase()];
  const b = [...to.toLowerCase()];
  let beforeLast: number[] = [];
  let last = b.map((_, j) => j).concat(b.length);
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const replace = (last[j] ?? 0) + (letter === other ? 0 : 1);
      let best = Math.min(replace, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1);
      if (i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other) {
        best = Math.min(best, (beforeLast[j - 1] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? a.length;
}

/** The known word that somebody probably meant, or undefined when none is near (a third of its letters may differ). */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return ranked[0]?.candidate;
}
