import { type Address, address } from './address.ts';
import type { Finder, Found } from './finder.ts';
import { listenToKeys } from './keys.ts';
import { type Query, queryIn, searchOf } from './query.ts';
import type { drawResults, Results } from './results.ts';
import type { select, Selection } from './select.ts';

/** What is fetched on the first sign of interest. */
interface Tools {
  finder: Finder;
  select: typeof select;
  drawResults: typeof drawResults;
}

/**
 * `<milepost-board>`: finds, filters and sorts requests in the page. Everything is fetched on the first sign of interest;
 * until then, and without scripts, the list in the page stands as it is.
 */
class Board extends HTMLElement {
  readonly #address: Address = address();
  #tools: Promise<Tools> | undefined;
  #results: Results | undefined;
  #query: Query = queryIn('');
  #plain = '';

  connectedCallback(): void {
    const [form, input, select] = [this.#form, this.#input, this.#sort];
    if (!form || !input || !select) return;
    this.#plain = this.#part('.count')?.textContent ?? '';
    const start = (): void => void this.#start().catch(() => undefined);
    for (const sign of ['focusin', 'pointerenter']) form.addEventListener(sign, start);
    form.addEventListener('submit', (event) => event.preventDefault());
    input.addEventListener('input', () => this.#ask({ words: input.value.trim() }, 'typed'));
    select.addEventListener('change', () => this.#ask({ sort: select.value }, 'chosen'));
    this.addEventListener('click', (event) => this.#click(event));
    addEventListener('popstate', () => this.#restore());
    listenToKeys(this, {
      input,
      titles: () => [...this.querySelectorAll<HTMLElement>(':is(.found, .static):not([hidden]) .row h2 a')],
      clear: () => this.#ask({ words: (input.value = '') }, 'typed'),
    });
    this.#restore();
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector('form.search');
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input[type=search]');
  }

  get #sort(): HTMLSelectElement | null {
    return this.querySelector('select');
  }

  #part(selector: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(selector);
  }

  /** Filters by what is clicked; with a modifier key a link stays a link. */
  #click(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest<HTMLElement>('[data-status], a.tag, .untag, .more');
    if (!link) return;
    const tag = link.matches('a.tag') ? link.getAttribute('href')?.split('/').filter(Boolean).at(-1) : '';
    if (link.matches('.more')) this.#results?.more();
    else if (link.dataset['status'] !== undefined) this.#ask({ status: link.dataset['status'] }, 'chosen');
    else this.#ask({ tag: decodeURIComponent(tag ?? '') }, 'chosen');
    event.preventDefault();
  }

  #ask(part: Partial<Query>, how: keyof Address): void {
    this.#query = { ...this.#query, ...part };
    this.#address[how](this.#query);
    void this.#show();
  }

  /** Takes the query from the address: a shared link, or the way back. */
  #restore(): void {
    this.#query = queryIn(location.search);
    if (this.#input) this.#input.value = this.#query.words;
    if (this.#sort) this.#sort.value = this.#query.sort;
    void this.#show();
  }

  async #show(): Promise<void> {
    const query = this.#query;
    for (const chip of this.querySelectorAll<HTMLElement>('a[data-status]')) {
      if (chip.dataset['status'] === query.status) chip.setAttribute('aria-current', 'true');
      else chip.removeAttribute('aria-current');
    }
    if (searchOf(query) === '') return this.#standStill(this.#plain);
    const loaded = await this.#load().catch(() => undefined);
    if (query !== this.#query) return;
    if (!loaded) {
      this.#tools = undefined;
      return this.#standStill(this.dataset['failed'] ?? '');
    }
    const [tools, found] = loaded;
    this.#draw(tools, found, tools.select(found, query));
  }

  /** Shows the list that came with the page. */
  #standStill(said: string): void {
    this.#results?.end();
    this.#turn(
      { found: false, all: this.#plain.trim() !== '', more: false, none: false, untag: false },
      said,
    );
  }

  #draw({ drawResults }: Tools, found: Found, { places, hidden, isEnded }: Selection): void {
    const { speak, facts } = found;
    const { words, tag } = this.#query;
    const count = places.length;
    const said = [speak.t(count === 0 ? 'board.none' : isEnded ? 'board.allEnded' : 'board.found', count)];
    if (hidden > 0) said.push(speak.t('board.hidden', hidden));
    const list = this.#part('.found .rows');
    this.#results?.end();
    this.#turn({ found: true, all: hidden > 0, none: count === 0, untag: tag !== '' }, said.join(' '));
    this.#part('.none a')?.setAttribute(
      'href',
      `${this.dataset['suggest']}?title=${encodeURIComponent(words)}`,
    );
    const name = this.#part('.untag bdi');
    if (name) name.textContent = facts.tags.find(({ slug }) => slug === tag)?.name ?? tag;
    if (!list) return;
    this.#results = drawResults(list, found, { places, words, base: this.dataset['base'] ?? '/' }, (are) =>
      this.#turn({ more: are }),
    );
  }

  /** Shows and hides parts of the page, and says how many there are. */
  #turn(parts: Record<string, boolean>, said?: string): void {
    for (const [name, isShown] of Object.entries(parts))
      this.#part(`.${name}`)?.toggleAttribute('hidden', !isShown);
    if ('found' in parts) this.#part('.static')?.toggleAttribute('hidden', parts['found']);
    const count = this.#part('.count');
    if (count && said !== undefined && count.textContent !== said) count.textContent = said;
  }

  /** Fetches the search and its titles. */
  #start(): Promise<Tools> {
    const { index = '', locale = 'en' } = this.dataset;
    this.#tools ??= import('./tools.ts').then(({ Finder, ...tools }) => ({
      finder: new Finder(index, locale),
      ...tools,
    }));
    return this.#tools;
  }

  async #load(): Promise<[Tools, Found]> {
    const tools = await this.#start();
    return [tools, await tools.finder.found(() => void this.#show())];
  }
}

customElements.define('milepost-board', Board);
