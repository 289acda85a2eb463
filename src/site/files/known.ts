import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../../content/files.ts';

const FILE = 'written.json';

/** Digests of what the last build wrote, by path; none when that is not known. */
export async function readKnown(cache: string): Promise<Map<string, string>> {
  try {
    const known: unknown = JSON.parse((await readText(join(cache, FILE))) ?? '[]');
    if (!Array.isArray(known)) return new Map();
    return new Map(
      known.flatMap((pair: unknown) =>
        Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string'
          ? [[pair[0], pair[1]] as const]
          : [],
      ),
    );
  } catch {
    return new Map();
  }
}

/** Remembers them for the next build. */
export async function saveKnown(cache: string, known: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, FILE), JSON.stringify([...known]));
}
