import type { Search } from '../derive/search/search.ts';
import type { SearchIndex } from '../site/search-index.ts';
import { drawRow } from './row.ts';
import { select, type Query } from './select.ts';
import { type Speak, speaker } from './speak.ts';

/** The index, the search over it, and its words. */
interface Loaded {
  index: SearchIndex;
  search: Search;
  speak: Speak;
}

const MOST_ROWS = 100;

/**
 * `<milepost-board>`: finds, filters and sorts requests in the page. Everything is fetched on the first sign of interest;
 * until then, and without scripts, the list in the page stands as it is.
 */
class Board extends HTMLElement {
  #loading: Promise<Loaded> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('focusin', () => void this.#load().catch(() => (this.#loading = undefined)), {
      once: true,
    });
    form.addEventListener('input', () => this.#changed());
    form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('popstate', () => this.#restore());
    addEventListener('keydown', (event) => this.#key(event));
    this.#restore();
  }

  #key(event: KeyboardEvent): void {
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    this.#input?.focus();
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  get #sort(): HTMLSelectElement | null {
    return this.querySelector('select');
  }

  #query(): Query {
    return { words: this.#input?.value.trim() ?? '', sort: this.#sort?.value ?? 'demand' };
  }

  /** Takes the query from the address: a shared link, or the way back. */
  #restore(): void {
    const given = new URLSearchParams(location.search);
    if (this.#input) this.#input.value = given.get('q') ?? '';
    if (this.#sort) this.#sort.value = given.get('sort') ?? 'demand';
    void this.#show();
  }

  #changed(): void {
    const { words, sort } = this.#query();
    const address = new URL(location.href);
    address.search = String(
      new URLSearchParams({ ...(words && { q: words }), ...(sort !== 'demand' && { sort }) }),
    );
    history.replaceState(null, '', address);
    void this.#show();
  }

  async #show(): Promise<void> {
    const query = this.#query();
    const isPlain = query.words === '' && query.sort === 'demand';
    const found = this.querySelector<HTMLElement>('.found');
    const still = this.querySelector<HTMLElement>('.static');
    const count = this.querySelector<HTMLElement>('.count');
    if (!found || !still || !count) return;
    if (isPlain) {
      [found.hidden, still.hidden, count.textContent] = [true, false, ''];
      return;
    }
    const loaded = await this.#load().catch(() => undefined);
    if (!loaded) {
      this.#loading = undefined;
      count.textContent = this.dataset['failed'] ?? '';
      return;
    }
    const { index, search, speak } = loaded;
    const asked = this.#query();
    if (asked.words !== query.words || asked.sort !== query.sort) return;
    const places = select(index, search, query);
    const list = document.createElement('ol');
    list.className = 'rows';
    list.setAttribute('role', 'list');
    list.append(
      ...places.slice(0, MOST_ROWS).map((place) => drawRow(index, place, speak, this.dataset['base'] ?? '/')),
    );
    found.replaceChildren(list);
    [found.hidden, still.hidden] = [false, true];
    count.textContent = places.length === 0 ? speak.t('board.none') : speak.t('board.found', places.length);
  }

  #load(): Promise<Loaded> {
    this.#loading ??= load(this.dataset['index'] ?? '', this.dataset['locale'] ?? 'en');
    return this.#loading;
  }
}

async function load(address: string, locale: string): Promise<Loaded> {
  const [{ buildSearch }, answer] = await Promise.all([import('../derive/search/search.ts'), fetch(address)]);
  if (!answer.ok) throw new Error(`the search index answers ${answer.status}`);
  const index: SearchIndex = await answer.json();
  const texts = index.title.map((title, place) => ({
    title,
    more: [
      `${index.id[place] ?? ''}`,
      ...(index.tagged[place] ?? []).map((tag) => index.tags[tag]?.name ?? ''),
    ].join(' '),
  }));
  return { index, search: buildSearch(texts), speak: speaker(index.words, locale) };
}

customElements.define('milepost-board', Board);
