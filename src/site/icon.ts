import { inkOn } from '../model/contrast.ts';
import { GREEN } from '../model/palette.ts';
import type { Site } from './site.ts';
import { xmlText } from './feed/feed.ts';
import { initialOf } from './initial.ts';
import { type ThemeFile, themeFile } from './theme-file.ts';

/** Where a site's icon lies, and its media type: its own, else the plate. */
export const iconOf = ({
  themeFiles,
}: Pick<Site, 'themeFiles'>): Pick<ThemeFile, 'type'> & { path: readonly string[] } =>
  themeFile(themeFiles, 'icon') ?? { path: ['icon.svg'], type: 'image/svg+xml' };

/** The plate as an icon: the title's first letter, in the settings' colour. */
export function iconSvg({ title, settings }: Pick<Site, 'title' | 'settings'>): string {
  const sign = settings.theme.sign ?? GREEN.light;
  const ink = inkOn(sign);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<rect x="3" y="1" width="26" height="30" rx="5" fill="${sign}"/>`,
    `<path d="M5.5 3.5h21v25h-21z" fill="none" stroke="${ink}" stroke-width="1.25" stroke-linejoin="round"/>`,
    `<text x="16" y="22.5" fill="${ink}" text-anchor="middle" font-family="Overpass,Verdana,sans-serif" font-weight="800" font-size="17">${xmlText(initialOf(title))}</text>`,
    '</svg>',
    '',
  ].join('');
}
