import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../../content/files.ts';
import type { Site } from '../site.ts';
import { atom } from './atom.ts';
import type { Feed } from './feed.ts';
import { feedsOf, type Stand } from './feeds.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** Files of a feed: RSS and JSON Feed want absolute addresses, so they are made where the site's origin is known. */
export function filesOfFeed(feed: Feed, { origin }: Pick<Stand, 'origin'>): [name: string, text: string][] {
  const anywhere: [string, string][] = [['feed.xml', atom(feed)]];
  return origin ? [...anywhere, ['rss.xml', rss(feed)], ['feed.json', jsonFeed(feed)]] : anywhere;
}

/** Writes all feeds where they changed; answers their paths. A single request has one file, or there would be thousands more. */
export async function writeFeeds(outDir: string, site: Site, stand: Stand): Promise<string[]> {
  const paths: string[] = [];
  for (const { path, feed } of feedsOf(site, stand)) {
    const folder = join(outDir, path);
    const files = filesOfFeed(feed, path.startsWith('feedback/') ? { origin: undefined } : stand);
    await mkdir(folder, { recursive: true });
    for (const [name, text] of files) {
      const file = join(folder, name);
      if ((await readText(file)) !== text) await writeFile(file, text);
      paths.push(file);
    }
  }
  return paths;
}
