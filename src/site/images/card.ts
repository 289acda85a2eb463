import { inkOn } from '../../model/contrast.ts';
import type { Lettering } from './lettering.ts';

/** What a picture says: a guide sign of three lines. */
export interface Card {
  /** The site. */
  head: string;
  /** The page; absent where the picture is the site's. */
  title: string;
  /** Where it stands. */
  foot: string;
  /** The sign's colour: `#0b6b3a`. */
  colour: string;
}

/** Size of a picture, in pixels. */
export const CARD = { width: 1200, height: 630 } as const;
const { width: WIDTH, height: HEIGHT } = CARD;
const MARGIN = 84;
const ROOM = WIDTH - 2 * MARGIN;
/** Sizes of the title, and how many lines of each there is room for: the largest that holds it all. */
const SIZES = [
  { size: 92, lines: 3 },
  { size: 76, lines: 4 },
  { size: 60, lines: 5 },
] as const;
const LEADING = 1.18;

/** A picture of a page as SVG, 1200 by 630, all of it outlines: no text, no font, nothing from elsewhere. */
export function drawCard({ head, title, foot, colour }: Card, lettering: Lettering): string {
  const ink = inkOn(colour);
  const { size, lines } = fit(lettering.writable(title) ?? '', lettering);
  const top = (HEIGHT - (lines.length - 1) * size * LEADING) / 2 + size * 0.35;
  const write = (words: string, size: number, y: number, stroke: number): string =>
    `<g transform="translate(${MARGIN} ${Math.round(y)}) scale(${size} ${-size})" stroke-width="${stroke}">${lettering.pathsOf(words)}</g>`;
  const small = (words: string, y: number): string => {
    const [line = ''] = wrap(lettering.writable(words) ?? '', ROOM / 38, lettering, 1);
    return write(line, 38, y, 0.012);
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colour}"/>`,
    `<rect x="24" y="24" width="${WIDTH - 48}" height="${HEIGHT - 48}" rx="28" fill="none" stroke="${ink}" stroke-width="6"/>`,
    `<g fill="${ink}" stroke="${ink}" stroke-linejoin="round">`,
    small(head, 122),
    ...lines.map((line, place) => write(line, size, top + place * size * LEADING, 0.034)),
    small(foot, HEIGHT - 86),
    '</g></svg>',
  ].join('');
}

function fit(words: string, lettering: Lettering): { size: number; lines: string[] } {
  const tried = SIZES.map(({ size, lines }) => ({
    size,
    lines: wrap(words, ROOM / size, lettering, lines + 1),
    most: lines,
  }));
  const whole = tried.find(({ lines, most }) => lines.length <= most);
  if (whole) return whole;
  const { size, lines } = SIZES[SIZES.length - 1] ?? SIZES[0];
  return { size, lines: wrap(words, ROOM / size, lettering, lines) };
}

/** Words in lines of a width; what the last of `most` lines has no room for ends in three dots. */
function wrap(words: string, width: number, lettering: Lettering, most: number): string[] {
  const lines: string[] = [];
  for (const { text, glue } of piecesOf(words, width, lettering)) {
    const last = lines.at(-1);
    const longer = last === undefined ? text : `${last}${glue}${text}`;
    if (last !== undefined && lettering.widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  if (lines.length <= most) return lines.filter((line) => line !== '');
  const kept = lines.slice(0, most);
  let end = kept[most - 1] ?? '';
  while (end !== '' && lettering.widthOf(`${end}…`) > width) end = [...end].slice(0, -1).join('');
  return [...kept.slice(0, -1), `${end.trimEnd()}…`];
}

/** What a line is not broken within, and what stands before it where it does not begin one. */
interface Piece {
  text: string;
  glue: ' ' | '';
}

/** Words, in Chinese and Japanese letters; of what is wider than a line, parts. */
const piecesOf = (words: string, width: number, lettering: Lettering): Piece[] =>
  words.split(' ').flatMap((word) =>
    word
      .split(BREAK)
      .flatMap((text) => broken(text, width, lettering))
      .map((text, place) => ({ text, glue: place === 0 ? ' ' : '' })),
  );

/** Before and after a Chinese or Japanese letter, but not after an opening bracket nor before a small letter. */
const BREAK =
  /(?<![\p{Ps}\p{Pi}])(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?![ぁぃぅぇぉっゃゅょァィゥェォッャュョ])|(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?=[\p{sc=Latin}\p{N}])/u;

/** A word that is wider than a line, in parts that are not. */
function broken(word: string, width: number, lettering: Lettering): string[] {
  const parts: string[] = [''];
  for (const sign of word) {
    const longer = `${parts.at(-1) ?? ''}${sign}`;
    if (lettering.widthOf(longer) > width) parts.push(sign);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}
