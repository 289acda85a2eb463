import type { OutputFile } from '../files/output-file.ts';
import type { Stand } from '../files/place.ts';
import type { Site } from '../site.ts';
import { atom } from './atom.ts';
import type { Feed } from './feed.ts';
import { feedsOf } from './feeds.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** A format that feeds come in. */
export interface FeedFormat {
  file: string;
  type: string;
  write: (feed: Feed) => string;
}

const ATOM: FeedFormat = { file: 'feed.xml', type: 'application/atom+xml', write: atom };
const ABSOLUTE: readonly FeedFormat[] = [
  { file: 'rss.xml', type: 'application/rss+xml', write: rss },
  { file: 'feed.json', type: 'application/feed+json', write: jsonFeed },
];

/** Formats of every feed: RSS and JSON Feed want absolute addresses, so they are made where the site's origin is known. */
export const feedFormats = ({ origin }: Pick<Stand, 'origin'>): readonly FeedFormat[] =>
  origin ? [ATOM, ...ABSOLUTE] : [ATOM];

/** All feeds as files, in each format. */
export function* feedFilesOf(site: Site, stand: Stand): Generator<OutputFile> {
  const formats = feedFormats(stand);
  for (const { path, feed } of feedsOf(site, stand)) {
    for (const { file, write } of formats)
      yield { path: path === '' ? file : `${path}/${file}`, text: write(feed) };
  }
}
