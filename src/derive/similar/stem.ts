/** Endings that make a word of another kind from a stem, longest first, with what stays of them. */
const ENDINGS: readonly (readonly [ending: RegExp, stays: string])[] = [
  [/[iy][sz]ation$/, ''],
  [/(?<=[^aeiou])ation$/, ''],
  [/ality$/, 'al'],
  [/ition$/, 'it'],
  [/(?:ness|ment|[ai]ble|ally)$/, ''],
  [/(?:ion|ity|ive|i[sz]e|ful)$/, ''],
  [/(?<=[^aeiou])ate$/, ''],
  [/(?:er|or|ly|al)$/, ''],
];
/** Letters that have to stay before an ending: `nation` is not `n`-. */
const SHORTEST = 3;
const VOWEL = /[aeiouy]/;

/**
 * The part of an English word that its forms share: `scrolls`, `scrolling`, `scrollable` are `scroll`. It errs on the side of
 * joining, since a word that is joined wrongly is one of many, and one that is not joined is not found. Words of other
 * languages, short words and words with digits mostly stay as they are.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return withoutLast(withoutEnding(withoutTense(withoutPlural(word))));
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  const ending = word.endsWith('ing') ? 'ing' : word.endsWith('ed') && !word.endsWith('eed') ? 'ed' : '';
  const head = word.slice(0, word.length - ending.length);
  if (ending === '' || head.length < 2 || !VOWEL.test(head)) return word;
  // "animating" was "animate" and "dragging" was "drag", but "pressing" was "press".
  if (/(?:[^aeiou]at|i[sz])$/.test(head)) return `${head}e`;
  return /([^aeioulsz])\1$/.test(head) ? head.slice(0, -1) : head;
}

function withoutEnding(word: string): string {
  for (const [ending, stays] of ENDINGS) {
    const at = word.search(ending);
    if (at >= SHORTEST) return word.slice(0, at) + stays;
  }
  return word;
}

/** `move` and `mov`-, `category` and `categori`-: the last letter that changes with the form. */
function withoutLast(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('e')) return word.slice(0, -1);
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word;
}
