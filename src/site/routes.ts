/** Every address of the site, and the file in `src/routes/` that makes it. */
export const ROUTES: Readonly<Record<string, string>> = {
  '/': 'board.astro',
  '/page/[page]': 'board-page.astro',
  '/status/[status]/[...page]': 'status.astro',
  '/tags/[...page]': 'tags.astro',
  '/tag/[tag]/[...page]': 'tag.astro',
  '/feedback/[id]': 'item.astro',
  '/roadmap': 'roadmap.astro',
  '/roadmap/horizon': 'roadmap-horizon.astro',
  '/roadmap/timeline': 'roadmap-timeline.astro',
  '/changes/[...page]': 'changes.astro',
  '/suggest': 'suggest.astro',
  '/insights': 'insights.astro',
  '/changelog': 'changelog.astro',
  '/changelog/page/[page]': 'changelog-page.astro',
  '/changelog/[id]': 'entry.astro',
  '/mission': 'mission.astro',
  '/404': '404.astro',
  '/theme.css': 'theme.css.ts',
  '/icon.svg': 'icon.svg.ts',
  '/api/v1/meta.json': 'api/meta.json.ts',
  '/api/v1/items.json': 'api/items.json.ts',
  '/api/v1/changelog.json': 'api/changelog.json.ts',
  '/api/v1/mission.json': 'api/mission.json.ts',
  '/api/v1/search.json': 'api/search.json.ts',
  '/api/v1/search.txt': 'api/search.txt.ts',
  '/api/v1/search-words.txt': 'api/search-words.txt.ts',
  '/api/v1/schema/[name].json': 'api/schema.json.ts',
};

/** Addresses that a build makes without a route. */
export const DEV_ROUTES: Readonly<Record<string, string>> = {
  '/api/v1/items/[id].json': 'api/item.json.ts',
  '/[...path]/feed.xml': 'feed.xml.ts',
};
