import { z } from 'astro/zod';
import type { GitHub } from './client.ts';
import { readShape } from './door.ts';
import { unusable, noRepository } from './failures.ts';
import type { Place } from './issues.ts';
import { RELEASES, REPOSITORY_LABELS } from './queries.ts';
import { type Connection, connectionOf, type GitHubRelease, type Label, label, release } from './shapes.ts';

const listing = z.object({
  repository: z.object({ releases: connectionOf(release), labels: connectionOf(label) }).nullish(),
});

/** What a repository has beside its issues. */
export interface Shelf {
  /** Published releases, newest first. */
  releases: GitHubRelease[];
  /** The first hundred labels, and whether there are more. */
  labels: Connection<Label>;
}

/** Reads published releases, the newest page or all of them, and labels in the same request. Drafts are left out. */
export async function readShelf(github: GitHub, place: Place, extent: 'newest' | 'all'): Promise<Shelf> {
  const where = `${place.owner}/${place.name} releases`;
  const releases: GitHubRelease[] = [];
  let after: string | undefined;
  for (;;) {
    const { repository } = readShape(listing, await github.query(RELEASES, { ...place, after }), where);
    if (!repository) throw noRepository(where);
    const { nodes, pageInfo } = repository.releases;
    releases.push(...nodes.filter(({ isDraft, publishedAt }) => !isDraft && publishedAt));
    if (extent === 'newest' || !pageInfo.hasNextPage) return { releases, labels: repository.labels };
    if (nodes.length === 0 || !pageInfo.endCursor || pageInfo.endCursor === after) {
      throw unusable(where, 'the place of the next page', 'none, or the same again');
    }
    after = pageInfo.endCursor;
  }
}

const more = z.object({ repository: z.object({ labels: connectionOf(label) }).nullish() });

/** All labels of a repository, given the first hundred: a request for each hundred more. */
export async function readLabels(github: GitHub, place: Place, begun: Connection<Label>): Promise<Label[]> {
  const where = `${place.owner}/${place.name} labels`;
  const found = [...begun.nodes];
  for (let { pageInfo } = begun; pageInfo.hasNextPage;) {
    const after = pageInfo.endCursor;
    const { repository } = readShape(more, await github.query(REPOSITORY_LABELS, { ...place, after }), where);
    if (!repository) throw noRepository(where);
    found.push(...repository.labels.nodes);
    const next = repository.labels.pageInfo;
    if (next.hasNextPage && (!next.endCursor || next.endCursor === after))
      throw unusable(where, 'the place of the next page', 'none, or the same again');
    pageInfo = next;
  }
  return found;
}
