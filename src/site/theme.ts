import { inkOn, lighter } from '../model/contrast.ts';
import type { Settings } from '../model/settings.ts';

/** The settings' colours as a stylesheet. Every value was checked to be six hex digits, so none can leave its place. */
export function themeCss({ theme, statuses }: Pick<Settings, 'theme' | 'statuses'>): string {
  const { sign: light = GREEN.light, signDark: dark = theme.sign ?? GREEN.dark } = theme;
  const sign = (theme.sign || theme.signDark) && [
    `  --sign: light-dark(${light}, ${dark});`,
    `  --sign-ink: light-dark(${inkOn(light)}, ${inkOn(dark)});`,
    `  --sign-text: light-dark(${light}, ${lighter(dark)});`,
  ];
  const signs = statuses.flatMap(({ id, color }) =>
    color ? [`.sign.status-${id} { --colour: light-dark(${color}, ${lighter(color)}); }`] : [],
  );
  return [...(sign ? [':root {', ...sign, '}'] : []), ...signs, ''].join('\n');
}

/** The built-in sign colours, as in `styles/tokens.css`. */
const GREEN = { light: '#0b6b3a', dark: '#0f7a44' };
