import { z } from 'astro/zod';
import type { GitHub } from './client.ts';
import { readShape } from './door.ts';
import { noRepository, unusable } from './failures.ts';
import type { Place } from './issues.ts';
import { NUMBERS } from './queries.ts';
import { pageOf } from './shapes.ts';

const listing = z.object({
  repository: z
    .object({ issues: pageOf(z.object({ id: z.string(), number: z.int().positive() })) })
    .nullish(),
});

/**
 * All issues that a repository lists, number by node id; a hundred a request and a point.
 * @throws GitHubFailure where the listing does not hold together.
 */
export async function listNumbers(github: GitHub, place: Place): Promise<Map<string, number>> {
  const where = `${place.owner}/${place.name} issues`;
  const found = new Map<string, number>();
  let after: string | undefined;
  for (;;) {
    const { repository } = readShape(listing, await github.query(NUMBERS, { ...place, after }), where);
    if (!repository) throw noRepository(where);
    const { totalCount, pageInfo, nodes } = repository.issues;
    for (const { id, number } of nodes) found.set(id, number);
    if (!pageInfo.hasNextPage) {
      if (found.size < totalCount)
        throw unusable(where, `${totalCount} issues, as GitHub counts`, String(found.size));
      return found;
    }
    if (nodes.length === 0 || !pageInfo.endCursor || pageInfo.endCursor === after)
      throw unusable(where, 'the place of the next page', 'none, or the same again');
    after = pageInfo.endCursor;
  }
}
