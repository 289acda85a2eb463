import { wordsOf } from '../search/words.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Runs of letters, marks and digits; `_` holds an identifier together. */
const RUN = /[\p{L}\p{M}\p{N}_]+/gu;
/** The same in English letters, which most texts are in and which are found three times faster. */
const ASCII_RUN = /\w+/g;
const ASCII = /^\p{ASCII}*$/u;
/** Numbers of builds, hashes and keys: too long to be anybody's word. */
const MACHINE_MADE = /^(?:\d{5,}|(?=.*\d)[0-9a-f]{8,}|\w{41,})$/i;
/** Where a part of an identifier ends: `scrollTo|Item`, `XML|Parser`, `snake_|case`. */
const SEAM = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+/;

/** Terms, by number: what texts are compared by. Each run of letters is looked at once, however often it comes. */
export class Lexicon {
  readonly #places = new Map<string, number>();
  readonly #known = new Map<string, readonly number[]>();
  readonly #shown: string[] = [];

  get size(): number {
    return this.#shown.length;
  }

  /** A term as somebody wrote it; `''` for a pair, whose words are terms themselves. */
  shown(term: number): string {
    return this.#shown[term] ?? '';
  }

  /** The terms of a text in its order: stems of its words, and identifiers whole as well as in parts. */
  read(text: string): number[] {
    const terms: number[] = [];
    for (const run of text.match(ASCII.test(text) ? ASCII_RUN : RUN) ?? [])
      for (const term of this.#termsOf(run)) terms.push(term);
    return terms;
  }

  /** Terms for each two neighbours, in whichever order: "dark mode" says more than "dark" and "mode". */
  pairs(terms: readonly number[]): number[] {
    return terms.slice(1).map((term, place) => {
      const before = terms[place] ?? term;
      return this.#place(`${Math.min(before, term)} ${Math.max(before, term)}`, '');
    });
  }

  #termsOf(run: string): readonly number[] {
    const known = this.#known.get(run);
    if (known) return known;
    const terms = ASCII.test(run)
      ? this.#asciiTerms(run)
      : wordsOf(run).map((word) => this.#place(stem(word), word));
    this.#known.set(run, terms);
    return terms;
  }

  #asciiTerms(run: string): number[] {
    if (MACHINE_MADE.test(run)) return [];
    const parts = run.split(SEAM).filter((part) => part !== '');
    const words = parts.map((part) => part.toLowerCase());
    const terms = words
      .filter((word) => word.length > 1 && !STOP_WORDS.has(word))
      .map((word) => this.#place(stem(word), word));
    return parts.length > 1 ? [this.#place(words.join(''), run), ...terms] : terms;
  }

  #place(term: string, shown: string): number {
    const place = this.#places.get(term) ?? this.#shown.length;
    if (place === this.#shown.length) {
      this.#places.set(term, place);
      this.#shown.push(shown);
    }
    return place;
  }
}
