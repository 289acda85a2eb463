import { createServer, type Server } from 'node:http';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import sirv from 'sirv';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What axe holds each page to. */
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A real Chromium with a fresh profile. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: FLAGS });
}

/** Serves a built site under its base path on loopback, 404 page included, as a host does. */
export async function serve(outDir: string, base = '/'): Promise<{ origin: string; close: () => void }> {
  const files = sirv(outDir, { dev: true });
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    const missing = (): void => void response.writeHead(404).end('no such file');
    if (!path.startsWith(base)) return missing();
    request.url = `/${path.slice(base.length)}`;
    files(request, response, missing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/** A view transition that Chromium gives up when a click comes too fast is no error of the page's. */
const BROWSERS_OWN = /^Transition was (?:aborted|skipped)/;

/** A page that takes down what no page may do. */
export interface Visit {
  page: Page;
  /** Console errors, uncaught errors, and requests to another origin. */
  trouble: string[];
}

/** Opens a fresh context and watches it. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const trouble: string[] = [];
  const { origin } = new URL(address);
  page.on('console', (message) => message.type() === 'error' && trouble.push(`console: ${message.text()}`));
  page.on('pageerror', ({ message }) => !BROWSERS_OWN.test(message) && trouble.push(`error: ${message}`));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on(
    'request',
    (request) => !request.url().startsWith(origin) && trouble.push(`request: ${request.url()}`),
  );
  await page.goto(address);
  return { page, trouble };
}
