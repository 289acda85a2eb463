import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import { isFor, type ThemeFont } from '../../content/theme-font.ts';

/** Words as outlines, so that a picture looks the same wherever it is drawn and no font has to be installed. */
export interface Lettering {
  /** What of some words can be written; undefined where letters of them cannot be, for half a word says something else. */
  writable: (words: string) => string | undefined;
  /** How wide words are at a size of 1. */
  widthOf: (words: string) => number;
  /** Paths of words at a size of 1, from the origin of their line on, y upwards. */
  pathsOf: (words: string) => string;
}

interface Letter {
  path: string;
  advance: number;
}

/** Scripts of Overpass, the most frequent first: each is read when the ones before it lack a letter. */
const OVERPASS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'].map((subset) => {
  const file = `@fontsource-variable/overpass/files/overpass-${subset}-wght-normal.woff2`;
  return { at: new URL(import.meta.resolve(file)), unicodeRange: undefined };
});

/** A font of a site's own, as far as lettering goes. */
type LetteringFont = Pick<ThemeFont, 'at' | 'style' | 'unicodeRange'>;

/** Lettering in a site's own fonts, as its pages are, and in Overpass where they lack a letter. */
export function letteringIn(own: readonly LetteringFont[]): Lettering {
  const files = [...own.filter(({ style }) => style === 'normal'), ...OVERPASS];
  const fonts: (Font | undefined)[] = [];
  const letters = new Map<string, Letter | undefined>();
  const find = (sign: string): Letter | undefined => {
    if (!CAN_STAND_ALONE.test(sign)) return undefined;
    const code = sign.codePointAt(0) ?? 0;
    for (const [place, file] of files.entries()) {
      if (!isFor(file, code)) continue;
      const letter = letterOf(code, (fonts[place] ??= readFont(file.at)));
      if (letter) return letter;
    }
    return undefined;
  };
  const letterFor = (sign: string): Letter | undefined => {
    if (!letters.has(sign)) letters.set(sign, find(sign));
    return letters.get(sign);
  };
  return {
    writable: (words) => {
      const signs = [...words.normalize('NFC').replace(/\s+/g, ' ').replace(HINTS, '')];
      const isLost = signs.some((sign) => /[\p{L}\p{M}\p{N}]/u.test(sign) && !letterFor(sign));
      const kept = signs.filter(letterFor).join('').replace(/ +/g, ' ').trim();
      return isLost || kept === '' ? undefined : kept;
    },
    widthOf: (words) => [...words].reduce((sum, sign) => sum + (letterFor(sign)?.advance ?? 0), 0),
    pathsOf: (words) => {
      let x = 0;
      const paths: string[] = [];
      for (const sign of words) {
        const letter = letterFor(sign);
        if (letter?.path) paths.push(`<path transform="translate(${rounded(x)} 0)" d="${letter.path}"/>`);
        x += letter?.advance ?? 0;
      }
      return paths.join('');
    },
  };
}

/**
 * Signs of scripts whose letters stand beside each other from left to right, each by itself. Others join, stack or run the
 * other way (Arabic, Hebrew, Devanagari, Thai, marks on letters): drawn letter by letter they would be wrong, so they are not.
 */
const CAN_STAND_ALONE = new RegExp(
  `^(?!\\p{M})[${[
    ...['Common', 'Latin', 'Greek', 'Cyrillic', 'Armenian', 'Georgian', 'Han', 'Hiragana', 'Katakana'],
    ...['Hangul', 'Bopomofo', 'Yi', 'Ethiopic', 'Cherokee', 'Canadian_Aboriginal', 'Vai', 'Lisu'],
  ]
    .map((script) => `\\p{Script=${script}}`)
    .join('')}]$`,
  'u',
);

/** Signs that only say how the one before them is drawn, such as in colour. */
const HINTS = /[\p{Variation_Selector}\p{Bidi_Control}\u200B\u2060]/gu;

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

type Font = Extract<ReturnType<typeof create>, { isCollection: false }>;

/** A letter of a font; undefined where it has none, or none that can be drawn: fonts of a site's own may be anything. */
function letterOf(code: number, font: Font): Letter | undefined {
  try {
    if (!font.hasGlyphForCodePoint(code)) return undefined;
    const { path, advanceWidth } = font.glyphForCodePoint(code);
    return { path: path.scale(1 / font.unitsPerEm).toSVG(), advance: advanceWidth / font.unitsPerEm };
  } catch {
    return undefined;
  }
}

/** Reads a font that was read before, so that it is one. */
function readFont(file: string | URL): Font {
  const font = create(readFileSync(file));
  if (font.isCollection) throw new Error(`${file}: expected one font; got a collection`);
  return font;
}
