import type { Change } from '../../derive/changes.ts';
import type { Messages } from '../../i18n/messages.ts';
import { oneLine, placeOf, type Stand } from '../files/place.ts';
import type { Site, SiteNews, SiteRequest } from '../site.ts';
import type { FeedEntry } from './feed.ts';

/** Makes a feed's entries of what happened. */
export interface FeedEntries {
  change: (change: Change<SiteRequest>) => FeedEntry;
  /** A request where it stands: its entry is new when it moves. */
  standing: (request: SiteRequest) => FeedEntry;
  asked: (request: SiteRequest) => FeedEntry;
  /** What the maintainers said, if they did. */
  answer: (request: SiteRequest) => FeedEntry[];
  /** A release, if it is out. */
  news: (news: SiteNews) => FeedEntry[];
}

/** A name (RFC 4151) that stays the same wherever the site moves; of signs that an address may have. */
export const namesIn = ({ repo, title }: Pick<Site, 'repo' | 'title'>): ((thing: string) => string) => {
  const start = `tag:milepost,2026:${encodeURI((repo ?? title).toWellFormed())}/`;
  return (thing) => start + encodeURI(thing.toWellFormed());
};

export function feedEntries(site: Site, stand: Stand, { t }: Pick<Messages, 't'>): FeedEntries {
  const { at } = placeOf(stand);
  const name = namesIn(site);
  const moved = new Map(
    site.settings.statuses.map((status) => [status.name, t('feed.moved', { status: status.name })]),
  );
  return {
    change: ({ at: moment, request: { item }, to }) => ({
      id: name(`feedback/${item.id}/${to.id}/${moment}`),
      url: at('feedback', item.id),
      title: oneLine(`${to.name}: ${item.title}`),
      at: moment,
      text: moved.get(to.name) ?? t('feed.moved', { status: to.name }),
    }),
    standing: ({ item, status, movedAt }) => ({
      id: name(`feedback/${item.id}/${status.id}/${movedAt}`),
      url: at('feedback', item.id),
      title: oneLine(item.title),
      at: movedAt,
      text: `${status.name}. ${item.excerpt}`.trim(),
    }),
    asked: ({ item }) => ({
      id: name(`feedback/${item.id}`),
      url: at('feedback', item.id),
      title: oneLine(item.title),
      at: item.createdAt,
      text: item.excerpt || t('feed.asked'),
    }),
    // What the maintainers say has no date of its own: it came no earlier than the last move.
    answer: ({ item, movedAt }) =>
      item.response
        ? [
            {
              id: name(`feedback/${item.id}/answer`),
              url: at('feedback', item.id),
              title: oneLine(`${t('item.response')}: ${item.title}`),
              at: movedAt,
              text: t('item.response'),
              html: item.responseHtml,
            },
          ]
        : [],
    news: ({ entry }) =>
      entry.publishedAt
        ? [
            {
              id: name(`changelog/${entry.id}`),
              url: at('changelog', entry.id),
              title: oneLine(entry.title),
              at: entry.publishedAt,
              text: entry.summary ?? (entry.excerpt || entry.version),
              html: entry.html,
            },
          ]
        : [],
  };
}
