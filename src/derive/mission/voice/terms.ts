import { stem } from '../../similar/stem.ts';
import { isTelling } from './asking-words.ts';

const ASCII = /^[\x20-\x7E‘’…]*$/;
const RUN = /[a-z\d_]+(?:['’][a-z]+)?/g;
/** What ends a phrase though a line goes on. */
const SEAM = /[.,;:!?()[\]{}<>|/\\"“”*#=+~^`$%&…]+|\s[–—-]+\s|\r?\n/;
/** Numbers, hashes, keys and single letters. */
const NOBODYS = /^(?:[\d_]+|.|(?=.*\d)[0-9a-f]{8,}|.{31,})$/u;
/** Stands where a phrase ends. */
export const GAP = -1;

/** Words by number: forms of one word share it, and it is shown in the form that is used most. */
export class Terms {
  readonly #places = new Map<string, number>();
  readonly #known = new Map<string, number>();
  readonly #forms: Map<string, number>[] = [];
  readonly #telling: boolean[] = [];
  readonly #segmenter: Intl.Segmenter;

  /** `locale` says how text in other letters than English ones is parted. */
  constructor(locale: string) {
    this.#segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  }

  get size(): number {
    return this.#forms.length;
  }

  isTelling(term: number): boolean {
    return this.#telling[term] ?? false;
  }

  /** The form that was met most often, of equals the first by letter. */
  shown(term: number): string {
    const forms = [...(this.#forms[term] ?? [])];
    return forms.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? '';
  }

  /** The words of a text in its order, with gaps where no phrase goes on. */
  read(text: string): number[] {
    const terms: number[] = [];
    for (const part of text.toLowerCase().split(SEAM)) {
      for (const word of this.#wordsOf(part)) terms.push(this.#read(word));
      terms.push(GAP);
    }
    return terms;
  }

  #wordsOf(part: string): readonly string[] {
    if (ASCII.test(part)) return part.match(RUN) ?? [];
    return [...this.#segmenter.segment(part)].flatMap(({ segment, isWordLike }) =>
      isWordLike ? [segment] : [],
    );
  }

  #read(word: string): number {
    const term = this.#known.get(word) ?? this.#learn(word);
    const forms = this.#forms[term];
    forms?.set(word, (forms.get(word) ?? 0) + 1);
    return term;
  }

  #learn(word: string): number {
    const plain = word.replace(/['’](?:s|t|re|ve|ll|d|m)?$/, '');
    const term = NOBODYS.test(plain) ? GAP : this.#place(plain);
    this.#known.set(word, term);
    return term;
  }

  #place(word: string): number {
    const key = isTelling(word) ? stem(word) : word;
    const place = this.#places.get(key) ?? this.#forms.length;
    if (place === this.#forms.length) {
      this.#places.set(key, place);
      this.#forms.push(new Map());
      this.#telling.push(isTelling(word));
    }
    return place;
  }
}
