import { createServer } from 'node:http';
import sirv from 'sirv';
import { afterAll, expect, inject, it } from 'vitest';
import { indexFiles } from '../bench/search-index.ts';
import { madeCorpus } from '../bench/search-corpus.ts';
import { BASE } from '../site/global-setup.ts';
import { launch, serve, visit } from './visit.ts';

const { own, badDay } = inject('sites');
/** Rows beyond the first screen are drawn a few at a time, slower the more this machine does. */
const PATIENTLY = { timeout: 10_000 };
const browser = await launch();
const site = await serve(own.outDir);
const bad = await serve(badDay.outDir, BASE);
afterAll(async () => {
  await browser.close();
  site.close();
  bad.close();
});

it('finds a request with a slip in the word, by keyboard alone', async () => {
  const { page, trouble } = await visit(browser, `${site.origin}/`);
  await page.keyboard.press('/');
  await page.keyboard.type('dupliactes');
  await page.getByRole('status').filter({ hasText: /found/ }).waitFor();
  const titles = await page.locator('.found h2').allTextContents();
  expect(titles.map((title) => title.trim())).toContain('Merge duplicates without losing a vote');
  const focused = (): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.textContent?.trim());
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(titles[0]?.trim());
  await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('searchbox').evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('The road so far').waitFor();
  expect(trouble).toEqual([]);
  await page.context().close();
});

it('keeps the query in the address, for sharing and for the way back', async () => {
  const { page } = await visit(browser, `${site.origin}/?q=mission&sort=newest`);
  await page.getByRole('status').filter({ hasText: /found/ }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('mission');
  await page.locator('.found h2 a').first().click();
  await page.getByText('The road so far').waitFor();
  await page.goBack();
  await page.locator('.found h2').first().waitFor();
  expect(new URL(page.url()).search).toBe('?q=mission&sort=newest');
  await page.getByRole('searchbox').fill('');
  await page.getByLabel('Sort').selectOption('Most wanted');
  await page.locator('.static h2').first().waitFor({ state: 'visible' });
  expect(new URL(page.url()).search).toBe('');
  await page.context().close();
});

it('sorts by the newest', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  await page.getByLabel('Sort').selectOption('newest');
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ requests found/ })
    .waitFor();
  await expect.poll(() => page.locator('.found .row').count(), PATIENTLY).toBeGreaterThan(30);
  await page.context().close();
});

it('says when nothing matches', async () => {
  const { page } = await visit(browser, `${site.origin}/?q=zzzzzzzz`);
  await page.getByRole('status').filter({ hasText: 'No request matches.' }).waitFor();
  expect(await page.locator('.found .row').count()).toBe(0);
  await page.context().close();
});

it('draws hostile titles as text, under a base path', async () => {
  const { page, trouble } = await visit(browser, `${bad.origin}${BASE}?q=script`);
  await page.locator('.found h2').first().waitFor();
  expect(await page.locator('.found h2 bdi').allTextContents()).toEqual(['<script>alert(1)</script>']);
  expect(await page.locator('.found h2 a').first().getAttribute('href')).toBe(`${BASE}feedback/2/`);
  expect(trouble).toEqual([]);
  await page.context().close();
});

it('draws a row as the page does', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  const shape = (list: string): Promise<string> =>
    page.locator(`${list} .row`, { hasText: 'Merge duplicates without losing a vote' }).evaluate((row) => {
      row.querySelectorAll('.excerpt, svg').forEach((part) => part.remove());
      return (row.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
  const still = await shape('.static');
  await page.getByRole('searchbox').fill('merge duplicates without losing');
  await page.locator('.found .row').first().waitFor();
  expect((await shape('.found')).replace(/\s/g, '')).toBe(still.replace(/\s/g, ''));
  await page.context().close();
});

it('asks for the search only when somebody shows interest', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const isForSearch = (path: string): boolean => /search/.test(path);
  await page.waitForTimeout(300);
  expect(asked.filter(isForSearch)).toEqual([]);
  await page.getByRole('searchbox').focus();
  await expect.poll(() => asked).toContain('/api/v1/search.txt');
  expect(asked).not.toContain('/api/v1/search.json');
  await page.context().close();
});

it('combines filters with words, and goes back through them', async () => {
  const { page, trouble } = await visit(browser, `${site.origin}/`);
  const count = page.getByRole('status');
  const search = (): string => decodeURIComponent(new URL(page.url()).search);
  await page.locator('[data-status=declined]').click();
  await count.filter({ hasText: /found/ }).waitFor();
  expect(search()).toBe('?status=declined');
  expect(await page.locator('.filters [aria-current]').getAttribute('data-status')).toBe('declined');
  const all = await page.locator('.found .row').count();
  await page.getByRole('searchbox').pressSequentially('mailing');
  await expect.poll(() => page.locator('.found .row').count()).toBeLessThan(all);
  const signs = await page.locator('.found .sign').allTextContents();
  expect(new Set(signs.map((sign) => sign.trim()))).toEqual(new Set(['Declined']));
  await expect.poll(search).toBe('?q=mailing&status=declined');
  await page.goBack();
  await expect.poll(() => page.locator('.found .row').count()).toBe(all);
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  await page.goBack();
  await page.locator('.static .row').first().waitFor({ state: 'visible' });
  expect(search()).toBe('');
  expect(trouble).toEqual([]);
  await page.context().close();
});

it('filters by a tag in place, and stops when told', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  const tag = page.locator('.static a.tag').first();
  const name = (await tag.textContent())?.trim() ?? '';
  await tag.click();
  await page.locator('.found .row').first().waitFor();
  const rows = page.locator('.found .row');
  expect(await rows.filter({ has: page.locator('a.tag', { hasText: name }) }).count()).toBe(
    await rows.count(),
  );
  await page.getByRole('button', { name: /Remove the filter by tag/ }).click();
  await page.locator('.static .row').first().waitFor({ state: 'visible' });
  await page.context().close();
});

it('says what it leaves out, and shows all with one control', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  expect(await page.getByRole('status').textContent()).toContain(
    'Shipped, declined and closed requests are not in this list.',
  );
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.locator('.found .row .kind-declined').first().waitFor();
  expect(new URL(page.url()).search).toBe('?status=all');
  expect(await page.getByRole('button', { name: 'Show all' }).isVisible()).toBe(false);
  await page.context().close();
});

it('carries words that find nothing over to a suggestion, and shows requests like it', async () => {
  const { page, trouble } = await visit(browser, `${site.origin}/`);
  await page.getByRole('searchbox').fill('zzzzzzzz yyyyyy');
  await page.getByRole('link', { name: 'Suggest this' }).click();
  const title = page.getByLabel('Your idea, in one line');
  await expect.poll(() => title.inputValue()).toBe('zzzzzzzz yyyyyy');
  await title.fill('Please merge the duplicates that we have without losing any votes of mine');
  await page
    .getByText(/requests? like yours/)
    .first()
    .waitFor();
  const likely = page.locator('.matches li');
  expect(await likely.count()).toBeLessThanOrEqual(5);
  expect(await likely.first().textContent()).toMatch(
    /^Merge duplicates without losing a vote\d+ (person|people|voices?) · \w+/,
  );
  const form = new URL((await page.locator('milepost-suggest a.button').getAttribute('href')) ?? '');
  expect(form.searchParams.get('title')).toBe(
    'Please merge the duplicates that we have without losing any votes of mine',
  );
  expect(form.searchParams.has('labels')).toBe(false);
  expect(trouble).toEqual([]);
  await page.context().close();
});

it('helps with the keys, and stops listening to them when told, for good', async () => {
  const { page, trouble } = await visit(browser, `${site.origin}/`);
  const dialog = page.getByRole('dialog');
  const input = page.getByRole('searchbox');
  const hasFocus = (): Promise<boolean> => input.evaluate((field) => field === document.activeElement);
  await page.keyboard.press('?');
  await dialog.waitFor();
  await page.keyboard.press('/');
  expect(await hasFocus()).toBe(false);
  await dialog.getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: 'Close' }).click();
  for (const isReloaded of [false, true]) {
    if (isReloaded) await page.reload();
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    expect([await hasFocus(), await dialog.isVisible()]).toEqual([false, false]);
  }
  await page.getByRole('button', { name: 'Keys on this page' }).click();
  await dialog.getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('what?/');
  expect([await input.inputValue(), await dialog.isVisible()]).toEqual(['what?/', false]);
  await page.keyboard.press('Escape');
  expect(await input.inputValue()).toBe('');
  expect(trouble).toEqual([]);
  await page.context().close();
});

it.each(['api/v1/search.json', 'api/v1/search.txt', '_astro/worker*.js'])(
  'keeps the list that came with the page when %s is broken',
  async (file) => {
    const { page } = await visit(browser, `${site.origin}/`);
    await page.route(`**/${file}`, (route) => route.fulfill({ body: 'not what it was' }));
    await page.getByRole('searchbox').fill('merge');
    await page
      .getByRole('status')
      .filter({ hasText: 'The search could not be loaded. Try again, or use the lists above.' })
      .waitFor();
    expect(await page.locator('.static .row').first().isVisible()).toBe(true);
    await page.unroute(`**/${file}`);
    await page.getByRole('searchbox').fill('merge duplicates');
    await page.locator('.found .row').first().waitFor();
    await page.context().close();
  },
);

it('shows a hundred, and further hundreds when asked, the focus on the first of them', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  const files = indexFiles(madeCorpus(250));
  await page.route('**/api/v1/search*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    return route.fulfill({ body: files[name] ?? '' });
  });
  const rows = page.locator('.found .row');
  const more = page.getByRole('button', { name: 'Show more' });
  await page.getByLabel('Sort').selectOption('newest');
  await expect.poll(() => rows.count(), PATIENTLY).toBe(100);
  await more.click();
  await expect.poll(() => rows.count(), PATIENTLY).toBe(200);
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll('.found .row')].findIndex((row) =>
          row.contains(document.activeElement),
        ),
      ),
    )
    .toBe(100);
  await more.click();
  await expect.poll(() => rows.count(), PATIENTLY).toBe(250);
  expect(await more.isVisible()).toBe(false);
  await page.context().close();
});

it('makes one step of the history for each question, not for each letter', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  const input = page.getByRole('searchbox');
  const search = (): string => new URL(page.url()).search;
  await input.pressSequentially('merge');
  await expect.poll(search).toBe('?q=merge');
  await page.waitForTimeout(1000);
  await input.pressSequentially(' dup');
  expect(search()).toBe('?q=merge');
  await page.keyboard.press('ArrowDown');
  expect(search()).toBe('?q=merge+dup');
  await page.goBack();
  await expect.poll(() => input.inputValue()).toBe('merge');
  await page.goBack();
  await expect.poll(() => input.inputValue()).toBe('');
  await page.context().close();
});

it('lets people go back from a link that says the same in other words', async () => {
  for (const link of ['?q=merge%20duplicates', '?utm_source=post', '?sort=bogus&q=merge', '?q=50%']) {
    const { page } = await visit(browser, `${site.origin}/roadmap/`);
    await page.goto(`${site.origin}/${link}`);
    await page.waitForTimeout(500);
    await page.goBack();
    expect([link, new URL(page.url()).pathname]).toEqual([link, '/roadmap/']);
    await page.context().close();
  }
});

it.each(['_astro/worker*.js', 'api/v1/search.txt'])(
  'searches though %s could not be had when the field was entered',
  async (file) => {
    const { page } = await visit(browser, `${site.origin}/`);
    await page.route(`**/${file}`, (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await page.getByRole('searchbox').focus();
    await failed;
    await page.waitForTimeout(300);
    await page.unroute(`**/${file}`);
    await page.getByLabel('Sort').selectOption('newest');
    await page.getByRole('status').filter({ hasText: /found/ }).waitFor();
    await page.context().close();
  },
);

it('shows requests like a suggestion after the search could not be had', async () => {
  const { page } = await visit(browser, `${site.origin}/suggest/`);
  const title = page.getByLabel('Your idea, in one line');
  await page.route('**/api/v1/search.json', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await title.fill('Merge duplicates');
  await failed;
  await page.waitForTimeout(300);
  await page.unroute('**/api/v1/search.json');
  await title.fill('Merge duplicates without losing a vote');
  await page.locator('.matches li').first().waitFor();
  await page.context().close();
});

it('takes no row away from under somebody when words of texts come late', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  let letCome: () => void = () => undefined;
  const isTime = new Promise<void>((resolve) => (letCome = resolve));
  await page.route('**/api/v1/search-words.txt', async (route) => {
    await isTime;
    await route.continue();
  });
  await page.getByRole('searchbox').fill('merge');
  const first = page.locator('.found .row h2 a').first();
  await first.waitFor();
  await page.keyboard.press('ArrowDown');
  const come = page.waitForResponse('**/api/v1/search-words.txt');
  letCome();
  await come;
  await page.waitForTimeout(500);
  expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.context().close();
});

it('keeps the focus near when what was pressed goes away', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  const count = page.getByRole('status');
  for (const pressed of ['.static a.tag', '.found a.tag', '.untag', '.all']) {
    await page.locator(pressed).first().press('Enter');
    await page.waitForTimeout(500);
    expect([pressed, await count.evaluate((place) => place === document.activeElement)]).toEqual([
      pressed,
      true,
    ]);
  }
  await page.context().close();
});

it('does not mix files of two versions of the site', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  const older = indexFiles(madeCorpus(250))['search.txt'] ?? '';
  await page.route('**/api/v1/search.txt', (route) => route.fulfill({ body: older }));
  await page.getByRole('searchbox').fill('merge');
  await page.getByRole('status').filter({ hasText: 'The search could not be loaded.' }).waitFor();
  await page.context().close();
});

it('asks for the files of the search anew, however long the host lets browsers keep them', async () => {
  const asked: string[] = [];
  const files = sirv(own.outDir, { maxAge: 600, etag: true });
  const host = createServer((request, response) => {
    asked.push(request.url ?? '');
    files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const address = host.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const { page } = await visit(browser, `${origin}/`);
  for (const query of ['merge', 'vote']) {
    await page.goto(`${origin}/?q=${query}`);
    await page.locator('.found .row').first().waitFor();
  }
  expect(asked.filter((path) => /search\.(txt|json)$/.test(path)).sort()).toEqual([
    '/api/v1/search.json',
    '/api/v1/search.json',
    '/api/v1/search.txt',
    '/api/v1/search.txt',
  ]);
  await page.context().close();
  host.close();
});

it('a tag of any length does not make the page wider', async () => {
  const { page } = await visit(browser, `${site.origin}/?tag=${'a'.repeat(2000)}`);
  await page.getByRole('status').filter({ hasText: 'No request matches.' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.context().close();
});

it('finds a request by an id of several words', async () => {
  const { page } = await visit(browser, `${bad.origin}${BASE}?q=canny-17`);
  await page.locator('.found h2').first().waitFor();
  expect(await page.locator('.found h2 bdi').allTextContents()).toEqual(['From elsewhere']);
  await page.context().close();
});

it('says how many were found apart from how many have ended', async () => {
  const { page } = await visit(browser, `${site.origin}/?q=vote`);
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ requests found · \d+ more / })
    .waitFor();
  await page.context().close();
});

it('leaves the arrows that select text to the field', async () => {
  const { page } = await visit(browser, `${site.origin}/?q=merge`);
  await page.locator('.found .row').first().waitFor();
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('merge');
  await page.context().close();
});

it('says by what results are sorted: by how well they match, while words are asked for', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  const chosen = (): Promise<string> =>
    page.getByLabel('Sort').evaluate((select) => select.querySelector('option')?.text ?? '');
  expect(await chosen()).toBe('Most wanted');
  await page.getByRole('searchbox').fill('merge');
  expect(await chosen()).toBe('Best match');
  await page.getByRole('searchbox').fill('');
  expect(await chosen()).toBe('Most wanted');
  await page.context().close();
});
