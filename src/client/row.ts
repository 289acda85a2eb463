import type { SearchIndex } from '../site/search-index.ts';
import type { Speak } from './speak.ts';

/** Draws one request as `Row.astro` does, from the search index. All text goes in as text, never as markup. */
export function drawRow(index: SearchIndex, place: number, speak: Speak, base: string): HTMLElement {
  const people = index.people[place] ?? 0;
  const heard = index.heard[place] ?? 0;
  const isHeard = people === 0 && heard > 0;
  const id = index.id[place] ?? '';
  return make('li', 'row', [
    make('p', 'demand', [
      make('b', '', [speak.number(isHeard ? heard : people)]),
      make('span', '', [isHeard ? speak.t('heard', heard) : speak.t('people', people)]),
    ]),
    make('div', 'what', [
      make('h2', '', [
        link(`${base}feedback/${encodeURIComponent(id)}/`, '', make('bdi', '', [index.title[place] ?? ''])),
      ]),
      make('p', 'meta', meta(index, place, speak, base)),
    ]),
    sign(index, place),
  ]);
}

function meta(index: SearchIndex, place: number, speak: Speak, base: string): HTMLElement[] {
  const [created = 0, moved = 0] = [index.created[place], index.moved[place]];
  const [people = 0, heard = 0] = [index.people[place], index.heard[place]];
  const [comments = 0, merged = 0] = [index.comments[place], index.merged[place]];
  const tags = (index.tagged[place] ?? []).slice(0, 4).flatMap((tag) => index.tags[tag] ?? []);
  return [
    ...tags.map(({ name, slug }) =>
      link(`${base}tag/${encodeURIComponent(slug)}/`, 'tag', make('bdi', '', [name])),
    ),
    ...(people > 0 && heard > 0 ? [make('span', '', [speak.t('row.heard', heard)])] : []),
    ...(comments > 0 ? [make('span', '', [speak.t('row.comments', comments)])] : []),
    ...(merged > 0 ? [make('span', '', [speak.t('row.merged', merged)])] : []),
    make('span', '', [
      `${speak.t(moved > created ? 'row.moved' : 'row.opened')} ${speak.day(Math.max(moved, created))}`,
    ]),
  ];
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
