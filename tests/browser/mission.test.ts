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

it.each([
  [1280, 900],
  [390, 844],
])(
  'fills the first screen of %i by %i with the sentence, in the middle of the page',
  async (width, height) => {
    const { page } = await visit(browser, `${site.origin}/mission/`, { viewport: { width, height } });
    const sentence = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect(sentence?.y).toBeLessThan(height / 2);
    expect((await page.locator('[id="mission.vision"]').boundingBox())?.y).toBeGreaterThan(height * 0.9);
    const main = await page.locator('main').evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return [left, document.documentElement.clientWidth - right];
    });
    expect(main[0]).toBeCloseTo(main[1] ?? -1, 0);
    await page.context().close();
  },
);

it('tells everything without JavaScript', async () => {
  const { page, trouble } = await visit(browser, `${bad.origin}${BASE}mission/`, {
    javaScriptEnabled: false,
  });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(
    'Help people fix <script>alert(5)</script> things at home.',
  );
  const alignment = page.getByRole('group', { name: 'Does what people ask for, and what ships, serve it?' });
  expect(await alignment.getByRole('row').count()).toBe(3);
  expect(
    await page
      .getByRole('img', { name: 'Serves no pillar: Share of demand 96%, Share of shipped work 0%' })
      .count(),
  ).toBe(1);
  expect(await page.locator('site-footprint').getByRole('row').count()).toBe(9);
  await page.getByText('Revisions').click();
  expect(await page.getByText('<script>alert(7)</script>').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'What was planned and declined, and for which pillar' }).click();
  await page.getByRole('heading', { level: 1, name: 'Does it serve the mission?' }).waitFor();
  expect(trouble).toEqual([]);
  await page.context().close();
});
