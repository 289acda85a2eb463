import type { Page } from '../derive/pages.ts';
import type { Site, SiteRequest } from './site.ts';

/** Names a text by its file's digest, which is short, where it has one. */
export const textKey = (text: { digest: string }): unknown => text.digest || text;

/** Everything that a row of a list shows of a request: another value, another row. */
export function rowKey({ tagSlugs }: Pick<Site, 'tagSlugs'>, request: SiteRequest): unknown {
  const { item, status, demand, comments, merged, movedAt } = request;
  const slugs = item.tags.map((tag) => tagSlugs.get(tag));
  return [item.id, textKey(item), status.id, demand, comments, merged.length, movedAt, slugs];
}

/** The same for a page of a list, with what stands around its rows. */
export function listKey(site: Site, page: Page<SiteRequest>): unknown {
  const rows = page.values.map((request) => rowKey(site, request));
  return [rows, page.number, page.total, site.figures, site.tags.length];
}
