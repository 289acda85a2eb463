import { exact, type Feed } from './feed.ts';

/** A feed as JSON Feed 1.1. */
export function jsonFeed({ title, description, home, folder, language, entries }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: title.toWellFormed(),
    description: description.toWellFormed(),
    home_page_url: home,
    feed_url: `${folder}feed.json`,
    language,
    items: entries.map(({ id, url, title, at, text, html }) => ({
      id,
      url,
      title: title.toWellFormed(),
      date_published: exact(at),
      ...(html
        ? { content_html: html.toWellFormed(), summary: text.toWellFormed() }
        : { content_text: text.toWellFormed() }),
    })),
  });
}
