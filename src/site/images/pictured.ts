import { isCanonical } from '../../derive/requests.ts';
import type { Site, SiteNews } from '../site.ts';

/** Each page asks again. */
const known = new WeakMap<Site['requests'], ReadonlySet<string>>();

/** Ids of requests that have a picture of their own: half of them the most wanted, half those that moved last. */
export function picturedRequests({
  requests,
  settings: { images },
}: Pick<Site, 'requests' | 'settings'>): ReadonlySet<string> {
  const made = known.get(requests);
  if (made) return made;
  const canonical = requests.filter(isCanonical);
  const wanted = canonical.slice(0, Math.ceil(images / 2));
  const moved = canonical
    .slice(wanted.length)
    .sort((a, b) => (a.movedAt === b.movedAt ? 0 : a.movedAt < b.movedAt ? 1 : -1))
    .slice(0, images - wanted.length);
  const ids = new Set([...wanted, ...moved].map(({ item }) => item.id));
  known.set(requests, ids);
  return ids;
}

/** Entries of the changelog that have one: the latest. */
export const picturedEntries = ({
  changelog,
  settings,
}: Pick<Site, 'changelog' | 'settings'>): readonly SiteNews[] => changelog.slice(0, settings.images);

/** Where a page's picture lies: `['image', 'feedback', '42.png']`; the site's where it has none of its own. */
export function pictureFile(place: readonly string[] = []): string[] {
  return ['image', ...place.slice(0, -1), `${place.at(-1) ?? 'site'}.png`];
}
