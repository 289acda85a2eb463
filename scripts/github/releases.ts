import { z } from 'astro/zod';
import type { GitHub } from './client.ts';
import { readShape } from './door.ts';
import { unusable, noRepository } from './failures.ts';
import type { Place } from './issues.ts';
import { MILESTONES, RELEASES, REPOSITORY_LABELS } from './queries.ts';
import {
  type Blob,
  blob,
  branchHead,
  type Connection,
  connectionOf,
  type GitHubMilestone,
  type GitHubRelease,
  type Label,
  label,
  milestone,
  release,
} from './shapes.ts';
import type { Past } from './trace.ts';

const listing = z.object({
  repository: z
    .object({
      releases: connectionOf(release),
      labels: connectionOf(label),
      milestones: connectionOf(milestone),
      url: z.url().nullish(),
      changelog: blob,
      defaultBranchRef: branchHead.nullish(),
    })
    .nullish(),
});

/** What a repository has beside its issues. */
export interface Shelf {
  /** Published releases, newest first. */
  releases: GitHubRelease[];
  /** Whether these are all that GitHub counts: one that is not among them is gone. */
  isWhole: boolean;
  /** Where the default branch stands. */
  head: Past['head'];
  /** The first hundred labels, and whether there are more. */
  labels: Connection<Label>;
  /** The hundred milestones that changed last, and whether there are more. */
  milestones: Connection<GitHubMilestone>;
  /** Its page. */
  url: string | undefined;
  /** The file that keeps a changelog, when it was asked for and is there. */
  changelog: Blob | undefined;
}

/**
 * Reads published releases, the newest page or all of them, and in the same request labels, milestones and a file of the
 * default branch (none where `file` is false). Drafts are left out.
 */
export async function readShelf(
  github: GitHub,
  place: Place,
  extent: 'newest' | 'all',
  file: string | false = false,
): Promise<Shelf> {
  const where = `${place.owner}/${place.name} releases`;
  const releases: GitHubRelease[] = [];
  let met = 0;
  let after: string | undefined;
  let changelog: Blob | undefined;
  for (;;) {
    const wanted = file !== false && after === undefined ? { file: `HEAD:${file}`, withFile: true } : {};
    const answer = await github.query(RELEASES, { ...place, after, ...wanted });
    const { repository } = readShape(listing, answer, where);
    if (!repository) throw noRepository(where);
    const { nodes, pageInfo, totalCount } = repository.releases;
    const { labels, milestones, url, defaultBranchRef } = repository;
    met += nodes.length;
    changelog ??= repository.changelog;
    releases.push(...nodes.filter(({ isDraft, publishedAt }) => !isDraft && publishedAt));
    if (extent === 'newest' || !pageInfo.hasNextPage) {
      const isWhole = !pageInfo.hasNextPage && met === totalCount;
      const head = { name: defaultBranchRef?.name, oid: defaultBranchRef?.target?.oid ?? undefined };
      return { releases, isWhole, head, labels, milestones, url: url ?? undefined, changelog };
    }
    if (nodes.length === 0 || !pageInfo.endCursor || pageInfo.endCursor === after) {
      throw unusable(where, 'the place of the next page', 'none, or the same again');
    }
    after = pageInfo.endCursor;
  }
}

const moreLabels = z.object({ repository: z.object({ labels: connectionOf(label) }).nullish() });
const moreMilestones = z.object({ repository: z.object({ milestones: connectionOf(milestone) }).nullish() });

/** All labels of a repository, given the first hundred: a request for each hundred more. */
export function readLabels(github: GitHub, place: Place, begun: Connection<Label>): Promise<Label[]> {
  const where = `${place.owner}/${place.name} labels`;
  return readOn(begun, where, async (after) => {
    const answer = await github.query(REPOSITORY_LABELS, { ...place, after });
    return readShape(moreLabels, answer, where).repository?.labels;
  });
}

/** All milestones of a repository, given the hundred that changed last: a request for each hundred more. */
export function readMilestones(
  github: GitHub,
  place: Place,
  begun: Connection<GitHubMilestone>,
): Promise<GitHubMilestone[]> {
  const where = `${place.owner}/${place.name} milestones`;
  return readOn(begun, where, async (after) => {
    const answer = await github.query(MILESTONES, { ...place, after });
    return readShape(moreMilestones, answer, where).repository?.milestones;
  });
}

/** All that a listing has, given how it begins; `readNext` answers nothing where the repository is not there. */
async function readOn<Node>(
  begun: Connection<Node>,
  where: string,
  readNext: (after: string | null | undefined) => Promise<Connection<Node> | undefined>,
): Promise<NonNullable<Node>[]> {
  const found = [...begun.nodes];
  for (let { pageInfo } = begun; pageInfo.hasNextPage;) {
    const after = pageInfo.endCursor;
    const page = await readNext(after);
    if (!page) throw noRepository(where);
    found.push(...page.nodes);
    const next = page.pageInfo;
    if (next.hasNextPage && (!next.endCursor || next.endCursor === after))
      throw unusable(where, 'the place of the next page', 'none, or the same again');
    pageInfo = next;
  }
  return found;
}
