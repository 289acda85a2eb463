import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
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

/** One address for each kind of page, of both sites. */
const PAGES = [
  ...[
    '',
    'status/planned/',
    'tags/',
    'tag/notify/',
    'roadmap/',
    'changelog/',
    'changelog/unreleased/',
    'mission/',
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
  ].map((path) => `${bad.origin}${BASE}${path}`),
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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
