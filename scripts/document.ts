import { readFile, writeFile } from 'node:fs/promises';
import { withDocumentation } from '../src/model/documentation.ts';

/** Writes the tables of keys in README.md anew, from the schemas: `node scripts/document.ts`. */
const readme = new URL('../README.md', import.meta.url);
await writeFile(readme, withDocumentation(await readFile(readme, 'utf8')));
