import type { Settings } from '../model/settings.ts';

/** The settings' colours as a stylesheet. Every value was checked to be six hex digits, so none can leave its place. */
export function themeCss({ theme, statuses }: Pick<Settings, 'theme' | 'statuses'>): string {
  const sign = theme.sign && [
    `  --sign: light-dark(${theme.sign}, ${theme.signDark ?? theme.sign});`,
    `  --sign-text: light-dark(${theme.sign}, ${lighter(theme.signDark ?? theme.sign)});`,
  ];
  const signs = statuses.flatMap(({ id, color }) =>
    color ? [`.sign.status-${id} { --colour: light-dark(${color}, ${lighter(color)}); }`] : [],
  );
  return [...(sign ? [':root {', ...sign, '}'] : []), ...signs, ''].join('\n');
}

/** The same hue for a dark page. */
const lighter = (colour: string): string => `color-mix(in oklab, ${colour}, white 50%)`;
