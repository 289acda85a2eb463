import { afterAll, expect, inject, it } from 'vitest';
import { BASE } from '../site/global-setup.ts';
import { launch, serve, visit } from './visit.ts';

const { own, badDay } = inject('sites');
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
  await page.keyboard.press('Tab');
  const titles = await page.locator('.found h2').allTextContents();
  expect(titles).toContain('Merge duplicates without losing a vote');
  await page.locator('.found h2 a').first().focus();
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
  await page.getByLabel('Sort').selectOption('demand');
  await page.locator('.static h2').first().waitFor({ state: 'visible' });
  expect(new URL(page.url()).search).toBe('');
  await page.context().close();
});

it('sorts by the newest', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  await page.getByLabel('Sort').selectOption('newest');
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ requests found$/ })
    .waitFor();
  expect(await page.locator('.found .row').count()).toBeGreaterThan(30);
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
  expect(await page.locator('.found h2').allTextContents()).toEqual(['<script>alert(1)</script>']);
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
  await page.waitForResponse(/search\.json$/);
  expect(asked).toContain('/api/v1/search.json');
  await page.context().close();
});
