import { z } from 'astro/zod';
import type { GitHub } from './client.ts';
import { readShape } from './door.ts';
import { unusable, noRepository } from './failures.ts';
import type { Place } from './issues.ts';
import { RELEASES } from './queries.ts';
import { connectionOf, type GitHubRelease, release } from './shapes.ts';

const listing = z.object({ repository: z.object({ releases: connectionOf(release) }).nullish() });

/** Reads published releases, newest first: the newest page, or all of them. Drafts are left out. */
export async function listReleases(
  github: GitHub,
  place: Place,
  extent: 'newest' | 'all',
): Promise<GitHubRelease[]> {
  const where = `${place.owner}/${place.name} releases`;
  const found: GitHubRelease[] = [];
  let after: string | undefined;
  for (;;) {
    const { repository } = readShape(listing, await github.query(RELEASES, { ...place, after }), where);
    if (!repository) throw noRepository(where);
    const { nodes, pageInfo } = repository.releases;
    found.push(...nodes.filter(({ isDraft, publishedAt }) => !isDraft && publishedAt));
    if (extent === 'newest' || !pageInfo.hasNextPage) return found;
    if (nodes.length === 0 || !pageInfo.endCursor || pageInfo.endCursor === after) {
      throw unusable(where, 'the place of the next page', 'none, or the same again');
    }
    after = pageInfo.endCursor;
  }
}
