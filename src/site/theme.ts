import type { ThemeFiles } from '../content/theme-files.ts';
import { inkOn, lighter, readableOnDark } from '../model/contrast.ts';
import { GREEN } from '../model/palette.ts';
import type { Settings } from '../model/settings.ts';

/** The theme as a stylesheet: own colours, each checked to be six hex digits, so that none can leave its place, and the own font. */
export function themeCss({ settings: { theme, statuses }, themeFiles }: Themed): string {
  const { sign: light = GREEN.light, signDark: dark = theme.sign ?? GREEN.dark } = theme;
  const sign = (theme.sign || theme.signDark) && [
    `  --sign: light-dark(${light}, ${dark});`,
    `  --sign-ink: light-dark(${inkOn(light)}, ${inkOn(dark)});`,
    `  --sign-text: light-dark(${light}, ${readableOnDark(dark)});`,
  ];
  const font = themeFiles.fonts.length > 0 ? [`  --font: ${OWN_FONT};`] : [];
  const roles = [...(sign || []), ...font];
  const signs = statuses.flatMap(({ id, color }) =>
    color ? [`.sign.status-${id} { --colour: light-dark(${color}, ${lighter(color)}); }`] : [],
  );
  return [...(roles.length > 0 ? [':root {', ...roles, '}'] : []), ...signs, ''].join('\n');
}

interface Themed {
  settings: Pick<Settings, 'theme' | 'statuses'>;
  themeFiles: Pick<ThemeFiles, 'fonts'>;
}

/** Overpass is on the page where the own font has no Latin letters. */
const OWN_FONT = 'var(--font-own), var(--font-overpass, system-ui), system-ui, sans-serif';
