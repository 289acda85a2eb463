import { deriveChanges } from '../../derive/changes.ts';
import { isCanonical } from '../../derive/requests.ts';
import { type Messages, messagesFor } from '../../i18n/messages.ts';
import { oneLine, placeOf, type Stand } from '../files/place.ts';
import type { Site, SiteRequest } from '../site.ts';
import { type Feed, type FeedEntry, MOST_ENTRIES } from './feed.ts';
import { feedEntries, namesIn } from './feed-entries.ts';

/** A feed, and the folder of the output that its files go to: `tag/dark-mode`, `""` for the whole site's. */
export interface PlacedFeed {
  path: string;
  feed: Feed;
}

/** Every feed of a site. */
export function* feedsOf(site: Site, stand: Stand): Generator<PlacedFeed> {
  const words = messagesFor(site.settings.locale);
  const { t } = words;
  const make = feedEntries(site, stand, words);
  const feed = feedMaker(site, stand, words);
  const { statuses } = site.settings;
  const canonical = site.requests.filter(isCanonical);
  const asked = canonical.toSorted((a, b) => (a.item.createdAt < b.item.createdAt ? 1 : -1));
  const news = site.changelog.flatMap(make.news);
  // What became of a merged request before it was merged is in its own feed, and in no other.
  const moves = Map.groupBy(
    deriveChanges(site.requests.map(unmerged), statuses),
    ({ request }) => request.item.id,
  );
  const changes = deriveChanges(site.requests, statuses).slice(0, MOST_ENTRIES).map(make.change);

  yield feed([], site.title, t('feed.site'), [
    ...news,
    ...changes,
    ...asked.slice(0, MOST_ENTRIES).map(make.asked),
  ]);
  yield feed(['changelog'], t('changelog.title'), t('changelog.intro'), news);
  yield feed(['changes'], t('changes.title'), t('changes.intro'), changes);
  const byStatus = Map.groupBy(canonical, ({ status }) => status.id);
  for (const { id, name, description } of statuses) {
    yield feed(['status', id], name, description, (byStatus.get(id) ?? []).map(make.standing));
  }
  const byTag = Map.groupBy(
    canonical.flatMap((request) => request.item.tags.map((tag) => ({ tag, request }))),
    ({ tag }) => tag,
  );
  for (const { name, slug } of site.tags) {
    const tagged = (byTag.get(name) ?? []).map(({ request }) => make.standing(request));
    const tag = oneLine(name);
    yield feed(['tag', slug], t('tag.title', { tag }), t('feed.tag', { tag }), tagged);
  }
  for (const request of site.requests) {
    const { id, title } = request.item;
    yield feed(['feedback', id], title, t('feed.item'), [
      ...(moves.get(id) ?? []).map(make.change),
      ...make.answer(request),
      make.asked(request),
    ]);
  }
}

const unmerged = (request: SiteRequest): SiteRequest =>
  isCanonical(request) ? request : { ...request, canonical: undefined };

type MakeFeed = (
  segments: readonly string[],
  title: string,
  description: string,
  entries: readonly FeedEntry[],
) => PlacedFeed;

function feedMaker(site: Site, stand: Stand, { locale }: Pick<Messages, 'locale'>): MakeFeed {
  const { at } = placeOf(stand);
  const name = namesIn(site);
  return (segments, title, description, entries) => {
    const latest = entries.toSorted(latestFirst).slice(0, MOST_ENTRIES);
    const [path, place] = [segments.join('/'), at(...segments)];
    return {
      path,
      feed: {
        // Not the name of what it is about, which an entry of it has.
        id: name(`feed/${path}`),
        title: title === site.title ? oneLine(title) : `${oneLine(title)} · ${oneLine(site.title)}`,
        description,
        home: place,
        folder: place,
        language: locale,
        updated: latest[0]?.at ?? site.today,
        entries: latest,
      },
    };
  };
}

const latestFirst = (a: FeedEntry, b: FeedEntry): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1;
