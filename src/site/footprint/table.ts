import type { Messages } from '../../i18n/messages.ts';
import { xmlText } from '../feed/feed.ts';
import type { PageWeight } from './kinds.ts';

/** The footprint as a table, safe to put into a page; `href` leads to the same figures as data. */
export function footprintTable(
  weights: readonly PageWeight[],
  { t, figures }: Messages,
  href: string,
): string {
  const bytes = new Intl.NumberFormat(figures, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });
  const grams = new Intl.NumberFormat(figures, { style: 'unit', unit: 'gram', maximumSignificantDigits: 2 });
  const row = ({ kind, bytes: all, grams: co2 }: PageWeight): string =>
    [
      `<tr><th scope="row">${xmlText(t(`kind.${kind}`))}</th>`,
      `<td class="number">${xmlText(bytes.format(all / 1000))}</td>`,
      `<td class="number">${xmlText(grams.format(co2))}</td></tr>`,
    ].join('');
  return [
    '<table class="figures"><thead><tr>',
    `<th scope="col">${xmlText(t('mission.footprintPage'))}</th>`,
    `<th scope="col" class="number">${xmlText(t('mission.footprintBytes'))}</th>`,
    `<th scope="col" class="number">${xmlText(t('mission.footprintCo2'))}</th>`,
    `</tr></thead><tbody>${weights.map(row).join('')}</tbody></table>`,
    `<p class="small"><a href="${xmlText(href)}">${xmlText(t('mission.footprintData'))}</a></p>`,
  ].join('');
}

/** The page with something else in its place for the footprint; as it was where it has none. Done twice, it is as done once. */
export const withFootprint = (page: string, shown: string): string =>
  page.replace(/(<site-footprint\b[^>]*>)[\s\S]*?(<\/site-footprint>)/, (_, open: string, close: string) =>
    [open, shown, close].join(''),
  );
