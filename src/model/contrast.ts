/** Light of a colour's three parts, each from 0 to 1. */
type Light = readonly [red: number, green: number, blue: number];

/** Grounds that text stands on, paper and sheet: `styles/tokens.css` has the same, and a test compares them. */
export const GROUNDS = { light: ['#fbfaf6', '#ffffff'], dark: ['#0f1512', '#161d19'] } as const;

/** What text needs on its ground: WCAG 2.2, 1.4.3. */
export const READABLE = 4.5;

/** Contrast of two colours given as six hex digits, from 1 to 21. Source: WCAG 2.2, contrast ratio. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(lightOf(one)), luminance(lightOf(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The ground of a page on which a colour is hardest to read. */
export function hardestGround(colour: string, page: keyof typeof GROUNDS): string {
  const [paper, sheet] = GROUNDS[page];
  return contrastOf(colour, sheet) < contrastOf(colour, paper) ? sheet : paper;
}

/** Relative luminance, from 0 to 1. */
const luminance = ([red, green, blue]: Light): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Black or white, whichever is easier to read on a colour. */
export const inkOn = (colour: string): string =>
  contrastOf(colour, '#000000') > contrastOf(colour, '#ffffff') ? '#000000' : '#ffffff';

/** Half-way to white, as `color-mix(in oklab, colour, white)` makes it: the same hue for a dark page. */
export function lighter(colour: string): string {
  const [l, a, b] = oklab(lightOf(colour));
  return hexOf(fromOklab([(l + 1) / 2, a / 2, b / 2]));
}

/** A colour on its half-way steps to white, from the first on that can be read on the dark page. */
export function readableOnDark(colour: string): string {
  const shown = lighter(colour);
  return contrastOf(shown, hardestGround(shown, 'dark')) >= READABLE ? shown : readableOnDark(shown);
}

function lightOf(colour: string): Light {
  const part = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function hexOf(light: Light): string {
  const part = (value: number): string => {
    const clipped = Math.min(1, Math.max(0, value));
    const encoded = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${light.map(part).join('')}`;
}

/** The numbers are Björn Ottosson's: https://bottosson.github.io/posts/oklab/ */
function oklab([red, green, blue]: Light): Light {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([light, a, b]: Light): Light {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}
