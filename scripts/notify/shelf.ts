import { join } from 'node:path';
import { PLACES, readText } from '../../src/content/files.ts';
import { type Notice, placeOf, readNotice, writeNotice } from '../../src/model/notice.ts';
import { whileAlone } from '../content/lock.ts';
import type { Writer } from '../content/write.ts';
import type { Branches } from '../git/push.ts';

/** Notices by key; `null` takes one away. */
export type Notices = ReadonlyMap<string, Notice>;
export type Changes = ReadonlyMap<string, Notice | null>;

/** Where the notices' files are. A file that is no notice counts as none: the comment's marker speaks for it. */
export interface Shelf {
  read: (keys: readonly string[]) => Promise<Notices>;
  /**
   * Decides against these notices as they stand, and puts them so. Where others write too, it may be asked again: what it
   * answered last is what holds. @throws Stop (status 3) when they could not be put.
   */
  change: (message: string, keys: readonly string[], decide: (now: Notices) => Changes) => Promise<void>;
}

/** The files of a content folder; of runs on the same machine one at a time decides and writes. */
export function folderShelf(folder: string, writer: Writer): Shelf {
  const pathOf = (key: string): string => join(folder, PLACES.notices, placeOf(key));
  const read: Shelf['read'] = async (keys) =>
    noticesIn(await Promise.all(keys.map(async (key) => [key, await readText(pathOf(key))])));
  return {
    read,
    async change(_message, keys, decide) {
      await whileAlone(join(folder, PLACES.notices, '.lock'), async () => {
        for (const [key, notice] of decide(await read(keys))) {
          if (notice) await writer.write(pathOf(key), writeNotice(notice));
          else await writer.remove(pathOf(key));
        }
      });
    },
  };
}

/** The files on a branch of a remote: each change is one commit, pushed without force. `prefix` is the content folder's place there. */
export function branchShelf({ read, push }: Branches, branch: string, prefix: string): Shelf {
  const pathOf = (key: string): string => `${prefix}${PLACES.notices}/${placeOf(key)}`;
  const pick = (keys: readonly string[], texts: ReadonlyMap<string, string>): Notices =>
    noticesIn(keys.map((key) => [key, texts.get(pathOf(key))]));
  return {
    async read(keys) {
      return pick(keys, await (await read(branch)).readAll(keys.map(pathOf)));
    },
    async change(message, keys, decide) {
      await push({
        branch,
        message,
        async decide(tip) {
          const texts = await tip.readAll(keys.map(pathOf));
          const changes = [...decide(pick(keys, texts))];
          // git's fast-import may not take away what is not there.
          const real = changes.filter(([key, notice]) => notice !== null || texts.has(pathOf(key)));
          return new Map(real.map(([key, notice]) => [pathOf(key), notice && writeNotice(notice)]));
        },
      });
    },
  };
}

function noticesIn(texts: readonly (readonly [string, string | undefined])[]): Notices {
  const found = texts.map(([key, text]) => [key, readNotice(text ?? '')] as const);
  return new Map(found.flatMap(([key, notice]) => (notice?.key === key ? [[key, notice] as const] : [])));
}
