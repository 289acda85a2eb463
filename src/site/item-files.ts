import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../content/files.ts';
import type { Addresses } from './address.ts';
import { apiItemWhole } from './api.ts';
import type { Site } from './site.ts';

/**
 * Writes `api/v1/items/<id>.json` for every request, and only where it changed; answers their paths. By hand and not as
 * routes, since a route costs a request, a response and two files for each of thousands.
 */
export async function writeItemFiles(
  outDir: string,
  site: Pick<Site, 'requests' | 'similar'>,
  addresses: Addresses,
): Promise<string[]> {
  const folder = join(outDir, 'api', 'v1', 'items');
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const request of site.requests) {
    const path = join(folder, `${request.item.id}.json`);
    const text = JSON.stringify(apiItemWhole(site, request, addresses));
    if ((await readText(path)) !== text) await writeFile(path, text);
    paths.push(path);
  }
  return paths;
}
