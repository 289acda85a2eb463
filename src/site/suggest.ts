import { safeUrl } from './safe-url.ts';
import type { Site } from './site.ts';

/** Where an idea is suggested: the settings' address, or a new issue in the repository; none without both. */
export function suggestUrl({ settings, repo }: Pick<Site, 'settings' | 'repo'>): string | undefined {
  return safeUrl(settings.suggest ?? (repo && `https://github.com/${repo}/issues/new/choose`));
}
