import { randomUUID } from 'node:crypto';
import type { World } from '../command.ts';
import { disk } from '../content/write.ts';
import { openBranches } from '../git/push.ts';
import { findRemote, homeBranch } from '../git/remote.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { branchShelf, folderShelf } from './shelf.ts';

export interface Books {
  ledger: Ledger;
  /** The branch of the remote on which runs meet; undefined where they meet in the folder alone. */
  branch: string | undefined;
  close: () => Promise<void>;
}

/**
 * Opens the ledger of a content folder: on the remote that its repository is pushed to, else in the folder itself.
 * `isLocal` keeps it in the folder. @throws Stop (status 3) when the remote cannot be reached.
 */
export async function openBooks(
  folder: string,
  { branch: wished, isLocal }: { branch: string | undefined; isLocal: boolean },
  { env, now }: Pick<World, 'env' | 'now'>,
): Promise<Books> {
  const here = folderShelf(folder, disk);
  const run = randomUUID();
  const remote = isLocal ? undefined : await findRemote(folder, env);
  const branch = remote && (await homeBranch(remote, wished));
  if (!remote || branch === undefined)
    return { ledger: openLedger(here, undefined, run, now), branch: undefined, close: async () => {} };
  const branches = await openBranches(remote);
  const there = branchShelf(branches, branch, remote.prefix);
  // Files that the next pull brings to the branch that is checked out must not lie there already: git would refuse it.
  const copy = branch === remote.branch ? undefined : here;
  return { ledger: openLedger(there, copy, run, now), branch, close: branches.close };
}
