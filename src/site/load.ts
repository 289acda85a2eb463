import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from 'virtual:milepost/content';
import { useOwnWords } from '../i18n/messages.ts';
import { handed } from './handed.ts';
import { PREPARED_FILE } from './prepared.ts';
import { type Site, siteFrom } from './site.ts';

let loaded: { site: Site; changedAt?: number } | undefined;

/**
 * The site's content: the only door between files and pages. A build hands it over; while somebody edits, it is read once, and
 * again when it was prepared again.
 */
export function getSite(): Site {
  const given = handed.get(contentFolder);
  if (!given) return readSite();
  if (loaded?.site !== given.site) {
    useOwnWords(given.site.settings.locale, given.words);
    loaded = given;
  }
  return given.site;
}

function readSite(): Site {
  const file = join(contentFolder, PREPARED_FILE);
  const changedAt = statSync(file).mtimeMs;
  if (loaded?.changedAt !== changedAt)
    loaded = { site: siteFrom(JSON.parse(readFileSync(file, 'utf8')), []), changedAt };
  return loaded.site;
}
