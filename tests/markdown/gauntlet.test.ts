import { createServer, type Server } from 'node:http';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { markdownToHtml } from 'satteri';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderUntrusted } from '../../src/markdown/render.ts';
import { ALLOWED, SAFE_ADDRESS, skeleton } from './allow-list.ts';
import { installHooks, probe, type Findings } from './oracle.ts';
import { CONTEXTS, fromCorpora, fromPackages, OWN } from './payloads.ts';

const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const BODIES_A_PAGE = 400;
const FRAMES_A_PAGE = 60;

const pages = new Map<string, string>();
let server: Server;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  server = createServer((request, response) => {
    const html = pages.get(request.url ?? '');
    response
      .writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      .end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: FLAGS.split(' ') });
}, 30_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

/** What one page did: what the oracle saw in each frame, the dialogs that came up, and the addresses it asked for. */
interface Seen {
  findings: Findings[];
  dialogs: number;
  requests: string[];
}

async function watch(context: BrowserContext, path: string, html: string): Promise<Seen> {
  pages.set(path, html);
  const page = await context.newPage();
  const seen: Seen = { findings: [], dialogs: 0, requests: [] };
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('dialog', (dialog) => {
    seen.dialogs += 1;
    void dialog.dismiss().catch(() => undefined);
  });
  await page.goto(`${origin}${path}`, { waitUntil: 'load', timeout: 10_000 });
  seen.findings = await probeFrames(page);
  await page.close({ runBeforeUnload: false });
  seen.requests = seen.requests.filter((url) => url !== `${origin}${path}` && url !== 'about:srcdoc');
  return seen;
}

/** A hostile frame may have gone elsewhere or broken its own document: then nothing is known of it. */
async function probeFrames(page: Page): Promise<Findings[]> {
  const rules = { allowed: ALLOWED, address: SAFE_ADDRESS.source };
  const found = await Promise.all(
    page.frames().map((frame) => frame.evaluate(probe, rules).catch(() => undefined)),
  );
  return found.filter((findings) => findings !== undefined);
}

async function openContext(): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  );
  await context.addInitScript(installHooks);
  return context;
}

function chunks<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}

const PAGE = '<!doctype html><html lang="en"><title>t</title><body>';

test('in Chromium nothing runs, loads, escapes or is there that may not be', async () => {
  const payloads = [...OWN, ...(fromCorpora() ?? []), ...fromPackages()];
  const bodies = payloads.flatMap((payload) =>
    Object.values(CONTEXTS).map((put) => renderUntrusted(put(payload), { repo: 'o/n' })),
  );
  const context = await openContext();
  for (const [index, some] of chunks(bodies, BODIES_A_PAGE).entries()) {
    const boxes = some.map((html) => `<li><article class="box">${html}</article></li>`).join('');
    const { findings, dialogs, requests } = await watch(
      context,
      `/safe/${index}`,
      `${PAGE}<ul id="boxes">${boxes}</ul>`,
    );
    const [found] = findings;
    expect({ dialogs, requests, executed: found?.executed, offences: found?.offences }).toEqual({
      ...{ dialogs: 0, requests: [], executed: [], offences: [] },
    });
    expect(found?.boxes).toEqual(some.map((html) => skeleton(html).join(' ')));
  }
  await context.close();
  console.log(`${payloads.length} payloads, ${bodies.length} bodies in Chromium`);
}, 60_000);

test('the same oracle sees what Sätteri alone lets through', async () => {
  const context = await openContext();
  let executed = 0;
  let offences = 0;
  let requests = 0;
  for (const [index, some] of chunks(OWN, FRAMES_A_PAGE).entries()) {
    const frames = some.map(
      (payload) => `<iframe srcdoc="${quoted(`${PAGE}${markdownToHtml(payload).html}`)}"></iframe>`,
    );
    const seen = await watch(context, `/unsafe/${index}`, `${PAGE}${frames.join('')}`);
    executed += seen.findings.filter((found) => found.executed.length > 0).length;
    offences += seen.findings.filter((found) => found.offences.length > 0).length;
    requests += seen.requests.length;
  }
  await context.close();
  console.log(
    `unsanitised: ${executed} of ${OWN.length} ran, ${offences} held what they may not, ${requests} requests`,
  );
  expect(executed).toBeGreaterThanOrEqual(20);
  expect(offences).toBeGreaterThanOrEqual(60);
  expect(requests).toBeGreaterThanOrEqual(10);
}, 60_000);

function quoted(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
