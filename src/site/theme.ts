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

/** Black or white, whichever is easier to read on a colour (WCAG relative luminance). */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

/** The same hue for a dark page. */
const lighter = (colour: string): string => `color-mix(in oklab, ${colour}, white 50%)`;
