import type { Range } from '../derive/search/marks.ts';
import type { SearchIndex } from '../site/search-index.ts';
import type { Found } from './finder.ts';
import type { Speak } from './speak.ts';

/** Draws one request as `Row.astro` does, what was asked for marked. All text goes in as text, never as markup. */
export function drawRow(found: Found, place: number, words: string, base: string): HTMLElement {
  const { requests, facts, marks, speak } = found;
  const people = requests.people[place] ?? 0;
  const heard = facts.heard[place] ?? 0;
  const isHeard = people === 0 && heard > 0;
  const id = requests.ids[place] ?? '';
  const title = requests.titles[place] ?? '';
  return make('li', 'row', [
    make('p', 'demand', [
      make('b', '', [speak.number(isHeard ? heard : people)]),
      make('span', '', [isHeard ? speak.t('heard', heard) : speak.t('people', people)]),
    ]),
    make('div', 'what', [
      make('h2', '', [
        link(
          `${base}feedback/${encodeURIComponent(id)}/`,
          '',
          make('bdi', '', marked(title, marks(title, words))),
        ),
      ]),
      make('p', 'meta', meta(found, place, words, base)),
    ]),
    sign(facts, place),
  ]);
}

function meta(
  { requests, facts, marks, speak }: Found,
  place: number,
  words: string,
  base: string,
): HTMLElement[] {
  const [created = 0, moved = 0] = [facts.created[place], facts.moved[place]];
  const [people = 0, heard = 0] = [requests.people[place], facts.heard[place]];
  const [comments = 0, merged = 0] = [facts.comments[place], facts.merged[place]];
  const tags = (facts.tagged[place] ?? []).slice(0, 4).flatMap((tag) => facts.tags[tag] ?? []);
  return [
    ...tags.map(({ name, slug }) =>
      link(
        `${base}tag/${encodeURIComponent(slug)}/`,
        'tag',
        make('bdi', '', marked(name, marks(name, words))),
      ),
    ),
    ...(people > 0 && heard > 0 ? [make('span', '', [speak.t('row.heard', heard)])] : []),
    ...(comments > 0 ? [make('span', '', [speak.t('row.comments', comments)])] : []),
    ...(merged > 0 ? [make('span', '', [speak.t('row.merged', merged)])] : []),
    make('span', '', [speak.t(moved > 0 ? 'row.moved' : 'row.opened'), ' ', moment(speak, moved || created)]),
  ];
}

function moment(speak: Speak, day: number): HTMLTimeElement {
  const time = document.createElement('time');
  time.dateTime = new Date(day * 86_400_000).toISOString().slice(0, 10);
  time.append(speak.day(day));
  return time;
}

function sign(index: SearchIndex, place: number): HTMLElement {
  const { id = '', name = '', kind = 'open' } = index.statuses[index.status[place] ?? 0] ?? {};
  const plate = make('span', `sign kind-${kind} status-${id}`, []);
  const shape = document.querySelector(`#sign-${kind}`)?.cloneNode(true);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries({
    width: '16',
    height: '16',
    viewBox: '0 0 16 16',
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(key, value);
  }
  if (shape instanceof Element) {
    shape.removeAttribute('id');
    svg.append(shape);
  }
  plate.append(svg, make('span', '', [name]));
  return plate;
}

/** A text with some of its parts in `<mark>`. */
function marked(text: string, ranges: readonly Range[]): (Node | string)[] {
  const ends = [0, ...ranges.map(([, to]) => to)];
  const parts = ranges.flatMap(([from, to], at) => [
    text.slice(ends[at], from),
    make('mark', '', [text.slice(from, to)]),
  ]);
  return [...parts, text.slice(ends.at(-1))];
}

function link(href: string, className: string, content: HTMLElement): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  if (className) anchor.className = className;
  anchor.append(content);
  return anchor;
}

function make(tag: string, className: string, children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
