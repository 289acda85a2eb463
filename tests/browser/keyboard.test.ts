import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, it } from 'vitest';
import { launch, RULES, serve, visit } from './visit.ts';

const { own } = inject('sites');
const browser = await launch();
const site = await serve(own.outDir);
afterAll(async () => {
  await browser.close();
  site.close();
});

/** What has the focus, by the words that it shows or its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: it } = document;
    return (it?.getAttribute('aria-label') ?? it?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

/** Presses Tab until what has the focus is called so; fails where the page ends before. */
async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  const passed: string[] = [];
  const isThere = (words = ''): boolean => (typeof name === 'string' ? words === name : name.test(words));
  while (!isThere(passed.at(-1))) {
    await page.keyboard.press('Tab');
    passed.push(await focused(page));
    if (passed.length > 150) throw new Error(`no ${name} among ${passed.join(' | ')}`);
  }
}

it('skips to what the page is about', async () => {
  for (const path of [
    '',
    'roadmap/',
    'changelog/',
    'mission/',
    'feedback/threads-told-once-when-it-ships/',
  ]) {
    const { page } = await visit(browser, `${site.origin}/${path}`);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(() => document.activeElement?.closest('main, footer') !== null);
    expect([path, isInside]).toEqual([path, true]);
    await page.context().close();
  }
});

it('a visitor finds out where a wish stands', async () => {
  const { page, trouble } = await visit(browser, `${site.origin}/`);
  await tabTo(page, /^Roadmap$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
  await tabTo(page, /^Now, next, later$/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/roadmap/horizon/');
  const wish = (await page.locator('main section li > a').first().textContent())?.trim() ?? '';
  await tabTo(page, wish);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: wish }).waitFor();
  expect(trouble).toEqual([]);
  await page.context().close();
});

it('a contributor meets requests like theirs, and goes on to GitHub’s form', async () => {
  const { page, trouble } = await visit(browser, `${site.origin}/`);
  await tabTo(page, /^Suggest an idea$/);
  await page.keyboard.press('Enter');
  const title = page.getByLabel('Your idea, in one line');
  await title.waitFor();
  while (!(await title.evaluate((field) => field === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.type('Merge duplicates without losing a vote');
  await page.locator('.matches li').first().waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Merge duplicates without losing a vote');
  await tabTo(page, /GitHub/);
  const form = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
  expect(new URL(form).searchParams.get('title')).toBe('Merge duplicates without losing a vote');
  expect(trouble).toEqual([]);
  await page.context().close();
});

it('the help holds the focus while it is open, and is accessible', async () => {
  const { page } = await visit(browser, `${site.origin}/`);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const { violations } = await new AxeBuilder({ page }).include('dialog').withTags(RULES).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await dialog.isVisible()).toBe(false);
  await page.context().close();
});

it('results are accessible, with and without any', async () => {
  for (const query of ['?q=merge', '?q=zzzzzzzz', '?status=all&sort=newest']) {
    const { page, trouble } = await visit(browser, `${site.origin}/${query}`);
    await page.locator('.found:not([hidden])').waitFor();
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect([query, violations.map(({ id }) => id), trouble]).toEqual([query, [], []]);
    await page.context().close();
  }
});
