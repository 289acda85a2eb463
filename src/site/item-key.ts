import type { Site, SiteRequest } from './site.ts';

/** Everything that an item's page shows beside the frame: another value, another page. */
export function itemKey({ byId, tagSlugs }: Site, request: SiteRequest): unknown {
  const { item, merged, canonical } = request;
  return [
    request,
    merged,
    canonical && byId.get(canonical)?.item.title,
    item.tags.map((tag) => tagSlugs.get(tag)),
  ];
}
