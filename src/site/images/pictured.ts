import { isCanonical } from '../../derive/requests.ts';
import type { Site, SiteNews } from '../site.ts';
import { themeFile } from '../theme-file.ts';
import { CARD } from './card.ts';

/** Each page asks again. */
const known = new WeakMap<Site['requests'], ReadonlySet<string>>();

/** Ids of requests that have a picture of their own: half of them the most wanted, half those that moved last. */
export function picturedRequests({
  requests,
  settings: { images },
  unlettered,
}: Pick<Site, 'requests' | 'settings' | 'unlettered'>): ReadonlySet<string> {
  const made = known.get(requests);
  if (made) return made;
  const canonical = requests.filter(
    (request) => isCanonical(request) && !unlettered.has(`feedback/${request.item.id}`),
  );
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
  unlettered,
}: Pick<Site, 'changelog' | 'settings' | 'unlettered'>): readonly SiteNews[] =>
  changelog.filter(({ entry }) => !unlettered.has(`changelog/${entry.id}`)).slice(0, settings.images);

/** Where a drawn picture lies: `['image', 'feedback', '42.png']`; without a place it is the site's. */
export const drawnFile = (place: readonly string[] = []): string[] => [
  'image',
  ...place.slice(0, -1),
  `${place.at(-1) ?? 'site'}.png`,
];

/** The picture that a page is shared with: its own by its place, else the site's; undefined where none is made. */
export function pictureOf(
  { themeFiles }: Pick<Site, 'themeFiles'>,
  place: readonly string[] | undefined,
  isDrawn: boolean,
): { path: readonly string[]; width: number; height: number } | undefined {
  const own = themeFile(themeFiles, 'image');
  if (own && (place === undefined || !isDrawn)) return own;
  return isDrawn ? { path: drawnFile(place), ...CARD } : undefined;
}
