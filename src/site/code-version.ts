import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sourceOf } from './source.ts';

/** Folders whose code decides what a file's text becomes, and which texts are alike. */
const FOLDERS = ['model/', 'markdown/', 'derive/search/', 'derive/similar/'];

/** A name for the code that parses and renders, so that what older code made is not taken for what this code would make. */
export async function codeVersion(): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node);
  for (const folder of FOLDERS) {
    const url = sourceOf(folder);
    for (const name of (await readdir(url)).sort())
      hash.update(name).update(await readFile(new URL(name, url)));
  }
  return hash.digest('base64url').slice(0, 22);
}
