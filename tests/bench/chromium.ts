import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import { launch, serve } from '../browser/visit.ts';
import { random } from '../soak/random.ts';
import type { Corpus } from './search-corpus.ts';
import { indexFiles } from './search-index.ts';
import { queriesFor } from './search-queries.ts';

const BOARD = new URL('../../src/client/board.ts', import.meta.url).pathname;
const WORKER = new URL('../../src/client/worker/worker.ts', import.meta.url).pathname;
const LIBRARY = new URL('../../src/client/worker/library.ts', import.meta.url).pathname;
const THROTTLE = 4;
const KEYSTROKES = 200;

/** What a search costs a slow phone, in milliseconds. */
export interface Felt {
  /** Of each keystroke: the search alone, as if the main thread did it; ascending. */
  searches: number[];
  /** Of each keystroke: how long the main thread is busy with the event, the rows, styles and layout; ascending. */
  keystrokes: number[];
  /** Of each keystroke: from the event to rows that are laid out, waiting for the worker included; ascending. */
  waits: number[];
  /** The longest that the main thread was busy at a stretch while the files were read. */
  longestSlice: number;
}

/** Types into the board's own script in a Chromium whose processor is slowed down to a quarter. */
export const feel = (corpus: Corpus): Promise<Felt> =>
  onSlowPhone(corpus, async (page, client) => {
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async (): Promise<number> => {
      const { metrics } = await client.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    // What the page itself costs when it opens is no matter of the search's.
    await page.waitForTimeout(1000);
    await page.evaluate(WATCH);
    await page.locator('input[type=search]').focus();
    await page.waitForTimeout(3000);
    const longestSlice = Number(await page.evaluate('(port1.onmessage = null, longest)'));
    await page.keyboard.type('s');
    await page.locator('.found .row').first().waitFor();
    await page.waitForTimeout(3000);
    const keystrokes: number[] = [];
    const waits: number[] = [];
    for (const stroke of strokesFor(corpus)) {
      const before = await busy();
      waits.push(Number(await page.evaluate(`type(${JSON.stringify(stroke)})`)));
      keystrokes.push((await busy()) - before);
    }
    const searches = await searchesOn(page, corpus);
    return { searches, keystrokes: keystrokes.sort(ascending), waits: waits.sort(ascending), longestSlice };
  });

/** How long the search alone takes there for each keystroke, in milliseconds; ascending. */
export const timeSearches = (corpus: Corpus): Promise<number[]> =>
  onSlowPhone(corpus, (page) => searchesOn(page, corpus));

async function onSlowPhone<Result>(
  corpus: Corpus,
  work: (page: Page, client: CDPSession) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-bench-'));
  await writeFiles(folder, corpus);
  const site = await serve(folder);
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await page.goto(site.origin);
    return await work(page, client);
  } finally {
    await browser.close();
    site.close();
    await rm(folder, { recursive: true });
  }
}

const searchesOn = async (page: Page, corpus: Corpus): Promise<number[]> =>
  z.array(z.number()).parse(await page.evaluate(`searchAll(${JSON.stringify(strokesFor(corpus))})`));

const ascending = (a: number, b: number): number => a - b;

/** Words typed letter by letter, a slip in some of them. */
function strokesFor(corpus: Corpus): string[] {
  const asked = queriesFor(corpus, random(11), 10).map(({ query }) => query);
  const strokes = asked.flatMap((query) => [...query].map((_, at) => query.slice(0, at + 1)));
  const step = Math.max(1, Math.floor(strokes.length / KEYSTROKES));
  return strokes.filter((_, at) => at % step === 0);
}

/** Whatever the page says of itself: how long nothing else could run, and a letter typed, drawn and laid out. */
const WATCH = `
  window.longest = 0;
  var { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    port2.postMessage(0);
  };
  port2.postMessage(0);
`;

/** A page with the board alone: its own styles, and its own empty row. */
async function page(): Promise<string> {
  const styles = await Promise.all(
    ['tokens', 'base', 'rows', 'sign'].map((name) => source(`styles/${name}.css`)),
  );
  const emptyRow = /<template>.*<\/template>/s.exec(await source('components/EmptyRow.astro'))?.[0] ?? '';
  return `<!doctype html><meta charset="utf-8"><style>${styles.join('')}</style><script type="module" src="/board.js"></script>
<script>
  function type(words) {
    const list = document.querySelector('.found');
    const input = document.querySelector('input');
    return new Promise((resolve) => {
      const began = performance.now();
      const done = () => {
        watcher.disconnect();
        resolve(list.offsetHeight >= 0 && performance.now() - began);
      };
      const watcher = new MutationObserver(done);
      watcher.observe(list, { childList: true, subtree: true });
      setTimeout(done, 1000);
      input.value = words;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  async function searchAll(queries) {
    const { openShelf } = await import('/worker/library.js');
    let hasMore;
    const more = new Promise((resolve) => (hasMore = resolve));
    const found = await openShelf(location.origin + '/search.json', 'en', hasMore)();
    await more;
    const times = queries.map((query) => {
      const began = performance.now();
      found.search(query);
      return performance.now() - began;
    });
    return times.sort((a, b) => a - b);
  }
</script>
<milepost-board data-index="/search.json" data-base="/" data-locale="en">
  <form class="search"><input type="search"><select><option value="">-</option></select></form>
  <p class="count"></p>
  <button class="untag"><bdi></bdi></button>
  <div class="found" hidden><ol class="rows"></ol>${emptyRow}</div>
  <div class="static"></div>
</milepost-board>`;
}

const source = (path: string): Promise<string> =>
  readFile(new URL(`../../src/${path}`, import.meta.url), 'utf8');

/** A page with nothing but the board's script and an index of the corpus. */
async function writeFiles(folder: string, corpus: Corpus): Promise<void> {
  await build({
    entryPoints: [BOARD, WORKER, LIBRARY],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: folder,
    logLevel: 'silent',
  });
  const files = {
    'index.html': await page(),
    // What Vite does when it builds the site: the worker is a file of its own.
    'board.js': (await readFile(join(folder, 'board.js'), 'utf8')).replace('worker.ts', 'worker.js'),
    ...indexFiles(corpus),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}
