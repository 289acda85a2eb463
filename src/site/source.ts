import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A file of `src/`. Asked of the package by its name: this code runs in `src/` and, bundled, beside it. */
export const sourceOf = (path: string): URL => new URL(path, SOURCE);

const SOURCE = new URL(
  'src/',
  pathToFileURL(createRequire(import.meta.url).resolve('milepost/package.json')),
);
