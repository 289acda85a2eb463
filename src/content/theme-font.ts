import { create } from 'fontkitten';
import { show } from '../model/problem.ts';
import { THEME_KINDS, type ThemeFontSettings } from '../model/theme.ts';
import { readInside } from './inside.ts';
import type { Told } from './theme-files.ts';

/** A font of a site's own that can be read, with all that a stylesheet says of it. */
export interface ThemeFont {
  /** Path within the content folder. */
  file: string;
  /** Where it lies on this machine. */
  at: string;
  weight: string;
  style: 'normal' | 'italic';
  unicodeRange: string[] | undefined;
  /** Whether Latin letters are written in it. */
  isLatin: boolean;
  /** Whether a page in Latin letters loads it: it is for them, or for all that there is, as far as a browser knows. */
  isLoaded: boolean;
  /** Bytes of the file. */
  size: number;
}

/** Reads a font that the theme names; it is left out where it is none. */
export async function readFont(folder: string, given: ThemeFontSettings): Promise<Told<ThemeFont>> {
  const { file } = given;
  const read = await readInside(folder, file);
  if ('fault' in read) return { faults: [{ level: 'error', ...read.fault }] };
  const facts = ENDING.test(file) ? factsOf(read.bytes) : undefined;
  if (!facts) return { faults: [{ level: 'error', ...NO_FONT, got: `${show(file)}, which is none` }] };
  const isLoaded = isFor(given, A);
  return {
    value: {
      file,
      at: read.at,
      weight: given.weight ?? facts.weight,
      style: given.style ?? facts.style,
      unicodeRange: given.unicodeRange,
      isLatin: facts.isLatin && isLoaded,
      isLoaded,
      size: read.bytes.length,
    },
    bytes: read.bytes,
    faults: [],
  };
}

const ENDING = new RegExp(`\\.(?:${THEME_KINDS.fonts.join('|')})$`, 'i');

const NO_FONT = {
  expected: `one font, as ${THEME_KINDS.fonts.join(', ')}`,
  remedy: 'Name another file, or take it out; until then pages are in the font that Milepost comes with.',
} as const;

type Facts = Pick<ThemeFont, 'weight' | 'style' | 'isLatin'>;

/** What a font says of itself; undefined where the bytes are none, or several in one. */
function factsOf(bytes: Buffer): Facts | undefined {
  try {
    const font = create(bytes);
    if (font.isCollection) return undefined;
    const { wght } = font.variationAxes;
    return {
      weight: wght ? `${wght.min} ${wght.max}` : String(font['OS/2']?.usWeightClass || 400),
      style: font.italicAngle === 0 ? 'normal' : 'italic',
      isLatin: font.hasGlyphForCodePoint(A),
    };
  } catch {
    return undefined;
  }
}

/** The letter by which Latin fonts are known: `a`. */
const A = 0x61;

/** Whether a font is for a character, as its settings say: in one of ranges such as `U+0000-00FF` or `U+00??`. */
export const isFor = ({ unicodeRange }: Pick<ThemeFontSettings, 'unicodeRange'>, code: number): boolean =>
  unicodeRange === undefined ||
  unicodeRange.some((range) => {
    const [from = '', to = from] = range.slice(2).split('-');
    const at = (digits: string, unknown: string): number =>
      Number.parseInt(digits.replaceAll('?', unknown), 16);
    return at(from, '0') <= code && code <= at(to, 'F');
  });
