/** C0 and C1 controls (tab and newline stay), and the marks that let text pretend to run in another direction. */
const UNWANTED = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/**
 * Takes out of a text what no reader can see and some readers are fooled by: NUL and other controls, bidirectional
 * overrides (U+202A-202E, U+2066-2069), byte order marks, lone surrogates. Line ends become `\n`.
 */
export function clean(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNWANTED, '');
}
