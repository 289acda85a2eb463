import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveFiles } from '../../../src/site/files/serve.ts';
import { filesOf } from '../../../src/site/files/write.ts';
import { siteOf, STAND } from './site.ts';

const SITE = siteOf({ items: { '1': { title: 'Dark mode' } } });

/** A server that answers from a site's files; what it does not have is somebody else's, with status 299. */
async function serving(
  taken: readonly string[] = [],
  rasterise = async (svg: string): Promise<Uint8Array> => Buffer.from(svg),
): Promise<{ files: ReturnType<typeof serveFiles>; get: (path: string) => Promise<Response> }> {
  const files = serveFiles({
    stand: STAND,
    taken: new Set(taken),
    rasteriser: { name: 'fake', rasterise },
  });
  const server = createServer((request, response) =>
    files.answer(request, response, (error) => response.writeHead(error ? 500 : 299).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address');
  return { files, get: (path) => fetch(`http://127.0.0.1:${address.port}/${path}`) };
}

describe('while people edit', () => {
  test('every file of a build is there, whatever the address asks beside it', async () => {
    const { files, get } = await serving();
    files.show(SITE);
    for (const { path, text } of filesOf(SITE, STAND)) {
      expect([path, await (await get(`${path}?a=1`)).text()]).toEqual([path, text]);
    }
  });

  test('a picture is drawn when it is asked for', async () => {
    const { files, get } = await serving();
    files.show(SITE);
    const answer = await get('image/feedback/1.png');
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(await answer.text()).toMatch(/^<svg .* width="1200" height="630"/);
    expect((await get('image/feedback/2.png')).status).toBe(299);
  });

  test('a picture that cannot be drawn is an error of the page’s, and the server goes on', async () => {
    const { files, get } = await serving([], async () => Promise.reject(new Error('no ink')));
    files.show(SITE);
    expect((await get('image/site.png')).status).toBe(500);
    expect((await get('llms.txt')).status).toBe(200);
  });

  test('what changed is served from then on', async () => {
    const { files, get } = await serving();
    files.show(SITE);
    expect(await (await get('feedback/1.md')).text()).toContain('# Dark mode');
    files.show(siteOf({ items: { '1': { title: 'Night mode' } } }));
    expect(await (await get('feedback/1.md')).text()).toContain('# Night mode');
  });

  test('nothing is served before there is anything, and a file of the project’s own wins', async () => {
    const { files, get } = await serving(['/llms.txt']);
    expect((await get('feed.xml')).status).toBe(299);
    files.show(SITE);
    expect((await get('llms.txt')).status).toBe(299);
    expect((await get('feed.xml')).status).toBe(200);
  });

  test('what is no file, or has no address that can be read, is left to others', async () => {
    const { files, get } = await serving();
    files.show(SITE);
    for (const path of ['', 'feedback/1/', 'src/index.ts', '%E0%A4%A.svg', 'badge/../../x.svg', 'a.toString'])
      expect([path, (await get(path)).status]).toEqual([path, 299]);
  });
});
