import { exact, type Feed, type FeedEntry, xmlText } from './feed.ts';

/** A feed as Atom (RFC 4287). Addresses may be relative to where it lies. */
export function atom({ id, title, description, home, folder, language, updated, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(language)}">`,
    `<id>${xmlText(id)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<subtitle>${xmlText(description)}</subtitle>`,
    `<updated>${exact(updated)}</updated>`,
    `<author><name>${xmlText(title)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(folder)}feed.xml"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(home)}"/>`,
    ...entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n');
}

const entryOf = ({ id, url, title, at, text, html }: FeedEntry): string =>
  [
    '<entry>',
    `<id>${xmlText(id)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xmlText(url)}"/>`,
    `<updated>${exact(at)}</updated>`,
    `<published>${exact(at)}</published>`,
    `<summary>${xmlText(text)}</summary>`,
    ...(html ? [`<content type="html">${xmlText(html)}</content>`] : []),
    '</entry>',
  ].join('\n');
