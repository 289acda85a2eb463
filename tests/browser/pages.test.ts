import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BASE } from '../site/global-setup.ts';
import { launch, RULES, serve, visit } from './visit.ts';

const { own, badDay } = inject('sites');
const browser = await launch();
const site = await serve(own.outDir);
const bad = await serve(badDay.outDir, BASE);
afterAll(async () => {
  await browser.close();
  site.close();
  bad.close();
});

/** One address for each kind of page, of both sites. */
const PAGES = [
  ...[
    '',
    'status/planned/',
    'tags/',
    'tag/notify/',
    'roadmap/',
    'roadmap/horizon/',
    'roadmap/timeline/',
    'changes/',
    'insights/',
    'suggest/',
    'follow/',
    'api/',
    'embed/',
    'embed/roadmap/',
    'changelog/',
    'changelog/unreleased/',
    'mission/',
    'mission/decisions/',
    '404.html',
  ].map((path) => `${site.origin}/${path}`),
  `${site.origin}/feedback/threads-told-once-when-it-ships/`,
  ...[
    '',
    'feedback/1/',
    'feedback/2/',
    'feedback/3/',
    'feedback/6/',
    'feedback/9/',
    'feedback/10/',
    'feedback/18/',
    'changelog/',
    'roadmap/timeline/',
    'changes/',
    'insights/',
    'mission/',
    'mission/decisions/',
  ].map((path) => `${bad.origin}${BASE}${path}`),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(PAGES)('%s is accessible, whole and alone', async (address) => {
    const { page, trouble } = await visit(browser, address, { colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});

it.each([320, 390])('fits %i px without scrolling sideways', async (width) => {
  for (const address of PAGES) {
    const { page } = await visit(browser, address, { viewport: { width, height: 800 } });
    expect([address, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
      address,
      width,
    ]);
    await page.context().close();
  }
});

const VIEWS: [string, BrowserContextOptions][] = [
  ['in forced colours', { forcedColors: 'active' }],
  ['on the narrowest phone', { viewport: { width: 320, height: 640 } }],
  ['at 200 % zoom', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ['without motion', { reducedMotion: 'reduce' }],
];
describe.each(VIEWS)('%s', (_, options) => {
  it('each kind of page is accessible and fits', async () => {
    for (const address of PAGES) {
      const { page, trouble } = await visit(browser, address, options);
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect([address, violations.map(({ id }) => id), trouble, wide]).toEqual([address, [], [], false]);
      await page.context().close();
    }
  }, 240_000);
});

/** Writing from right to left turns the page around, whatever its words. */
it('each kind of page fits when it is written from right to left', async () => {
  for (const address of PAGES) {
    const { page } = await visit(browser, address, { viewport: { width: 390, height: 800 } });
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect([address, wide]).toEqual([address, false]);
    await page.context().close();
  }
}, 240_000);

it('every control is large enough for a finger', async () => {
  const { page } = await visit(browser, `${site.origin}/`, {
    viewport: { width: 390, height: 800 },
    hasTouch: true,
  });
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.filters a, .button, nav a, input, select')]
      .filter((control) => control instanceof HTMLElement && control.offsetParent !== null)
      .filter((control) => control.getBoundingClientRect().height < 44)
      .map((control) => control.outerHTML.slice(0, 80)),
  );
  expect(small).toEqual([]);
  await page.context().close();
});

describe('without JavaScript', () => {
  it('the board lists, filters and opens requests', async () => {
    const { page, trouble } = await visit(browser, `${site.origin}/`, { javaScriptEnabled: false });
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    await page.getByRole('link', { name: /^Declined/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Declined' }).waitFor();
    await page.getByRole('listitem').getByRole('heading', { level: 2 }).first().getByRole('link').click();
    await page.getByText('Answer from the maintainers').waitFor();
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});

beforeAll(() => expect([own.status, badDay.status]).toEqual([0, 0]));
