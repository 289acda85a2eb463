import { isActive, isCanonical } from '../derive/requests.ts';
import { tellingWords } from '../derive/search/telling-words.ts';
import { compareIdsInFile, writeTitles } from '../derive/search/titles-file.ts';
import { writeWords } from '../derive/search/words-file.ts';
import { type Message, messagesFor } from '../i18n/messages.ts';
import type { Site, SiteRequest } from './site.ts';
import { textLanguage } from './text-language.ts';

/**
 * What the board's script filters, sorts and draws requests by: columns, since they compress best, in the order of the titles
 * file. Titles, ids and people stand there, so that a search can begin before this has come.
 */
export interface SearchIndex {
  words: Record<string, Message>;
  statuses: { id: string; name: string; kind: string }[];
  tags: { name: string; slug: string }[];
  /** Place in `statuses`. */
  status: number[];
  active: (0 | 1)[];
  heard: number[];
  comments: number[];
  merged: number[];
  /** Days since 1970-01-01. */
  created: number[];
  /** 0 where nothing has moved since that day. */
  moved: number[];
  /** What "trending" sorts by. */
  trend: number[];
  /** Places in `tags`. */
  tagged: number[][];
  /** Languages of titles, as in `lang`; the first, empty, is the page's. */
  languages: string[];
  /** Place in `languages`. */
  language: number[];
}

const WORDS = [
  'people',
  'heard',
  'row.heard',
  'row.comments',
  'row.merged',
  'row.opened',
  'row.moved',
  'board.found',
  'board.none',
  'board.hidden',
  'board.allEnded',
  'suggest.found',
] as const;

/** Facts of all canonical requests. */
export function searchIndex(site: Site): SearchIndex {
  const requests = searchable(site);
  const { statuses } = site.settings;
  const { table } = messagesFor(site.settings.locale);
  const places = new Map(site.tags.map(({ name }, place) => [name, place]));
  const written = requests.map(({ item }) => textLanguage(site.settings, item, item.title) ?? '');
  const languages = [...new Set(['', ...written])];
  return {
    words: Object.fromEntries(WORDS.map((key) => [key, table[key]])),
    statuses: statuses.map(({ id, name, kind }) => ({ id, name, kind })),
    tags: site.tags.map(({ name, slug }) => ({ name, slug })),
    status: requests.map(({ status }) => statuses.indexOf(status)),
    active: requests.map((request) => (isActive(request) ? 1 : 0)),
    heard: requests.map(({ demand }) => demand.heard),
    comments: requests.map(({ comments }) => comments),
    merged: requests.map(({ merged }) => merged.length),
    created: requests.map(({ item }) => daysSince1970(item.createdAt)),
    moved: requests.map(({ item, movedAt }) =>
      movedAt.slice(0, 10) > item.createdAt.slice(0, 10) ? daysSince1970(movedAt) : 0,
    ),
    trend: requests.map(({ trend }) => trend.score),
    tagged: requests.map(({ item }) => item.tags.flatMap((tag) => places.get(tag) ?? [])),
    languages,
    language: written.map((language) => languages.indexOf(language)),
  };
}

/** Titles, ids and people of all canonical requests, as `readTitles` reads them. */
export function titlesFile(site: Site): string {
  const requests = searchable(site);
  return writeTitles({
    ids: requests.map(({ item }) => item.id),
    titles: requests.map(({ item }) => item.title),
    people: requests.map(({ demand }) => demand.people),
  });
}

/** Words of tags and excerpts, as `readWords` reads them. */
export function wordsFile(site: Site): string {
  const items = searchable(site).map(({ item }) => item);
  return writeWords(
    tellingWords(
      items.map(({ title }) => title),
      items.map(({ excerpt }) => excerpt),
      items.map(({ tags }) => tags),
    ),
  );
}

/** Canonical requests in the order of the search's files. */
const searchable = (site: Site): SiteRequest[] =>
  site.requests.filter(isCanonical).sort((a, b) => compareIdsInFile(a.item.id, b.item.id));

const daysSince1970 = (moment: string): number => Math.floor(Date.parse(moment) / 86_400_000);
