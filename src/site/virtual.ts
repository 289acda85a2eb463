import type { Plugin } from 'vite';

interface Sources {
  /** Folder of the prepared content. */
  cache: string;
  /** Path of `mission.mdx`, when there is one. */
  mission: string | undefined;
}

/** Modules whose text depends on the user's project: where the prepared content lies, and the mission's story. */
export function virtualModules({ cache, mission }: Sources): Plugin {
  const modules: Record<string, string> = {
    'virtual:milepost/content': `export const contentFolder = ${JSON.stringify(cache)};`,
    'virtual:milepost/mission': mission
      ? `export { Content } from ${JSON.stringify(mission)};`
      : 'export const Content = undefined;',
  };
  return {
    name: 'milepost',
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') ? modules[id.slice(1)] : undefined),
  };
}
