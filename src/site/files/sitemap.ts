import { isCanonical } from '../../derive/requests.ts';
import { xmlText } from '../feed/feed.ts';
import type { Site } from '../site.ts';
import type { OutputFile } from './output-file.ts';
import { placeOf, type Stand } from './place.ts';

/** A page in the sitemap; `changed` where it is known. */
interface Entry {
  url: string;
  changed?: string | undefined;
}

/** As many as one file may hold: https://www.sitemaps.org/protocol.html */
const MOST = 50_000;

/** `sitemap.xml`, or several under one index; nothing where the site's origin is unknown, for addresses must be whole. */
export function* sitemapOf(site: Site, stand: Stand): Generator<OutputFile> {
  if (stand.origin === undefined) return;
  const { file } = placeOf(stand);
  const entries = entriesOf(site, stand);
  if (entries.length <= MOST) {
    yield { path: 'sitemap.xml', text: urlset(entries) };
    return;
  }
  const names: string[] = [];
  for (let from = 0; from < entries.length; from += MOST) {
    const path = `sitemap-${names.length + 1}.xml`;
    names.push(path);
    yield { path, text: urlset(entries.slice(from, from + MOST)) };
  }
  yield {
    path: 'sitemap.xml',
    text: listed(
      'sitemapindex',
      names.map((name) => `<sitemap><loc>${xmlText(file(name))}</loc></sitemap>`),
    ),
  };
}

/** Pages that stand for themselves: no further pages of lists, no requests that were merged into others. */
function entriesOf({ requests, changelog, settings, tags, syncedAt }: Site, stand: Stand): Entry[] {
  const { at } = placeOf(stand);
  return [
    { url: at(), changed: syncedAt },
    ...[
      ['roadmap'],
      ['roadmap', 'horizon'],
      ['roadmap', 'timeline'],
      ['changes'],
      ['changelog'],
      ['mission'],
      ['mission', 'decisions'],
      ['insights'],
      ['follow'],
      ['api'],
      ['tags'],
    ].map((segments) => ({ url: at(...segments) })),
    ...settings.statuses.map(({ id }) => ({ url: at('status', id) })),
    ...tags.map(({ slug }) => ({ url: at('tag', slug) })),
    ...changelog.map(({ entry }) => ({ url: at('changelog', entry.id), changed: entry.publishedAt })),
    ...requests
      .filter(isCanonical)
      .map(({ item, movedAt }) => ({ url: at('feedback', item.id), changed: movedAt })),
  ];
}

const urlset = (entries: readonly Entry[]): string =>
  listed(
    'urlset',
    entries.map(
      ({ url, changed }) =>
        `<url><loc>${xmlText(url)}</loc>${changed ? `<lastmod>${xmlText(changed)}</lastmod>` : ''}</url>`,
    ),
  );

const listed = (name: string, lines: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...lines,
    `</${name}>`,
    '',
  ].join('\n');
