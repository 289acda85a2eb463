import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { PLACES } from './content/files.ts';
import { messagesFor } from './i18n/messages.ts';
import { parseMission } from './model/parse.ts';
import { formatProblem } from './model/problem.ts';
import { astroDefaults } from './site/astro-defaults.ts';
import { digest } from './site/digest.ts';
import { readKnown, saveKnown } from './site/files/known.ts';
import { filesOf, writeFiles } from './site/files/write.ts';
import { picturesOf } from './site/images/pictures.ts';
import { findRasteriser, writePictures, type Rasteriser } from './site/images/write.ts';
import { footprintFiles } from './site/footprint/footprint.ts';
import { locate, readOptions, type UserOptions } from './site/options.ts';
import { closeOutput, openOutput } from './site/output.ts';
import { ownAddresses, withoutNames } from './site/own-pages.ts';
import { prepare } from './site/prepare.ts';
import { DEV_ROUTES, ROUTES } from './site/routes.ts';
import { type Site, siteFrom } from './site/site.ts';
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
  let folder = '';
  let cache = '';
  let outDir = '';
  let base = '/';
  let origin: string | undefined;
  let site: Site | undefined;
  let rasteriser: Rasteriser | undefined;
  let before: readonly string[] | undefined;
  return {
    name: 'milepost',
    hooks: {
      'astro:config:setup': async ({ command, config, injectRoute, updateConfig, addWatchFile, logger }) => {
        const root = fileURLToPath(config.root);
        folder = resolve(root, options.content);
        cache = join(fileURLToPath(config.cacheDir), 'milepost', digest(folder));
        outDir = fileURLToPath(config.outDir);
        base = config.base;
        origin = config.site;
        // Pictures are for who reads an address elsewhere: without an origin there is none to give.
        rasteriser = origin ? await findRasteriser() : undefined;
        before = command === 'build' ? openOutput(outDir, cache) : undefined;
        const mission = join(folder, PLACES.mission);
        const hasMdx = config.integrations.some(({ name }) => name === '@astrojs/mdx');
        updateConfig(astroDefaults());
        updateConfig({
          integrations: hasMdx ? [] : [mdx()],
          vite: {
            // No script within a page: each comes from a file of the site, which is all that the policy allows.
            build: { emptyOutDir: before === undefined, assetsInlineLimit: 0 },
            plugins: [
              storyPlugin(mission, (message) => logger.warn(message)),
              virtualModules({
                cache,
                stand: { base, origin, pictures: rasteriser !== undefined },
                mission: isReadable(mission) ? mission : undefined,
                ...locate(options, root),
              }),
            ],
          },
        });
        addWatchFile(join(folder, PLACES.settings));
        const routes = { ...ROUTES, ...(command === 'dev' ? DEV_ROUTES : {}) };
        const own = ownAddresses(new URL('pages/', config.srcDir));
        for (const [pattern, file] of Object.entries(routes)) {
          if (own.has(withoutNames(pattern))) continue;
          injectRoute({ pattern, entrypoint: sourceOf(`routes/${file}`), prerender: true });
        }
      },
      'astro:server:setup': async ({ server }) => {
        await prepare(folder, cache);
        server.watcher.add(folder).on('all', async (_event, path) => {
          if (!path.startsWith(folder)) return;
          await prepare(folder, cache);
          // Astro keeps the list of pages until it hears of new content.
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:start': async ({ logger }) => {
        const { prepared, problems, rendered, reused } = await prepare(folder, cache);
        site = siteFrom(prepared, []);
        for (const problem of problems) logger.warn(formatProblem(problem));
        logger.info(`${rendered} texts rendered, ${reused} as they were`);
      },
      'astro:build:done': async ({ assets, logger }) => {
        const pages = [...assets.values()].flat().map((url) => fileURLToPath(url));
        // Files that were taken away with the folder are not there to be left alone.
        const known = before ? await readKnown(cache) : new Map<string, string>();
        const files = site ? writeFiles(outDir, filesOf(site, { base, origin }), known) : [];
        await saveKnown(cache, known);
        const pictures =
          site && rasteriser
            ? await writePictures({ outDir, cache, rasteriser }, picturesOf(site))
            : { paths: [], drawn: 0 };
        if (pictures.drawn > 0) logger.info(`${pictures.drawn} pictures drawn`);
        const weighed = footprintFiles({
          outDir,
          pages: pages.map((page) => relative(outDir, page).replaceAll('\\', '/')),
          base,
          messages: messagesFor(site?.settings.locale ?? 'en'),
        });
        const footprint = writeFiles(outDir, weighed);
        await closeOutput(outDir, cache, [...pages, ...files, ...pictures.paths, ...footprint], before ?? []);
      },
    },
  };
}

/** Whether there is a mission, and its front matter can be read; one that cannot is told, and keeps nothing else off the site. */
const isReadable = (path: string): boolean =>
  existsSync(path) && parseMission(readFileSync(path, 'utf8'), path).value !== undefined;
