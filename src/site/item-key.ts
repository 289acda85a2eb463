import { textKey } from './list-key.ts';
import type { Site, SiteRequest } from './site.ts';

/** Everything that an item's page shows beside the frame: another value, another page. */
export function itemKey(
  { byId, similar, tagSlugs }: Pick<Site, 'byId' | 'similar' | 'tagSlugs'>,
  request: SiteRequest,
): unknown {
  const { item, merged, canonical } = request;
  return [
    { ...request, item: textKey(item), merged: merged.map(textKey), trend: undefined },
    canonical && byId.get(canonical)?.item.title,
    item.tags.map((tag) => tagSlugs.get(tag)),
    similar.get(item.id)?.map((other) => [other.item.id, other.item.title, other.status.id]),
  ];
}
