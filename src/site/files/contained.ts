/**
 * Words that end in the direction they began in: what embeddings, overrides and isolates of writing direction (UAX #9) open
 * and do not close is closed. Nothing is taken away: some languages need them.
 */
export function contained(words: string): string {
  if (!/[\u202A-\u202E\u2066-\u2069]/.test(words)) return words;
  const open: string[] = [];
  for (const sign of words) {
    if (/[\u202A\u202B\u202D\u202E]/.test(sign)) open.push(POP);
    else if (/[\u2066-\u2068]/.test(sign)) open.push(POP_ISOLATE);
    else if (sign === POP && open.at(-1) === POP) open.pop();
    // The end of an isolate ends whatever was opened within it.
    else if (sign === POP_ISOLATE && open.includes(sign)) open.length = open.lastIndexOf(sign);
  }
  return words + open.toReversed().join('');
}

const [POP, POP_ISOLATE] = ['\u202C', '\u2069'];
