import { describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import { feedFilesOf } from '../../../src/site/feed/feed-files.ts';
import { filesOf } from '../../../src/site/files/write.ts';
import { fromPackages, OWN } from '../../markdown/payloads.ts';
import { hostileSite, STAND } from './site.ts';
import { readXml } from './xml.ts';

/** Words of a setting or a title say something. */
const WORDS = [...OWN, ...fromPackages()].filter((words) => /\S/.test(words));

/** Which elements a file has, whatever its words are. */
const shapeOf = (text: string): string =>
  readXml(text)
    .elements.map(({ name, attributes }) => `${name}(${Object.keys(attributes).join(' ')})`)
    .join(' ');

const isXml = ({ path }: { path: string }): boolean => /\.(?:xml|svg)$/.test(path);
/** What depends on whether a tag has a name that an address can carry. */
const shapes = (words: string): [string, string][] =>
  [...filesOf(hostileSite(words), STAND)]
    .filter(isXml)
    .filter(({ path }) => !path.startsWith('tag/'))
    .map(({ path, text }) => [path, shapeOf(text)]);

describe('whatever people write', () => {
  const plain = shapes('a');

  test('all of these words are tried', () => expect(WORDS.length).toBeGreaterThan(550));

  test('a feed, a badge and a sitemap have the elements that they have for one plain letter', () => {
    expect(plain.map(([path]) => path)).toEqual(
      expect.arrayContaining(['feed.xml', 'rss.xml', 'badge/1.svg', 'sitemap.xml', 'feedback/1/feed.xml']),
    );
    for (const words of WORDS) expect([words, shapes(words)]).toEqual([words, plain]);
  });

  test('a JSON Feed is one', () => {
    for (const words of WORDS) {
      const feeds = [...feedFilesOf(hostileSite(words), STAND)].filter(({ path }) =>
        path.endsWith('feed.json'),
      );
      expect(feeds.length).toBeGreaterThan(3);
      for (const { path, text } of feeds) {
        expect([words, path, JSON_FEED.safeParse(JSON.parse(text)).error?.issues]).toEqual([
          words,
          path,
          undefined,
        ]);
      }
    }
  });

  test('the same site is the same bytes', () => {
    for (const words of WORDS.slice(0, 40)) {
      expect([...filesOf(hostileSite(words), STAND)]).toEqual([...filesOf(hostileSite(words), STAND)]);
    }
  });
});

/** https://www.jsonfeed.org/version/1.1/ */
const JSON_FEED = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  description: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  items: z.array(
    z
      .strictObject({
        id: z.string().min(1),
        url: z.url(),
        title: z.string(),
        date_published: z.iso.datetime(),
        content_html: z.string().optional(),
        content_text: z.string().optional(),
        summary: z.string().optional(),
      })
      .refine(({ content_html, content_text }) => content_html !== undefined || content_text !== undefined),
  ),
});
