import type { OutputFile } from '../files/output-file.ts';
import type { Stand } from '../files/place.ts';
import type { Site } from '../site.ts';
import { atom } from './atom.ts';
import type { Feed } from './feed.ts';
import { feedsOf } from './feeds.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** Files of a feed: RSS and JSON Feed want absolute addresses, so they are made where the site's origin is known. */
export function filesOfFeed(feed: Feed, { origin }: Pick<Stand, 'origin'>): [name: string, text: string][] {
  const anywhere: [string, string][] = [['feed.xml', atom(feed)]];
  return origin ? [...anywhere, ['rss.xml', rss(feed)], ['feed.json', jsonFeed(feed)]] : anywhere;
}

/** All feeds as files. A single request has one file, or there would be thousands more. */
export function* feedFilesOf(site: Site, stand: Stand): Generator<OutputFile> {
  for (const { path, feed } of feedsOf(site, stand)) {
    const files = filesOfFeed(feed, path.startsWith('feedback/') ? { origin: undefined } : stand);
    for (const [name, text] of files) yield { path: path === '' ? name : `${path}/${name}`, text };
  }
}
