import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Notice, placeOf, readNotice } from '../model/notice.ts';
import { isMissing, PLACES, readText } from './files.ts';

/**
 * Reads what became of every notice that a content folder knows of, by `owner/name#number` in lower case; none where nothing
 * was ever told. A file that cannot be read as one is left out: the comment's marker still speaks for it.
 */
export async function readNotices(folder: string): Promise<ReadonlyMap<string, Notice>> {
  const home = join(folder, PLACES.notices);
  const notices: Notice[] = [];
  for (const shelf of (await namesIn(home)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const names = (await namesIn(join(home, shelf))).filter((name) => name.endsWith('.json'));
    const read = names.map(async (name) => {
      const notice = readNotice((await readText(join(home, shelf, name))) ?? '');
      return notice && placeOf(notice.key) === `${shelf}/${name}` ? [notice] : [];
    });
    notices.push(...(await Promise.all(read)).flat());
  }
  return new Map(notices.map((notice) => [`${notice.repo.toLowerCase()}#${notice.number}`, notice]));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
