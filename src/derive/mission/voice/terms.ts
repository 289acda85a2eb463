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

/** A word as it was met, and how often. */
interface Form {
  word: string;
  term: number;
  count: number;
}

/** Words by number: forms of one word share it, and it is shown in the form that is used most. */
export class Terms {
  readonly #places = new Map<string, number>();
  readonly #known = new Map<string, Form>();
  readonly #forms: Form[][] = [];
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
    const forms = this.#forms[term] ?? [];
    return forms.toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))[0]?.word ?? '';
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
    const form = this.#known.get(word) ?? this.#learn(word);
    form.count += 1;
    return form.term;
  }

  #learn(word: string): Form {
    const plain = word.replace(/['’](?:s|t|re|ve|ll|d|m)?$/, '');
    const form = { word, term: NOBODYS.test(plain) ? GAP : this.#place(plain), count: 0 };
    this.#forms[form.term]?.push(form);
    this.#known.set(word, form);
    return form;
  }

  #place(word: string): number {
    const key = isTelling(word) ? stem(word) : word;
    const place = this.#places.get(key) ?? this.#forms.length;
    if (place === this.#forms.length) {
      this.#places.set(key, place);
      this.#forms.push([]);
      this.#telling.push(isTelling(word));
    }
    return place;
  }
}
