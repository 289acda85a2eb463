import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Stop } from './command.ts';

/**
 * Milepost's own folder, with its `package.json` and `src`: found upwards, since the command line runs from `scripts` and,
 * installed, from one file. @throws Stop when it is not whole.
 */
export function packageFolder(from: string = fileURLToPath(import.meta.url)): string {
  const folder = upwards(from, (candidate) => existsSync(join(candidate, 'src/index.ts')));
  if (folder) return folder;
  throw new Stop(`milepost: its own files are not beside ${from}. Install it again.`, 1);
}

/** The folder whose `node_modules` has Astro: what lies under it finds all that pages import. @throws Stop when there is none. */
export function modulesFolder(from: string = packageFolder()): string {
  const folder = upwards(join(from, 'x'), (candidate) =>
    existsSync(join(candidate, 'node_modules/astro/package.json')),
  );
  if (folder) return folder;
  throw new Stop(`milepost: there is no Astro beside ${from}. Install milepost again.`, 1);
}

/** The door of the integration: TypeScript in the source, JavaScript in the package, as this file is. */
const DOOR = import.meta.url.endsWith('.ts') ? 'src/index.ts' : 'lib/index.mjs';

/** The text of an `astro.config.mjs` for a content folder. */
export function configFor(content: string): string {
  const integration = pathToFileURL(join(packageFolder(), DOOR)).href;
  return [
    `import milepost from ${JSON.stringify(integration)};`,
    `export default { integrations: [milepost({ content: ${JSON.stringify(content)} })] };`,
    '',
  ].join('\n');
}

function upwards(from: string, isIt: (folder: string) => boolean): string | undefined {
  const folder = dirname(from);
  if (folder === from) return undefined;
  return isIt(folder) ? folder : upwards(folder, isIt);
}
