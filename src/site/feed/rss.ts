import { type Feed, type FeedEntry, xmlText } from './feed.ts';

/** A feed as RSS 2.0, which wants absolute addresses. */
export function rss({ title, description, home, folder, language, updated, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
    '<channel>',
    `<title>${xmlText(title)}</title>`,
    `<link>${xmlText(home)}</link>`,
    `<description>${xmlText(description)}</description>`,
    `<language>${xmlText(language)}</language>`,
    `<lastBuildDate>${dateOf(updated)}</lastBuildDate>`,
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(folder)}rss.xml"/>`,
    ...entries.map(itemOf),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

const itemOf = ({ id, url, title, at, text, html }: FeedEntry): string =>
  [
    '<item>',
    `<title>${xmlText(title)}</title>`,
    `<link>${xmlText(url)}</link>`,
    `<guid isPermaLink="false">${xmlText(id)}</guid>`,
    `<pubDate>${dateOf(at)}</pubDate>`,
    `<description>${xmlText(text)}</description>`,
    ...(html ? [`<content:encoded>${xmlText(html)}</content:encoded>`] : []),
    '</item>',
  ].join('\n');

const dateOf = (moment: string): string => new Date(moment).toUTCString();
