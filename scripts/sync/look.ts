import { readUtf8 } from '../../src/content/files.ts';
import { FrontMatterError, readDocument } from '../../src/model/frontmatter.ts';
import { proof } from '../../src/model/item.ts';
import { z } from 'astro/zod';
import { evidenceOf, type Surroundings } from '../github/adapt.ts';
import type { ToldProof } from '../github/proof.ts';
import { idOf } from '../github/repositories.ts';
import type { Issue } from '../github/shapes.ts';
import { itemPath } from './item-path.ts';
import type { Run } from './repository.ts';

/**
 * Finds out what must be known of commits and releases to say how an issue shipped, as far as that can be; answers what its
 * file says already. Asks nothing for an issue that is not done, or whose file says it.
 */
export async function lookInto(
  issue: Issue,
  surroundings: Surroundings,
  run: Run,
): Promise<ToldProof | undefined> {
  const around = run.around.get(surroundings.repository.repo);
  if (around !== surroundings || !isDone(issue)) return undefined;
  const told = await readTold(itemPath(run, idOf(around.repository, issue.number)), around.isFresh);
  for (;;) {
    const { lacks } = evidenceOf(issue, around, told);
    let hasMoved = false;
    for (const { tip, since } of lacks)
      hasMoved ||= tip === undefined ? await around.readReleases() : await around.past.read(tip, since);
    if (!hasMoved) return told;
  }
}

const isDone = ({ state, stateReason, closers }: Issue): boolean =>
  state === 'CLOSED' &&
  stateReason !== 'NOT_PLANNED' &&
  stateReason !== 'DUPLICATE' &&
  closers.nodes.some(({ merged }) => merged);

const told = z.object({ shippedIn: z.string().optional(), proof: z.array(proof).default([]) });

/** What a file says of how its item shipped; nothing where it cannot be read, or where only dates prove it and that is to be tried again. */
async function readTold(path: string, isFresh: boolean): Promise<ToldProof | undefined> {
  try {
    const { data } = told.safeParse(readDocument((await readUtf8(path)) ?? '').data);
    if (data?.shippedIn === undefined) return undefined;
    const isSeen = data.proof.some(({ kind }) => kind === 'commit');
    return isSeen || !isFresh ? { shippedIn: data.shippedIn, proof: data.proof } : undefined;
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined;
    throw error;
  }
}
