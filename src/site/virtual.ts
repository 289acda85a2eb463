import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { type Overrides, REPLACEABLE } from '../model/overrides.ts';
import type { PageFont } from './fonts.ts';
import type { Stand } from './files/place.ts';
import { sourceOf } from './source.ts';

interface Sources extends Overrides {
  /** Where the site will stand. */
  stand: Stand;
  /** Folder of the prepared content. */
  cache: string;
  /** Families of every page. */
  fonts: readonly PageFont[];
  /** Path of `mission.mdx`, when there is one. */
  mission: string | undefined;
}

/**
 * Modules whose text depends on the user's project: where the content lies, the mission's story, the fonts, the components
 * that a site may replace, its own stylesheets. `milepost/components/Footer.astro` is found from wherever it is imported,
 * so that an override may wrap the original in a project that has no `node_modules`.
 */
export function virtualModules(sources: Sources): Plugin {
  const { cache, stand, mission, fonts, components, css } = sources;
  const modules: Record<string, string> = {
    'virtual:milepost/content': [
      `export const contentFolder = ${JSON.stringify(cache)};`,
      // Not `import.meta.env.BASE_URL`: a variable of that name in the shell would win over the site's own.
      `export const stand = ${JSON.stringify(stand)};`,
    ].join('\n'),
    'virtual:milepost/mission': mission
      ? `export { Content } from ${JSON.stringify(mission)};`
      : 'export const Content = undefined;',
    'virtual:milepost/fonts': `export const fonts = ${JSON.stringify(fonts)};`,
    'virtual:milepost/css': css.map((path) => `import ${JSON.stringify(path)};`).join('\n'),
  };
  for (const name of REPLACEABLE) {
    const path = components[name] ?? fileURLToPath(sourceOf(`components/${name}.astro`));
    modules[`virtual:milepost/components/${name}`] = `export { default } from ${JSON.stringify(path)};`;
  }
  return {
    name: 'milepost',
    resolveId: (id) => {
      if (Object.hasOwn(modules, id)) return `\0${id}`;
      const [, own] = OWN_DOOR.exec(id) ?? [];
      return own === undefined ? undefined : fileURLToPath(sourceOf(own));
    },
    load: (id) => (id.startsWith('\0') ? modules[id.slice(1)] : undefined),
  };
}

/** What `package.json` exports from `src/`. */
const OWN_DOOR = /^milepost\/((?:components|styles)(?:\/[\w-]+)+\.\w+)$/;
