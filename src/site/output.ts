import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What the last build left behind: where, and which files, as paths within the folder. */
interface LastBuild {
  outDir: string;
  files: string[];
}

const RECORD = 'last-build.json';

/**
 * Files of the last build, when they all still lie in the output folder; so pages that did not change can stay where they
 * are: on most disks writing a page costs more than making it. Undefined when the folder has to be emptied first.
 * Until `closeOutput` the record is gone, so a build that breaks off is followed by one that starts afresh.
 */
export function openOutput(outDir: string, cache: string): readonly string[] | undefined {
  const last = readLast(cache);
  rmSync(join(cache, RECORD), { force: true });
  if (last?.outDir !== outDir || last.files.some((file) => !existsSync(join(outDir, file)))) return undefined;
  rmSync(join(outDir, '_astro'), { recursive: true, force: true });
  return last.files;
}

/** Removes pages of the last build that this one did not make, and records what it made (absolute paths). */
export async function closeOutput(
  outDir: string,
  cache: string,
  made: readonly string[],
  before: readonly string[],
): Promise<void> {
  const files = new Set(made.map((path) => relative(outDir, path)));
  const gone = before.filter((file) => !files.has(file));
  await Promise.all(gone.map((file) => rm(join(outDir, file), { force: true })));
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, RECORD), JSON.stringify({ outDir, files: [...files] } satisfies LastBuild));
}

function readLast(cache: string): LastBuild | undefined {
  try {
    const last: LastBuild = JSON.parse(readFileSync(join(cache, RECORD), 'utf8'));
    return typeof last.outDir === 'string' && Array.isArray(last.files) ? last : undefined;
  } catch {
    return undefined;
  }
}
