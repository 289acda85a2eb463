import { BrokenIndex } from '../../derive/search/broken-index.ts';
import { makeSearch, type Findable, type Search } from '../../derive/search/search.ts';
import { readTitles } from '../../derive/search/titles-file.ts';
import { buildVocabulary } from '../../derive/search/vocabulary.ts';
import { readWords } from '../../derive/search/words-file.ts';
import type { SearchIndex } from '../../site/search-index.ts';
import { type Speak, speaker } from './speak.ts';

/** All that is needed to find requests and to say what a row shows of each. */
export interface Library {
  requests: Findable;
  facts: SearchIndex;
  search: Search;
  speak: Speak;
}

/** Gives the library; it fails as long as its files cannot be had. */
export type Shelf = () => Promise<Library>;

/**
 * Fetches titles at once and the rest when somebody asks for something. `index` is the whole address of `search.json`, and
 * the other files stand beside it; `onMore` hears when words of tags and texts can be found too.
 */
export function openShelf(index: string, locale: string, onMore: () => void): Shelf {
  // Files of two versions of the site do not fit together, so none comes from the browser's cache unasked.
  const get = async (name: string): Promise<string> => {
    const answer = await fetch(new URL(name, index), { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
    return answer.text();
  };
  const titles = get('search.txt').then((text) => {
    const requests = readTitles(text);
    return { requests, vocabulary: buildVocabulary(requests.titles) };
  });
  titles.catch(reportError);
  const load = async (): Promise<Library> => {
    const [{ requests, vocabulary }, text] = await Promise.all([titles, get('search.json')]);
    const facts: SearchIndex = JSON.parse(text);
    if (facts.status.length !== requests.ids.length)
      throw new BrokenIndex('search.json', `${requests.ids.length} requests`, `${facts.status.length}`);
    const search = makeSearch(requests, vocabulary);
    const library: Library = { requests, facts, search, speak: speaker(facts.words, locale) };
    const addWords = (text: string): void => {
      library.search = makeSearch(requests, vocabulary, readWords(text, requests.ids.length));
      onMore();
    };
    // Without this file titles and numbers are found, and tags and texts are not: no reason to fail.
    get('search-words.txt')
      .then(addWords)
      .catch(() => undefined);
    return library;
  };
  let library: Promise<Library> | undefined;
  return () => (library ??= load());
}
