import type { Range } from '../derive/search/marks.ts';
import type { Row } from './worker/question.ts';

/** Draws a request as `Row.astro` does, from the page's empty row. All text goes in as text, never as markup. */
export function drawRow(
  empty: HTMLTemplateElement,
  { id, title, lang, marks, demand, tags, notes, moments, status }: Row,
  base: string,
): Node {
  const row = document.importNode(empty.content, true);
  const part = (selector: string): Element | null => row.querySelector(selector);
  const name = part('bdi');
  if (lang) name?.setAttribute('lang', lang);
  name?.append(...marked(title, marks));
  part('h2 a')?.setAttribute('href', `${base}feedback/${encodeURIComponent(id)}/`);
  part('b')?.append(demand[0]);
  part('.demand span')?.append(demand[1]);
  part('.meta')?.append(
    ...tags.map(({ slug, name, marks }) => {
      const tag = make('a', make('bdi', ...marked(name, marks)));
      tag.className = 'tag';
      tag.href = `${base}tag/${encodeURIComponent(slug)}/`;
      return tag;
    }),
    ...notes.map((note) => make('span', note)),
    ...moments.map(({ said, date, day }) => {
      const time = make('time', day);
      time.dateTime = date;
      return make('span', `${said} `, time);
    }),
  );
  part('.sign')?.classList.add(`kind-${status.kind}`, `status-${status.id}`);
  part('use')?.setAttribute('href', `#sign-${status.kind}`);
  part('.sign span')?.append(status.name);
  return row;
}

/** A text with some of its parts in `<mark>`. */
function marked(text: string, ranges: readonly Range[]): (Node | string)[] {
  let end = 0;
  const parts = ranges.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [before, make('mark', text.slice(from, to))];
  });
  return [...parts, text.slice(end)];
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}
