import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isMissing, PLACES, readText } from '../../src/content/files.ts';
import { readSettings } from '../../src/content/read.ts';
import { Stop } from '../command.ts';
import { disk } from '../content/write.ts';
import { isSameRepo } from '../github/repositories.ts';

/** Where a try lies: the same place for the same repository, so that a second try reads only what is new. */
export interface Scratch {
  folder: string;
  content: string;
}

/** An owner's name has no two hyphens in a row, so no two repositories meet. */
export function scratchFor(repo: string, keep: string | undefined): Scratch {
  const name = `milepost-try-${repo.toLowerCase().replace('/', '--')}`;
  const folder = keep === undefined ? join(tmpdir(), name) : resolve(keep);
  return { folder, content: join(folder, 'content') };
}

/**
 * Makes the folder, with settings that name the repository. @throws Stop (status 2) when another repository's roadmap lies
 * there, or when the place belongs to somebody else: temporary folders are everybody's.
 */
export async function openScratch({ folder, content }: Scratch, repo: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stats = await lstat(folder);
  if (!stats.isDirectory() || (process.getuid && stats.uid !== process.getuid()))
    throw new Stop(
      `${folder}: expected a folder of yours; got one that somebody else made. Remove it, or choose another place with --keep DIR.`,
      2,
    );
  const path = join(content, PLACES.settings);
  if ((await readText(path)) === undefined) return disk.write(path, settingsOf(repo));
  const { repositories } = await readSettings(content);
  if (repositories[0] && isSameRepo(repositories[0].repo, repo)) return;
  const got = repositories[0]?.repo ?? 'no repository';
  throw new Stop(
    `${path}: expected repositories: [${repo}]; got ${got}. Choose another place with --keep DIR.`,
    2,
  );
}

/** Whether an earlier try read anything. */
export async function isThere({ content }: Scratch): Promise<boolean> {
  try {
    return (await lstat(join(content, PLACES.state))).isFile();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const settingsOf = (repo: string): string =>
  [
    '# Settings of this roadmap. Every key may be left out; README.md of Milepost lists them all.',
    `title: ${JSON.stringify(repo.split('/')[1] ?? repo)}`,
    `repositories: [${JSON.stringify(repo)}]`,
    '',
  ].join('\n');
