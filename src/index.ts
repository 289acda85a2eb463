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
import { serveFiles } from './site/files/serve.ts';
import { filesOf, without, writeFiles } from './site/files/write.ts';
import { picturesOf } from './site/images/pictures.ts';
import { findRasteriser, writePictures, type Rasteriser } from './site/images/write.ts';
import { handed } from './site/handed.ts';
import { footprintFiles } from './site/footprint/footprint.ts';
import { fontFamilies, pageFonts } from './site/fonts.ts';
import { readOptions, type UserOptions } from './site/options.ts';
import { closeOutput, openOutput } from './site/output.ts';
import { readOwn } from './site/own.ts';
import { ownAddresses, publicAddresses, withoutNames } from './site/own-pages.ts';
import { prepare } from './site/prepare.ts';
import { ROUTES } from './site/routes.ts';
import { type Site, siteFrom } from './site/site.ts';
import { sourceOf } from './site/source.ts';
import { storyPlugin } from './site/story.ts';
import { recordTime, tellsOtherTime, tellTime } from './site/synced.ts';
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
  let taken: ReadonlySet<string> = new Set();
  let hasOwnComponents = false;
  let hasOtherTime = false;
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
        const { overrides, fonts, watched } = await readOwn(folder, options, root);
        hasOwnComponents = Object.keys(overrides.components).length > 0;
        const mission = join(folder, PLACES.mission);
        const hasMdx = config.integrations.some(({ name }) => name === '@astrojs/mdx');
        updateConfig(astroDefaults(fontFamilies(fonts)));
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
                fonts: pageFonts(fonts),
                ...overrides,
              }),
            ],
          },
        });
        for (const path of [join(folder, PLACES.settings), ...watched]) addWatchFile(path);
        taken = new Set([
          ...ownAddresses(new URL('pages/', config.srcDir)),
          ...publicAddresses(config.publicDir),
        ]);
        for (const [pattern, file] of Object.entries(ROUTES)) {
          if (taken.has(withoutNames(pattern))) continue;
          injectRoute({ pattern, entrypoint: sourceOf(`routes/${file}`), prerender: true });
        }
      },
      'astro:server:setup': async ({ server }) => {
        const files = serveFiles({ stand: { base, origin }, taken, rasteriser });
        files.show(siteFrom((await prepare(folder, cache)).prepared, []));
        server.middlewares.use(files.answer);
        server.watcher.add(folder).on('all', async (_event, path) => {
          if (!path.startsWith(folder)) return;
          files.show(siteFrom((await prepare(folder, cache)).prepared, []));
          // Astro keeps the list of pages until it hears of new content.
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:start': async ({ logger }) => {
        const { prepared, problems, rendered, reused } = await prepare(folder, cache);
        const { syncedAt } = prepared.state;
        // Where a component is the project's own, nobody knows what it makes of the time of the last sync.
        const around = [base, origin, String(rasteriser !== undefined), hasOwnComponents ? syncedAt : ''];
        site = siteFrom(prepared, around);
        handed.set(cache, { site, words: prepared.words });
        hasOtherTime = tellsOtherTime(cache, syncedAt ?? '', before !== undefined);
        for (const problem of problems) logger.warn(formatProblem(problem));
        logger.info(`${rendered} texts rendered, ${reused} as they were`);
      },
      'astro:build:done': async ({ assets, logger }) => {
        const pages = [...assets.values()].flat().map((url) => fileURLToPath(url));
        handed.delete(cache);
        if (site?.syncedAt && hasOtherTime) {
          const { minute } = messagesFor(site.settings.locale);
          tellTime(pages, { at: site.syncedAt, words: minute(site.syncedAt) });
          recordTime(cache, site.syncedAt);
        }
        // Files that were taken away with the folder are not there to be left alone.
        const known = before ? await readKnown(cache) : new Map<string, string>();
        const made = new Set(pages);
        const isOwn = (path: string): boolean => taken.has(`/${path}`) || made.has(join(outDir, path));
        const files = site ? writeFiles(outDir, without(filesOf(site, { base, origin }), isOwn), known) : [];
        await saveKnown(cache, known);
        const pictures =
          site && rasteriser
            ? await writePictures(
                { outDir, cache, rasteriser, fonts: site.themeFiles.fonts },
                picturesOf(site),
              )
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
