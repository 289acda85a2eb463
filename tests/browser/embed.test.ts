import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { BASE } from '../site/global-setup.ts';
import { launch, serve } from './visit.ts';

const { own, badDay } = inject('sites');
const browser = await launch();
const site = await serve(own.outDir);
const bad = await serve(badDay.outDir, BASE);

/** Somebody else's page, on an origin of its own, with as strict a policy as a frame and its script allow. */
let body = '';
const host: Server = createServer((_request, response) => {
  const policy = `default-src 'none'; script-src ${site.origin} ${bad.origin}; frame-src ${site.origin} ${bad.origin}; img-src data:`;
  const head = `<meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">`;
  response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
  response.end(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
});
await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
const address = host.address();
const hostOrigin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';

afterAll(async () => {
  await browser.close();
  for (const server of [site, bad, host]) server.close();
});

/** Opens the host's page with a frame in it. */
async function open(
  src: string,
  viewport = { width: 1000, height: 800 },
): Promise<{ page: Page; trouble: string[] }> {
  const { origin } = new URL(src);
  const root = origin === bad.origin ? `${origin}${BASE}` : `${origin}/`;
  body = `<button>before</button><script src="${root}embed.js" defer></script><milepost-embed src="${src}" label="Wishes"></milepost-embed><button>after</button>`;
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', ({ message }) => trouble.push(message));
  await page.goto(hostOrigin);
  await page.frameLocator('iframe').locator('h1').waitFor();
  return { page, trouble };
}

/** The frame's height, and that of what it holds, once they are the same. */
async function settled(page: Page): Promise<number> {
  const frame = page.frames()[1];
  if (!frame) throw new Error('expected a frame');
  const inside = (): Promise<number> =>
    frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  const outside = (): Promise<number> =>
    page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(async () => (await outside()) - (await inside()), { timeout: 10_000 }).toBe(0);
  return outside();
}

describe('a roadmap in somebody else’s page', () => {
  it.each(['embed/', 'embed/roadmap/'])('/%s is as high as what it holds, at every width', async (path) => {
    const { page, trouble } = await open(`${site.origin}/${path}`);
    const wide = await settled(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expect.poll(() => settled(page)).toBeGreaterThan(wide);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it('is walked through by keyboard, from the page before it to the page after it', async () => {
    const { page } = await open(`${site.origin}/embed/`);
    await settled(page);
    const links = await page.frameLocator('iframe').locator('a').count();
    expect(links).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'before' }).focus();
    await page.keyboard.press('Tab');
    const first = page.frameLocator('iframe').locator('a').first();
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    for (let count = 0; count < links; count += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('after');
    await page.context().close();
  });

  it('opens its links beside the page that it is in', async () => {
    const { page } = await open(`${site.origin}/embed/`);
    const opened = page.context().waitForEvent('page');
    await page.frameLocator('iframe').locator('h2 a').first().click();
    expect(new URL((await opened).url()).pathname).toMatch(/^\/feedback\//);
    expect(new URL(page.url()).origin).toBe(hostOrigin);
    await page.context().close();
  });

  it('has a name for those who cannot see it', async () => {
    const { page } = await open(`${site.origin}/embed/`);
    expect(await page.locator('iframe').getAttribute('title')).toBe('Wishes');
    await page.context().close();
  });

  it('sets no cookie and stores nothing', async () => {
    const { page } = await open(`${site.origin}/embed/`);
    await settled(page);
    const stored = await page
      .frames()[1]
      ?.evaluate(async () => [
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
      ]);
    expect(stored).toEqual(['', 0, 0, 0, 0]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('takes a height from its frame alone', async () => {
    const { page } = await open(`${site.origin}/embed/`);
    const height = await settled(page);
    await page.evaluate(() => window.postMessage({ milepost: 'height', height: 5_000 }, '*'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await settled(page)).toBe(height);
    await page.context().close();
  });

  it('shows hostile titles as text, under a base path', async () => {
    const { page, trouble } = await open(`${bad.origin}${BASE}embed/`);
    await page.frameLocator('iframe').getByRole('link', { name: '<script>alert(1)</script>' }).waitFor();
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});

it('takes no address but a page’s', async () => {
  body = `<script src="${site.origin}/embed.js" defer></script><milepost-embed src="javascript:alert(1)"></milepost-embed>`;
  const page = await browser.newPage();
  await page.goto(hostOrigin);
  await page.waitForFunction(() => customElements.get('milepost-embed'));
  expect(await page.locator('iframe').count()).toBe(0);
  await page.close();
});

it('the custom element is at most 3 kB', async () => {
  expect((await readFile(join(own.outDir, 'embed.js'))).byteLength).toBeLessThanOrEqual(3_000);
});
