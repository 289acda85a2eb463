import { tellingWords } from '../../src/derive/search/telling-words.ts';
import { writeTitles } from '../../src/derive/search/titles-file.ts';
import { writeWords } from '../../src/derive/search/words-file.ts';
import type { SearchIndex } from '../../src/site/search-index.ts';
import type { Corpus } from './search-corpus.ts';

/** The files that the board's script fetches, for requests that are all open: by their names, beside one another. */
export function indexFiles(corpus: Corpus): Record<string, string> {
  const { ids, titles, excerpts, tags } = corpus;
  const names = [...new Set(tags.flat())];
  const column = (value: (place: number) => number): number[] => ids.map((_, place) => value(place));
  const facts: SearchIndex = {
    words: { people: 'people', 'board.found': '{count} found', 'board.none': 'none' },
    statuses: [{ id: 'open', name: 'Open', kind: 'open' }],
    tags: names.map((name) => ({ name, slug: name })),
    status: column(() => 0),
    active: ids.map(() => 1),
    heard: column(() => 0),
    comments: column((place) => place % 7),
    merged: column(() => 0),
    created: column((place) => 18_000 + (place % 2000)),
    moved: column((place) => 18_000 + (place % 2500)),
    trend: column((place) => place % 50),
    tagged: tags.map((own) => own.map((name) => names.indexOf(name))),
    languages: [''],
    language: column(() => 0),
  };
  return {
    'search.json': JSON.stringify(facts),
    'search.txt': writeTitles(corpus),
    'search-words.txt': writeWords(tellingWords(titles, excerpts, tags)),
  };
}
