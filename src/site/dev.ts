import { sep } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { SettingsError } from '../content/read.ts';
import { formatProblem } from '../model/problem.ts';
import { serveFiles } from './files/serve.ts';
import { prepare } from './prepare.ts';
import type { Project } from './project.ts';
import { siteFrom } from './site.ts';

/** Shows what people edit as they edit it: pages, and the files that a build makes without a route. */
export async function serveContent(
  project: Project,
  server: ViteDevServer,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const { folder, cache } = project;
  const files = serveFiles(project);
  let told: ReadonlySet<string> = new Set();
  const prepareAnew = async (): Promise<void> => {
    const { prepared, problems } = await prepare(folder, cache);
    files.show(siteFrom(prepared, []));
    const lines = new Set(problems.map(formatProblem));
    for (const line of lines) if (!told.has(line)) logger.warn(line);
    told = lines;
  };
  const follow = async (): Promise<void> => {
    try {
      await prepareAnew();
    } catch (error) {
      // Settings that are wrong are told by Astro, which starts anew with them; the site stays as it was.
      if (!(error instanceof SettingsError)) logger.error(String(error));
      return;
    }
    // Astro keeps the list of pages until it hears of new content.
    for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
    server.ws.send({ type: 'full-reload' });
  };
  await prepareAnew();
  server.middlewares.use(files.answer);
  let work = Promise.resolve();
  let isDue = false;
  server.watcher.add(folder).on('all', (_event, path) => {
    // Another branch in git changes hundreds of files at once: what changes while one preparation runs is taken by the next.
    if (isDue || !path.startsWith(folder + sep)) return;
    isDue = true;
    work = work.then(() => {
      isDue = false;
      return follow();
    });
  });
}
