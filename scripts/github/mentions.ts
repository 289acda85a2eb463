import { z } from 'astro/zod';
import { closingReferences } from '../../src/markdown/references.ts';
import type { GitHub } from './client.ts';
import { readShape } from './door.ts';
import { MENTIONS } from './queries.ts';
import { isSameRepo } from './repositories.ts';
import { type Closer, closer, type Issue } from './shapes.ts';

/** A pull request that mentions an issue, with its text; whatever else mentions it comes without a number. */
const mention = z.object({ source: closer.extend({ body: z.string().nullish() }).nullish().catch(null) });

const listing = z.object({
  nodes: z.array(
    z
      .object({
        id: z.string().optional(),
        mentions: z.object({ nodes: z.array(mention.nullable()).nullish() }).nullish(),
      })
      .nullable(),
  ),
});

/** Issues a request. */
const BATCH = 50;

/**
 * The merged pull requests into chosen branches, of the issues' own repository, whose text says that they close them, by the
 * issues' ids. GitHub itself links only those into the default branch.
 */
export async function readMentions(
  github: GitHub,
  repo: string,
  issues: readonly Issue[],
  isChosen: (branch: string) => boolean,
): Promise<Map<string, Closer[]>> {
  const found = new Map<string, Closer[]>();
  for (let from = 0; from < issues.length; from += BATCH) {
    const batch = issues.slice(from, from + BATCH);
    const numbers = new Map(batch.map(({ id, number }) => [id, number]));
    const answer = await github.query(MENTIONS, { ids: batch.map(({ id }) => id) });
    for (const node of readShape(listing, answer, `${repo} mentions`).nodes) {
      const number = numbers.get(node?.id ?? '');
      if (!node?.id || number === undefined) continue;
      const sources = (node.mentions?.nodes ?? []).flatMap((one) => one?.source ?? []);
      const closers = sources.filter(
        ({ repository, baseRefName, body }) =>
          isSameRepo(repository.nameWithOwner, repo) &&
          isChosen(baseRefName ?? '') &&
          closingReferences(body ?? '', repo).includes(number),
      );
      if (closers.length > 0) found.set(node.id, closers);
    }
  }
  return found;
}
