import type { ViteDevServer } from 'vite';
import { serveFiles } from './files/serve.ts';
import { prepare } from './prepare.ts';
import type { Project } from './project.ts';
import { siteFrom } from './site.ts';

/** Shows what people edit as they edit it: pages, and the files that a build makes without a route. */
export async function serveContent(project: Project, server: ViteDevServer): Promise<void> {
  const { folder, cache } = project;
  const files = serveFiles(project);
  const prepareAnew = async (): Promise<void> => {
    const { prepared } = await prepare(folder, cache);
    files.show(siteFrom(prepared, []));
  };
  await prepareAnew();
  server.middlewares.use(files.answer);
  server.watcher.add(folder).on('all', async (_event, path) => {
    if (!path.startsWith(folder)) return;
    await prepareAnew();
    // Astro keeps the list of pages until it hears of new content.
    for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
    server.ws.send({ type: 'full-reload' });
  });
}
