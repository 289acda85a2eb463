import { safeUrl } from './safe-url.ts';
import type { Site } from './site.ts';

/** The request form that `milepost init` puts into a repository; where there is none, GitHub shows a plain one. */
const FORM = 'request.yml';

/** Where an idea is suggested: the settings' address, or the request form of the repository; none without both. */
export function suggestUrl({
  settings,
  repo,
  githubUrl,
}: Pick<Site, 'settings' | 'repo' | 'githubUrl'>): string | undefined {
  // No `labels`: GitHub answers 404 to whoever may not set them.
  return safeUrl(settings.suggest ?? (repo && `${githubUrl}/${repo}/issues/new?template=${FORM}`));
}
