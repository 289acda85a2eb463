import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';

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
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];

/** Lettering in the site's own font. */
export function overpass(): Lettering {
  const fonts: ReturnType<typeof readFont>[] = [];
  const letters = new Map<string, Letter | undefined>();
  const find = (sign: string): Letter | undefined => {
    const code = sign.codePointAt(0) ?? 0;
    for (const [place, subset] of SUBSETS.entries()) {
      const font = (fonts[place] ??= readFont(subset));
      if (!font.hasGlyphForCodePoint(code)) continue;
      const { path, advanceWidth } = font.glyphForCodePoint(code);
      return {
        path: path.scale(1 / font.unitsPerEm).toSVG(),
        advance: advanceWidth / font.unitsPerEm,
      };
    }
    return undefined;
  };
  const letterFor = (sign: string): Letter | undefined => {
    if (!letters.has(sign)) letters.set(sign, find(sign));
    return letters.get(sign);
  };
  return {
    writable: (words) => {
      const signs = [...words.normalize('NFC').replace(/\s+/g, ' ')];
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

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function readFont(subset: string): Extract<ReturnType<typeof create>, { isCollection: false }> {
  const file = new URL(
    import.meta.resolve(`@fontsource-variable/overpass/files/overpass-${subset}-wght-normal.woff2`),
  );
  const font = create(readFileSync(file));
  if (font.isCollection) throw new Error(`${file.pathname}: expected one font; got a collection`);
  return font;
}
