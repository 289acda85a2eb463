import { deriveChanges } from '../../derive/changes.ts';
import { isCanonical } from '../../derive/requests.ts';
import { type Messages, messagesFor } from '../../i18n/messages.ts';
import { placeOf, type Stand } from '../files/place.ts';
import type { Site, SiteNews, SiteRequest } from '../site.ts';
import { type Feed, type FeedEntry, MOST_ENTRIES } from './feed.ts';

/** Every feed of a site, with the folder of the output that its files go to (`tag/dark-mode`, `""` for the whole site's). */
export function* feedsOf(site: Site, stand: Stand): Generator<{ path: string; feed: Feed }> {
  const words = messagesFor(site.settings.locale);
  const { t } = words;
  const maker = feedMaker(site, stand, words);
  const { changeEntry, newsEntry, askedEntry, feed } = maker;
  const canonical = site.requests.filter(isCanonical);
  const asked = canonical.toSorted((a, b) => (a.item.createdAt < b.item.createdAt ? 1 : -1));
  const changes = deriveChanges(site.requests, site.settings.statuses).map(changeEntry);
  const news = site.changelog.flatMap(newsEntry);
  const latest = asked.slice(0, MOST_ENTRIES).map(askedEntry);

  yield feed([], site.title, t('feed.site'), [...news, ...changes.slice(0, MOST_ENTRIES), ...latest]);
  yield feed(['changelog'], t('changelog.title'), t('changelog.intro'), news);
  yield feed(['changes'], t('changes.title'), t('changes.intro'), changes);
  const byStatus = Map.groupBy(canonical, ({ status }) => status.id);
  for (const { id, name, description } of site.settings.statuses) {
    yield feed(['status', id], name, description, (byStatus.get(id) ?? []).map(maker.standing));
  }
  const byTag = Map.groupBy(
    canonical.flatMap((request) => request.item.tags.map((tag) => ({ tag, request }))),
    ({ tag }) => tag,
  );
  for (const { name, slug } of site.tags) {
    const tagged = (byTag.get(name) ?? []).map(({ request }) => maker.standing(request));
    yield feed(['tag', slug], t('tag.title', { tag: name }), t('feed.tag', { tag: name }), tagged);
  }
  for (const request of site.requests) yield feedOfItem(request, maker, site, t);
}

function feedOfItem(
  request: SiteRequest,
  { feed, changeEntry, askedEntry, answerEntry }: Maker,
  { settings }: Site,
  t: Messages['t'],
): { path: string; feed: Feed } {
  const { item } = request;
  const moves = deriveChanges([{ ...request, canonical: undefined }], settings.statuses).map(changeEntry);
  const entries = [...moves, ...answerEntry(request), askedEntry(request)];
  return feed(['feedback', item.id], item.title, t('feed.item'), entries);
}

type Maker = ReturnType<typeof feedMaker>;

function feedMaker(site: Site, stand: Stand, { t, locale }: Messages) {
  const { at } = placeOf(stand);
  const name = (thing: string): string => `tag:milepost,2026:${site.repo ?? site.title}/${thing}`;
  const under = (title: string): string => (title === site.title ? title : `${title} · ${site.title}`);

  const changeEntry = ({
    at: moment,
    request: { item },
    to,
  }: ReturnType<typeof deriveChanges>[number]): FeedEntry => ({
    id: name(`feedback/${item.id}/${to.id}/${moment}`),
    url: at('feedback', item.id),
    title: `${to.name}: ${item.title}`,
    at: moment,
    text: t('feed.moved', { status: to.name }),
  });
  const askedEntry = ({ item }: SiteRequest): FeedEntry => ({
    id: name(`feedback/${item.id}`),
    url: at('feedback', item.id),
    title: item.title,
    at: item.createdAt,
    text: item.excerpt || t('feed.asked'),
  });
  /** What the maintainers say has no date of its own: it came no earlier than the last move. */
  const answerEntry = ({ item, movedAt }: SiteRequest): FeedEntry[] =>
    item.response
      ? [
          {
            id: name(`feedback/${item.id}/answer`),
            url: at('feedback', item.id),
            title: `${t('item.response')}: ${item.title}`,
            at: movedAt,
            text: t('item.response'),
            html: item.responseHtml,
          },
        ]
      : [];
  const standing = ({ item, status, movedAt }: SiteRequest): FeedEntry => ({
    id: name(`feedback/${item.id}/${status.id}/${movedAt}`),
    url: at('feedback', item.id),
    title: item.title,
    at: movedAt,
    text: `${status.name}. ${item.excerpt}`.trim(),
  });
  const newsEntry = ({ entry }: SiteNews): FeedEntry[] =>
    entry.publishedAt
      ? [
          {
            id: name(`changelog/${entry.id}`),
            url: at('changelog', entry.id),
            title: entry.title,
            at: entry.publishedAt,
            text: entry.summary ?? (entry.excerpt || entry.version),
            html: entry.html,
          },
        ]
      : [];
  const feed = (
    segments: string[],
    title: string,
    description: string,
    entries: readonly FeedEntry[],
  ): { path: string; feed: Feed } => {
    const latest = entries.toSorted(latestFirst).slice(0, MOST_ENTRIES);
    return {
      path: segments.join('/'),
      feed: {
        id: name(segments.join('/')),
        title: under(title),
        description,
        home: at(...segments),
        folder: at(...segments),
        language: locale,
        updated: latest[0]?.at ?? site.today,
        entries: latest,
      },
    };
  };
  return { changeEntry, askedEntry, answerEntry, standing, newsEntry, feed };
}

const latestFirst = (a: FeedEntry, b: FeedEntry): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1;
