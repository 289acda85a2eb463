import { marksIn, type Range } from '../derive/search/marks.ts';
import { buildVocabulary, type Vocabulary } from '../derive/search/vocabulary.ts';
import { type Findable, makeSearch, type Search } from '../derive/search/search.ts';
import { inSlices } from '../derive/search/slices.ts';
import { readTitles } from '../derive/search/titles-file.ts';
import { readWords } from '../derive/search/words-file.ts';
import type { SearchIndex } from '../site/search-index.ts';
import { type Speak, speaker } from './speak.ts';

/** All that the board needs to find and draw requests. */
export interface Found {
  requests: Findable;
  facts: SearchIndex;
  search: Search;
  marks: (text: string, query: string) => Range[];
  speak: Speak;
}

/** What is fetched in turn: titles on the first sign of interest, the rest when somebody asks for something. */
export class Finder {
  readonly #facts: string;
  readonly #locale: string;
  readonly #titles: Promise<{ requests: Findable; vocabulary: Vocabulary }>;
  #found: Promise<Found> | undefined;

  /** `facts` is the address of `search.json`; the other files stand beside it. */
  constructor(facts: string, locale: string) {
    this.#facts = facts;
    this.#locale = locale;
    this.#titles = readAll(facts);
    this.#titles.catch(() => undefined);
  }

  /** Titles with the facts to draw them. `onMore` hears when words of tags and texts can be found too. */
  found(onMore: () => void): Promise<Found> {
    this.#found ??= this.#load(onMore);
    return this.#found;
  }

  async #load(onMore: () => void): Promise<Found> {
    const [{ requests, vocabulary }, answer] = await Promise.all([this.#titles, get(this.#facts)]);
    const facts: SearchIndex = await answer.json();
    const speak = speaker(facts.words, this.#locale);
    const found: Found = { requests, facts, speak, marks: marksIn, search: makeSearch(requests, vocabulary) };
    // Without this file titles and numbers are found, and tags and texts are not: no reason to fail.
    void readOthers(this.#facts, requests.titles.length).then(
      (others) => {
        found.search = makeSearch(requests, vocabulary, others);
        onMore();
      },
      () => undefined,
    );
    return found;
  }
}

async function readAll(facts: string): Promise<{ requests: Findable; vocabulary: Vocabulary }> {
  const text = await (await get(beside(facts, 'search.txt'))).text();
  const requests = await inSlices(readTitles(text), idle);
  return { requests, vocabulary: await inSlices(buildVocabulary(requests.titles), idle) };
}

async function readOthers(facts: string, size: number): Promise<Vocabulary> {
  const text = await (await get(beside(facts, 'search-words.txt'))).text();
  return inSlices(readWords(text, size), idle);
}

const beside = (address: string, name: string): string => address.replace(/search\.json$/, name);

async function get(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer;
}

/** Lets the browser draw and take input first. */
const idle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
