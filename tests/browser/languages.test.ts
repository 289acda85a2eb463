import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BASE } from '../site/global-setup.ts';
import { launch, RULES, serve, visit } from './visit.ts';

const { arabic, dutch } = inject('sites');
const browser = await launch();
const site = await serve(arabic.outDir, BASE);
const other = await serve(dutch.outDir, BASE);
afterAll(async () => {
  await browser.close();
  site.close();
  other.close();
});
beforeAll(() => expect([arabic.status, dutch.status]).toEqual([0, 0]));

/** One address for each kind of page. */
const PAGES = [
  '',
  'feedback/1/',
  'roadmap/',
  'roadmap/timeline/',
  'changelog/',
  'mission/',
  'suggest/',
  'insights/',
];
/** More of them, with long words and tables. */
const WIDE = [
  'feedback/4/',
  'feedback/8/',
  'roadmap/horizon/',
  'changes/',
  'mission/decisions/',
  'follow/',
  'api/',
];
const open = (path: string, options = {}): ReturnType<typeof visit> =>
  visit(browser, `${site.origin}${BASE}${path}`, options);

describe('a site in Arabic', () => {
  it.each(['light', 'dark'] as const)(
    'is accessible, whole and from right to left: %s',
    async (colorScheme) => {
      for (const path of PAGES) {
        const { page, trouble } = await open(path, { colorScheme });
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        const { lang, dir } = await page
          .locator('html')
          .evaluate(({ lang, dir }: HTMLElement) => ({ lang, dir }));
        expect([path, lang, dir, violations.map(({ id }) => id), trouble]).toEqual([
          path,
          'ar',
          'rtl',
          [],
          [],
        ]);
        await page.context().close();
      }
    },
    240_000,
  );

  it('has its own colour', async () => {
    const { page } = await open('');
    const colour = await page
      .locator('header a.button')
      .evaluate((it) => getComputedStyle(it).backgroundColor);
    expect(colour).toBe('rgb(122, 31, 92)');
    await page.context().close();
  });

  it('counts in the forms of Arabic', async () => {
    const { page } = await open('');
    expect(await page.locator('.opening .lead').textContent()).toBe(
      '7 طلبات من 46 صوتًا على GitHub. سُمع صوت واحد في مكان آخر. صدر واحد.',
    );
    await page.context().close();
  });

  it('finds a request by Arabic words', async () => {
    const { page, trouble } = await open('');
    await page.getByRole('searchbox').fill('الداكن');
    await page.getByRole('status').filter({ hasText: 'عُثر على طلب واحد' }).waitFor();
    expect(await page.locator('.found h2 bdi').allTextContents()).toEqual(['الوضع الداكن']);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it('runs from right to left: rows, the road, its signs', async () => {
    const { page } = await open('', { viewport: { width: 1280, height: 900 } });
    const row = page.locator('.static .row').first();
    expect(await fromRightToLeft(row.locator('.demand'), row.locator('h2'), row.locator('> .sign'))).toBe(
      true,
    );
    await page.goto(`${site.origin}${BASE}roadmap/timeline/`);
    const quarter = page.locator('.road > li');
    expect(await fromRightToLeft(quarter.nth(0), quarter.nth(1), quarter.nth(2))).toBe(true);
    await page.goto(`${site.origin}${BASE}roadmap/`);
    const arrow = page.locator('.kind-planned svg').first();
    expect(await arrow.evaluate((it) => getComputedStyle(it).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    await page.context().close();
  });

  it('says in which language a text is, where it is not the page’s', async () => {
    const { page } = await open('roadmap/');
    expect(await languagesOf(page.locator('main li a bdi'))).toEqual({
      'الوضع الداكن': undefined,
      'تصدير البيانات إلى CSV': undefined,
      'Offline mode (v2)': 'en',
      إشعارات: undefined,
    });
    await page.goto(`${site.origin}${BASE}insights/`);
    expect(await languagesOf(page.locator('main li a bdi'))).toEqual({
      'Rechtsschutzversicherungsgesellschaften als Verzeichnis': 'de',
      'Read it aloud': 'en',
      ダークモードがほしい: 'ja',
    });
    await page.goto(`${site.origin}${BASE}changes/`);
    expect(await languagesOf(page.locator('main li a bdi'))).toMatchObject({
      'الوضع الداكن': undefined,
      ダークモードがほしい: 'ja',
    });
    await page.goto(`${site.origin}${BASE}mission/decisions/`);
    expect(await languagesOf(page.locator('main li a bdi'))).toMatchObject({ ダークモードがほしい: 'ja' });
    await page.goto(`${site.origin}${BASE}feedback/1/`);
    expect(await languagesOf(page.locator('[aria-labelledby=merged] :is(a bdi, p[dir])'))).toEqual({
      'Dark theme': 'en',
      'The same as the other.': 'en',
    });
    await page.context().close();
  });
});

describe('a site with words of its own about requests in other languages', () => {
  it('says them, and English for those that it lacks', async () => {
    const { page, trouble } = await visit(browser, `${other.origin}${BASE}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    expect(await page.locator('nav a[aria-current=page]').first().textContent()).toMatch(/^\s*Verzoeken\s*$/);
    expect(await page.locator('.opening .lead').textContent()).toMatch(
      /^7 verzoeken from 46 voices on GitHub\./,
    );
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it('says in which language a text is, where its file or its letters do not: that of the settings', async () => {
    const { page } = await visit(browser, `${other.origin}${BASE}changelog/`);
    expect(await languagesOf(page.locator('article :is(h2 bdi, .title bdi)'))).toEqual({
      One: 'en',
      إشعارات: 'ar',
    });
    await page.goto(`${other.origin}${BASE}feedback/8/`);
    expect(await page.locator('[aria-labelledby=heard] blockquote').getAttribute('lang')).toBe('en');
    await page.context().close();
  });
});

it.each([
  ['Arabic', site],
  ['Dutch', other],
])(
  'the site in %s fits a narrow phone and a desk without scrolling sideways',
  async (_, { origin }) => {
    for (const width of [320, 1280]) {
      const { page } = await visit(browser, `${origin}${BASE}`, { viewport: { width, height: 800 } });
      for (const path of [...PAGES, ...WIDE]) {
        await page.goto(`${origin}${BASE}${path}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([path, wide]).toEqual([path, width]);
      }
      await page.context().close();
    }
  },
  240_000,
);

/** Whether each stands further to the left than the one before. */
async function fromRightToLeft(...places: Locator[]): Promise<boolean> {
  const ends = await Promise.all(places.map(async (place) => (await place.boundingBox())?.x ?? NaN));
  return ends.every((end, index) => index === 0 || end < (ends[index - 1] ?? NaN));
}

/** The `lang` of elements, by their text. */
const languagesOf = async (texts: Locator): Promise<Record<string, string | undefined>> =>
  Object.fromEntries(
    await texts.evaluateAll((all) =>
      all.map((one) => [one.textContent.trim(), one.getAttribute('lang') ?? undefined] as const),
    ),
  );
