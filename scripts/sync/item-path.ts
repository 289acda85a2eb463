import { join } from 'node:path';
import { PLACES } from '../../src/content/files.ts';

/** The file of an item. */
export const itemPath = ({ folder }: { folder: string }, id: string): string =>
  join(folder, PLACES.feedback, `${id}.md`);
