import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { build } from 'esbuild';
import { writeTitles } from '../../src/derive/search/titles-file.ts';
import { tellingWords } from '../../src/derive/search/telling-words.ts';
import { writeWords } from '../../src/derive/search/words-file.ts';
import { launch, serve } from '../browser/visit.ts';
import { random } from '../soak/random.ts';
import type { Corpus } from './search-corpus.ts';
import { queriesFor } from './search-queries.ts';

const BOARD = new URL('../../src/client/board.ts', import.meta.url).pathname;
const TOOLS = new URL('../../src/client/tools.ts', import.meta.url).pathname;
const THROTTLE = 4;
const KEYSTROKES = 200;

/** What a search costs a slow phone's main thread, in milliseconds. */
export interface Felt {
  /** Of each keystroke: the search alone; ascending. */
  searches: number[];
  /** Of each keystroke: event, search, rows, styles and layout; ascending. */
  keystrokes: number[];
  /** The longest that the main thread was busy at a stretch while the files were read. */
  longestSlice: number;
}

/** Types into the board's own script in a Chromium whose processor is slowed down to a quarter. */
export async function feel(corpus: Corpus): Promise<Felt> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-bench-'));
  await writeFiles(folder, corpus);
  const site = await serve(folder);
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const busy = async (): Promise<number> => {
      const { metrics } = await client.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    await page.goto(site.origin);
    await page.evaluate(WATCH);
    await page.locator('input[type=search]').focus();
    await page.waitForTimeout(3000);
    const longestSlice = Number(await page.evaluate('(port1.onmessage = null, longest)'));
    await page.keyboard.type('s');
    await page.locator('.found .row').first().waitFor();
    await page.waitForTimeout(3000);
    const keystrokes: number[] = [];
    for (const stroke of strokesFor(corpus)) {
      const before = await busy();
      await page.evaluate(`type(${JSON.stringify(stroke)})`);
      keystrokes.push((await busy()) - before);
    }
    const searches = z
      .array(z.number())
      .parse(await page.evaluate(`searchAll(${JSON.stringify(strokesFor(corpus))})`));
    return { searches, keystrokes: keystrokes.sort((a, b) => a - b), longestSlice };
  } finally {
    await browser.close();
    site.close();
    await rm(folder, { recursive: true });
  }
}

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

const PAGE = `<!doctype html><meta charset="utf-8"><script type="module" src="/board.js"></script>
<script>
  async function type(words) {
    const input = document.querySelector('input');
    input.value = words;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
    return document.body.offsetHeight;
  }
  async function searchAll(queries) {
    const { Finder } = await import('/tools.js');
    let hasMore;
    const more = new Promise((resolve) => (hasMore = resolve));
    const found = await new Finder('/search.json', 'en').found(hasMore);
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
  <div class="found" hidden><ol class="rows"></ol></div>
  <div class="static"></div>
</milepost-board>`;

/** A page with nothing but the board's script and an index of the corpus. */
async function writeFiles(folder: string, corpus: Corpus): Promise<void> {
  const { ids, titles, excerpts, tags } = corpus;
  const names = [...new Set(tags.flat())];
  const column = (value: (place: number) => number): number[] => ids.map((_, place) => value(place));
  const facts = {
    words: { people: 'people', 'board.found': '{count} found', 'board.none': 'none' },
    statuses: [{ id: 'open', name: 'Open', kind: 'open' }],
    tags: names.map((name) => ({ name, slug: name })),
    status: column(() => 0),
    active: column(() => 1),
    heard: column(() => 0),
    comments: column((place) => place % 7),
    merged: column(() => 0),
    created: column((place) => 18_000 + (place % 2000)),
    moved: column((place) => 18_000 + (place % 2500)),
    trend: column((place) => place % 50),
    tagged: tags.map((own) => own.map((name) => names.indexOf(name))),
  };
  await build({
    entryPoints: [BOARD, TOOLS],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: folder,
    logLevel: 'silent',
  });
  const files = {
    'index.html': PAGE,
    'search.json': JSON.stringify(facts),
    'search.txt': writeTitles(corpus),
    'search-words.txt': writeWords(tellingWords(titles, excerpts, tags)),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}
