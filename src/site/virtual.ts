import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { type OwnFiles, REPLACEABLE } from './options.ts';
import type { Stand } from './files/place.ts';
import { sourceOf } from './source.ts';

interface Sources extends OwnFiles {
  /** Where the site will stand. */
  stand: Stand;
  /** Folder of the prepared content. */
  cache: string;
  /** Path of `mission.mdx`, when there is one. */
  mission: string | undefined;
}

/**
 * Modules whose text depends on the user's project: where the prepared content lies, the mission's story, the components
 * that a site may replace, its own stylesheets.
 */
export function virtualModules({ cache, stand, mission, components, css }: Sources): Plugin {
  const modules: Record<string, string> = {
    'virtual:milepost/content': [
      `export const contentFolder = ${JSON.stringify(cache)};`,
      // Not `import.meta.env.BASE_URL`: a variable of that name in the shell would win over the site's own.
      `export const stand = ${JSON.stringify(stand)};`,
    ].join('\n'),
    'virtual:milepost/mission': mission
      ? `export { Content } from ${JSON.stringify(mission)};`
      : 'export const Content = undefined;',
    'virtual:milepost/css': css.map((path) => `import ${JSON.stringify(path)};`).join('\n'),
  };
  for (const name of REPLACEABLE) {
    const path = components[name] ?? fileURLToPath(sourceOf(`components/${name}.astro`));
    modules[`virtual:milepost/components/${name}`] = `export { default } from ${JSON.stringify(path)};`;
  }
  return {
    name: 'milepost',
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') ? modules[id.slice(1)] : undefined),
  };
}
