import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { PLACES } from './content/files.ts';
import { parseMission } from './model/parse.ts';
import { astroDefaults } from './site/astro-defaults.ts';
import { beginBuild, type Build, finishBuild } from './site/build.ts';
import { serveContent } from './site/dev.ts';
import { fontFamilies, pageFonts } from './site/fonts.ts';
import { readOptions, type UserOptions } from './site/options.ts';
import { openOutput } from './site/output.ts';
import { withoutNames } from './site/own-pages.ts';
import { openProject, type Project } from './site/project.ts';
import { ROUTES } from './site/routes.ts';
import { sourceOf } from './site/source.ts';
import { storyPlugin } from './site/story.ts';
import { virtualModules } from './site/virtual.ts';

export type MilepostOptions = UserOptions;

/**
 * Milepost as an Astro integration: `integrations: [milepost()]` is a whole roadmap site.
 * A page of the project wins over Milepost's at the same address.
 * @throws SettingsError when an option is unknown or wrong, or `milepost.yml` is.
 */
export default function milepost(userOptions: MilepostOptions = {}): AstroIntegration {
  const options = readOptions(userOptions);
  // Astro calls the hooks in the order in which they stand here.
  let project: Project;
  let before: readonly string[] | undefined;
  let build: Build;
  return {
    name: 'milepost',
    hooks: {
      'astro:config:setup': async ({ command, config, injectRoute, updateConfig, addWatchFile, logger }) => {
        project = await openProject(config, options);
        const { folder, cache, outDir, stand, own, taken } = project;
        before = command === 'build' ? openOutput(outDir, cache) : undefined;
        const mission = join(folder, PLACES.mission);
        const hasMdx = config.integrations.some(({ name }) => name === '@astrojs/mdx');
        updateConfig(astroDefaults(fontFamilies(own.fonts)));
        updateConfig({
          integrations: hasMdx ? [] : [mdx()],
          vite: {
            // No script within a page: each comes from a file of the site, which is all that the policy allows.
            build: { emptyOutDir: before === undefined, assetsInlineLimit: 0 },
            plugins: [
              storyPlugin(mission, (message) => logger.warn(message)),
              virtualModules({
                cache,
                stand,
                mission: isReadable(mission) ? mission : undefined,
                fonts: pageFonts(own.fonts),
                ...own.overrides,
              }),
            ],
          },
        });
        for (const path of [join(folder, PLACES.settings), ...own.watched]) addWatchFile(path);
        for (const [pattern, file] of Object.entries(ROUTES)) {
          if (taken.has(withoutNames(pattern))) continue;
          injectRoute({ pattern, entrypoint: sourceOf(`routes/${file}`), prerender: true });
        }
      },
      'astro:server:setup': ({ server, logger }) => serveContent(project, server, logger),
      'astro:build:start': async ({ logger }) => {
        build = await beginBuild(project, before, logger);
      },
      'astro:build:done': async ({ assets, logger }) => {
        const pages = [...assets.values()].flat().map((url) => fileURLToPath(url));
        await finishBuild(project, build, pages, logger);
      },
    },
  };
}

/** Whether there is a mission, and its front matter can be read; one that cannot is told, and keeps nothing else off the site. */
const isReadable = (path: string): boolean =>
  existsSync(path) && parseMission(readFileSync(path, 'utf8'), path).value !== undefined;
