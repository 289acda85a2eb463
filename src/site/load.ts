import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, stand } from 'virtual:milepost/content';
import { PREPARED_FILE } from './prepared.ts';
import { type Site, siteFrom } from './site.ts';

let loaded: { site: Site; changedAt: number } | undefined;

/** The site's content: the only door between files and pages. Read once, and again when it was prepared again. */
export function getSite(): Site {
  const file = join(contentFolder, PREPARED_FILE);
  const changedAt = statSync(file).mtimeMs;
  if (loaded?.changedAt !== changedAt) {
    loaded = {
      site: siteFrom(JSON.parse(readFileSync(file, 'utf8')), [
        stand.base,
        stand.origin,
        String(stand.pictures),
      ]),
      changedAt,
    };
  }
  return loaded.site;
}
