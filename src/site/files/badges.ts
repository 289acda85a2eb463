import type { Kind } from '../../model/status.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { demandShort } from '../demand-short.ts';
import { xmlText } from '../feed/feed.ts';
import type { Site } from '../site.ts';
import { oneLine } from './place.ts';
import type { OutputFile } from './output-file.ts';

/** `badge/<id>.svg` for each request: its status and its demand, for a README or a forum. */
export function* badgesOf({ requests, settings, title }: Site): Generator<OutputFile> {
  const messages = messagesFor(settings.locale);
  for (const { item, status, demand } of requests) {
    const state = [status.name, demandShort(demand, messages)].filter(Boolean).join(' · ');
    yield { path: `badge/${item.id}.svg`, text: drawBadge(oneLine(title), state, status.kind) };
  }
}

/** Dark enough for white text: at least 4.5 to 1. */
const COLOURS: Readonly<Record<Kind, string>> = {
  open: '#5a5f57',
  'under-review': '#6d3aa0',
  planned: '#1d50c0',
  'in-progress': '#935400',
  closed: '#5a5f57',
  shipped: '#0b6b3a',
  declined: '#a8281e',
};

const [HEIGHT, PADDING, SIZE, MOST] = [22, 8, 12, 40];

/** A badge of two plates. The text is fitted to an estimated width, so that it looks the same with every font. */
export function drawBadge(left: string, right: string, kind: Kind): string {
  const [name, state] = [cut(left), cut(right)];
  const [a, b] = [widthOf(name), widthOf(state)];
  const [first, second] = [a + 2 * PADDING, b + 2 * PADDING];
  const text = (words: string, x: number, width: number): string =>
    `<text x="${x}" y="15" textLength="${width}" lengthAdjust="spacingAndGlyphs">${xmlText(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${first + second}" height="${HEIGHT}" role="img" aria-label="${xmlText(`${name}: ${state}`)}">`,
    `<title>${xmlText(`${name}: ${state}`)}</title>`,
    `<clipPath id="r"><rect width="${first + second}" height="${HEIGHT}" rx="4"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${first}" height="${HEIGHT}" fill="#1b1d19"/>`,
    `<rect x="${first}" width="${second}" height="${HEIGHT}" fill="${COLOURS[kind]}"/></g>`,
    `<g fill="#fff" font-family="Overpass,Verdana,DejaVu Sans,sans-serif" font-size="${SIZE}">`,
    text(name, PADDING, a),
    text(state, first + PADDING, b),
    '</g></svg>',
    '',
  ].join('');
}

/** Whole characters, as people count them. */
function cut(words: string): string {
  if (words.length <= MOST) return words;
  const all = [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment);
  return all.length > MOST ? `${all.slice(0, MOST - 1).join('')}…` : words;
}

/** Pixels at 12 px: wide scripts take a square, narrow letters half of an average one. */
const widthOf = (words: string): number =>
  Math.ceil(
    [...words].reduce(
      (sum, sign) =>
        sum + (WIDE.test(sign) ? SIZE : NARROW.test(sign) ? 3.6 : /\p{Lu}/u.test(sign) ? 8 : 6.7),
      0,
    ),
  );

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const NARROW = /[ijl|.,:;'!·\s()[\]]/;
