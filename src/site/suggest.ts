import { safeUrl } from './safe-url.ts';
import type { Site } from './site.ts';

/** Where an idea is suggested: the settings' address, or a new issue in the repository; none without both. */
export function suggestUrl({
  settings,
  repo,
  githubUrl,
}: Pick<Site, 'settings' | 'repo' | 'githubUrl'>): string | undefined {
  return safeUrl(settings.suggest ?? (repo && `${githubUrl}/${repo}/issues/new/choose`));
}
