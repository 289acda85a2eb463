import { EMPTY } from './files.ts';

/** Blob names by path. */
export type Blobs = ReadonlyMap<string, string>;

/** Where a run began: the checked-out commit, and the data branch where there is one. */
export interface Base {
  head: Blobs;
  /** Undefined when what sync writes goes to the branch that is checked out. */
  data: Blobs | undefined;
  /** What the folder held: more than the checked-out commit where an earlier run in the same folder pushed it. */
  disk: Blobs;
}

/** What becomes of one path on the branch: the file as it is on disk, an empty one, or none. */
export type Fate = 'as on disk' | 'empty' | 'none';

/** What a run changed. A data branch says by an empty file that one of the default branch is gone. */
export function planPush({ head, data, disk: start }: Base, disk: Blobs): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const path of new Set([...head.keys(), ...(data?.keys() ?? []), ...start.keys(), ...disk.keys()])) {
    const before = presentIn(data?.get(path) ?? head.get(path));
    const after = presentIn(disk.get(path));
    if (before === after && presentIn(start.get(path)) === after) continue;
    fates.set(path, after !== undefined ? 'as on disk' : data && head.has(path) ? 'empty' : 'none');
  }
  return fates;
}

const presentIn = (blob: string | undefined): string | undefined => (blob === EMPTY ? undefined : blob);

/**
 * Paths that somebody else changed on the branch since the run began, other than to what the run made of them. What the
 * folder held then, the run has read.
 */
export function conflicts(
  fates: ReadonlyMap<string, Fate>,
  { head, data, disk: start }: Base,
  disk: Blobs,
  tip: Blobs,
): string[] {
  const known = [data ?? head, start, disk];
  return [...fates.keys()].filter((path) => known.every((blobs) => blobs.get(path) !== tip.get(path))).sort();
}

/** The commit's message: counts, and nothing that anybody wrote. */
export function messageFor(paths: Iterable<string>, prefix: string): string {
  const all = [...paths];
  const count = (folder: string): number =>
    all.filter((path) => path.startsWith(`${prefix}${folder}/`)).length;
  const parts = [
    ...counted(count('feedback'), 'request', 'requests'),
    ...counted(count('changelog'), 'changelog entry', 'changelog entries'),
  ];
  return parts.length > 0 ? `Sync ${parts.join(' and ')}` : 'Sync counts';
}

const counted = (count: number, one: string, many: string): string[] =>
  count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
