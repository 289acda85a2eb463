const WORDS = new Intl.Segmenter('und', { granularity: 'word' });
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Shortens a text to at most `max` UTF-16 code units, "…" included, between two words of whatever language: Chinese and
 * Japanese, which have no spaces, are told apart by `Intl.Segmenter`. A word that is too long is cut between characters.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  const word = WORDS.segment(text).containing(end)?.index ?? end;
  const kept = text.slice(0, word).trimEnd();
  if (kept.length >= max / 2) return `${kept}…`;
  return `${text.slice(0, CHARACTERS.segment(text).containing(end)?.index ?? end).trimEnd()}…`;
}
