import type { Site } from './site.ts';
import { safeUrl } from './safe-url.ts';

/** Where an idea is suggested: the settings' address, or a new issue in the first repository; none without both. */
export function suggestUrl({ settings }: Pick<Site, 'settings'>): string | undefined {
  const first = settings.repositories[0];
  return safeUrl(settings.suggest ?? (first && `https://github.com/${first.repo}/issues/new/choose`));
}
