import { describe, expect, test } from 'vitest';
import type { ThemeFont } from '../../src/content/theme-font.ts';
import { settings, type UserSettings } from '../../src/model/settings.ts';
import { fontFamilies, pageFonts } from '../../src/site/fonts.ts';
import { iconOf } from '../../src/site/icon.ts';
import { themeCss } from '../../src/site/theme.ts';
import { themeFilesOf } from '../../src/site/theme-file.ts';
import { virtualModules } from '../../src/site/virtual.ts';
import { siteOf } from './files/site.ts';

const font = (fields: Partial<ThemeFont> = {}): ThemeFont => ({
  file: 'own.woff2',
  at: '/content/own.woff2',
  weight: '100 900',
  style: 'normal',
  unicodeRange: undefined,
  isLatin: true,
  isLoaded: true,
  size: 9,
  ...fields,
});
const japanese = font({ unicodeRange: ['U+3000-30FF', 'U+4E00-9FFF'], isLatin: false, isLoaded: false });

describe('fonts of a page', () => {
  test.each([
    ['Overpass alone, by default', [], ['--font-overpass, preloaded']],
    ['the own alone, where it has Latin letters', [font()], ['--font-own, preloaded']],
    ['several own ones, fetched as they are needed', [font(), font({ style: 'italic' })], ['--font-own']],
    ['the own before Overpass, where it has none', [japanese], ['--font-own', '--font-overpass, preloaded']],
    [
      'both, where some of the own are of other scripts',
      [font({ isLatin: false }), japanese],
      ['--font-own', '--font-overpass, preloaded'],
    ],
  ])('are %s', (_, own, shown) => {
    const said = pageFonts(own).map(({ variable, preload }) => `${variable}${preload ? ', preloaded' : ''}`);
    expect(said).toEqual(shown);
    expect(fontFamilies(own).map(({ cssVariable }) => cssVariable)).toEqual(
      pageFonts(own).map(({ variable }) => variable),
    );
  });

  test('are Astro’s, from files of this machine alone', () => {
    const [own, overpass] = fontFamilies([japanese]);
    expect(own).toMatchObject({
      provider: { name: 'local' },
      fallbacks: [],
      optimizedFallbacks: false,
      options: {
        variants: [
          {
            src: [new URL('file:///content/own.woff2')],
            weight: '100 900',
            style: 'normal',
            unicodeRange: ['U+3000-30FF', 'U+4E00-9FFF'],
          },
        ],
      },
    });
    expect(overpass).toMatchObject({ provider: { name: 'local' }, name: 'Overpass' });
    expect(fontFamilies([font()])).toMatchObject([
      { fallbacks: ['system-ui', 'sans-serif'], optimizedFallbacks: true },
    ]);
  });
});

describe('the theme’s stylesheet', () => {
  const css = (theme: UserSettings['theme'], fonts: ThemeFont[] = []): string =>
    themeCss({ settings: settings.parse({ theme }), themeFiles: { fonts } });

  test('is empty where nothing is chosen', () => expect(css({})).toBe(''));

  test('sets colours and font', () => {
    expect(css({ sign: '#1d50c0' }, [font()])).toBe(`:root {
  --sign: light-dark(#1d50c0, #1d50c0);
  --sign-ink: light-dark(#ffffff, #ffffff);
  --sign-text: light-dark(#1d50c0, #8ba9e4);
  --font: var(--font-own), var(--font-overpass, system-ui), system-ui, sans-serif;
}
`);
  });
});

test('files of a theme have names that stay when the user’s are renamed', () => {
  const site = siteOf({
    themeFiles: {
      logo: { at: '/content/Our Logo.SVG', kind: 'svg', width: 9, height: 9 },
      logoDark: { at: '/content/x.webp', kind: 'webp', width: 9, height: 9 },
      icon: { at: '/content/y.png', kind: 'png', width: 9, height: 9 },
      image: { at: '/content/z.jpeg', kind: 'jpg', width: 9, height: 9 },
    },
  });
  expect(themeFilesOf(site.themeFiles).map(({ path, type }) => `${path.join('/')} ${type}`)).toEqual([
    'theme/logo.svg image/svg+xml',
    'theme/logo-dark.webp image/webp',
    'theme/icon.png image/png',
    'theme/image.jpg image/jpeg',
  ]);
  expect(iconOf(site)).toMatchObject({ path: ['theme', 'icon.png'], type: 'image/png' });
  expect(iconOf(siteOf({}))).toEqual({ path: ['icon.svg'], type: 'image/svg+xml' });
});

test('every page is another when a file of the theme is, or its settings', () => {
  const frames = [
    siteOf({}),
    siteOf({ themeFiles: { digest: 'one' } }),
    siteOf({ themeFiles: { digest: 'two' } }),
    siteOf({ themeFiles: { digest: 'two' }, settings: { theme: { wordmark: true } } }),
  ].map(({ frame }) => frame);
  expect(new Set(frames).size).toBe(4);
});

test('an override finds the original from wherever it lies', () => {
  const { resolveId } = virtualModules({
    cache: '/cache',
    stand: { base: '/', origin: undefined },
    mission: undefined,
    fonts: [],
    components: {},
    css: [],
  });
  if (typeof resolveId !== 'function') throw new Error('expected a function; got none');
  const find = (id: string): unknown =>
    Reflect.apply(resolveId, undefined, [id, '/far/away/Footer.astro', {}]);
  expect(find('milepost/components/Footer.astro')).toMatch(/\/src\/components\/Footer\.astro$/);
  expect(find('milepost/styles/tokens.css')).toMatch(/\/src\/styles\/tokens\.css$/);
  expect(find('milepost/site/load.ts')).toBeUndefined();
  expect(find('milepost/components/../../package.json')).toBeUndefined();
  expect(find('elsewhere/components/Footer.astro')).toBeUndefined();
});
