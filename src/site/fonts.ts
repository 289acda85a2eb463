import { pathToFileURL } from 'node:url';
import type { AstroUserConfig } from 'astro';
import { fontProviders } from 'astro/config';
import type { ThemeFont } from '../content/theme-font.ts';

/** A family of local files, as Astro's configuration has it. */
export type Family = NonNullable<
  AstroUserConfig<never, never, [ReturnType<typeof fontProviders.local>]>['fonts']
>[0];

/** A family on every page, by the variable that Astro knows it by. */
export interface PageFont {
  variable: '--font-own' | '--font-overpass';
  /** Whether it is fetched with the page: only what every page is sure to need. */
  preload: boolean;
}

/** Families of a site's pages: its own font where it has one, and Overpass unless that writes Latin letters. */
export function pageFonts(own: readonly ThemeFont[]): PageFont[] {
  return [
    ...(own.length > 0
      ? [
          {
            variable: '--font-own',
            preload: own.length === 1 && own.every(({ isLoaded }) => isLoaded),
          } as const,
        ]
      : []),
    ...(own.some(({ isLatin }) => isLatin) ? [] : [{ variable: '--font-overpass', preload: true } as const]),
  ];
}

/** The same for Astro, which copies their files and names them by their bytes. */
export function fontFamilies(own: readonly ThemeFont[]): Family[] {
  const isLatin = own.some((font) => font.isLatin);
  const [first, ...others] = own.map(variantOf);
  return [...(first ? [ownFamily([first, ...others], isLatin)] : []), ...(isLatin ? [] : [OVERPASS])];
}

type Variants = Family['options']['variants'];

const ownFamily = (variants: Variants, isLatin: boolean): Family => ({
  provider: fontProviders.local(),
  name: 'Own',
  cssVariable: '--font-own',
  // A stand-in that has Latin letters would keep Overpass, which comes after, from writing them.
  fallbacks: isLatin ? FALLBACKS : [],
  optimizedFallbacks: isLatin,
  options: { variants },
});

function variantOf({ at, weight, style, unicodeRange = [] }: ThemeFont): Variants[number] {
  const [range, ...ranges] = unicodeRange;
  return {
    src: [pathToFileURL(at)],
    weight,
    style,
    ...(range !== undefined && { unicodeRange: [range, ...ranges] }),
  };
}

const FALLBACKS = ['system-ui', 'sans-serif'];

const OVERPASS: Family = {
  provider: fontProviders.local(),
  name: 'Overpass',
  cssVariable: '--font-overpass',
  fallbacks: FALLBACKS,
  options: {
    variants: [
      {
        src: [
          new URL(
            import.meta.resolve('@fontsource-variable/overpass/files/overpass-latin-wght-normal.woff2'),
          ),
        ],
        weight: '100 900',
        style: 'normal',
      },
    ],
  },
};
