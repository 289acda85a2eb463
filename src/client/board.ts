import { type Address, address } from './address.ts';
import { Finder } from './finder.ts';
import { listenToKeys } from './keys.ts';
import { type Query, queryIn, searchOf } from './query.ts';
import { drawResults, type Results, SCREEN } from './results.ts';
import { drawRow } from './row.ts';
import type { Answer } from './worker/question.ts';

/**
 * `<milepost-board>`: finds, filters and sorts requests in the page. The search is fetched on the first sign of interest;
 * until then, and without scripts, the list in the page stands as it is.
 */
class Board extends HTMLElement {
  readonly #address: Address = address();
  #finder: Finder | undefined;
  #results: Results | undefined;
  #query: Query = queryIn('');
  #plain = '';

  connectedCallback(): void {
    const [form, input, select] = [this.#part('form'), this.#input, this.#sort];
    if (!form || !input || !select) return;
    this.#plain = this.#part('.count')?.textContent ?? '';
    for (const sign of ['focusin', 'pointerenter']) form.addEventListener(sign, () => this.#start());
    form.addEventListener('submit', (event) => event.preventDefault());
    input.addEventListener('input', () => this.#ask({ words: input.value.trim() }, 'typed'));
    input.addEventListener('change', this.#address.settle);
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

  get #input(): HTMLInputElement | null {
    return this.querySelector('input[type=search]');
  }

  get #sort(): HTMLSelectElement | null {
    return this.querySelector('select');
  }

  #part(selector: string): HTMLElement | null {
    return this.querySelector(selector);
  }

  /** Filters by what is clicked; with a modifier key a link stays a link. */
  #click(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest<HTMLElement>('[data-status], a.tag, .untag, .more');
    if (!link) return;
    const tag = link.getAttribute('href')?.split('/').at(-2) ?? '';
    if (link.matches('.more')) void this.#results?.more();
    else if (link.dataset['status'] !== undefined) this.#ask({ status: link.dataset['status'] }, 'chosen');
    else this.#ask({ tag: decodeURIComponent(tag) }, 'chosen');
    event.preventDefault();
  }

  #ask(part: Partial<Query>, how: 'typed' | 'chosen'): void {
    this.#query = { ...this.#query, ...part };
    this.#address[how](this.#query);
    void this.#show();
  }

  /** Takes the query from the address: a shared link, or the way back. */
  #restore(): void {
    this.#query = queryIn(location.search);
    this.#address.chosen(this.#query);
    if (this.#input) this.#input.value = this.#query.words;
    if (this.#sort) this.#sort.value = this.#query.sort;
    void this.#show();
  }

  async #show(): Promise<void> {
    const query = this.#query;
    for (const chip of this.querySelectorAll<HTMLElement>('a[data-status]'))
      chip.ariaCurrent = chip.dataset['status'] === query.status ? 'true' : null;
    if (searchOf(query) === '') return this.#standStill(this.#plain);
    const finder = this.#start();
    try {
      const answer = await finder.ask({ ...query, from: 0, to: SCREEN, isLike: false });
      if (query === this.#query) this.#draw(finder, answer);
    } catch {
      finder.end();
      this.#finder = undefined;
      if (query === this.#query) this.#standStill(this.dataset['failed'] ?? '');
    }
  }

  /** Shows the list that came with the page. */
  #standStill(said: string): void {
    this.#results?.end();
    this.#turn({ found: false, all: this.#plain.trim() !== '', none: false, untag: false }, said);
  }

  #draw(finder: Finder, answer: Answer): void {
    const query = this.#query;
    const [list, name] = [this.#part('.found .rows'), this.#part('.untag bdi')];
    const empty = this.querySelector('template');
    if (!list || !name || !empty) return;
    name.textContent = answer.tag;
    this.#part('.none a')?.setAttribute(
      'href',
      `${this.dataset['suggest']}?title=${encodeURIComponent(query.words)}`,
    );
    this.#results?.end();
    this.#results = drawResults(list, answer, {
      rows: async (from, to) => (await finder.ask({ ...query, from, to, isLike: false })).rows,
      draw: (row) => drawRow(empty, row, this.dataset['base'] ?? '/'),
      isMore: (are) => this.#turn({ more: are }),
    });
    this.#turn(
      { found: true, all: answer.hidden > 0, none: answer.count === 0, untag: query.tag !== '' },
      answer.said,
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

  /** Fetches the search. */
  #start(): Finder {
    const { index = '', locale = 'en' } = this.dataset;
    return (this.#finder ??= new Finder(index, locale, () => void this.#show()));
  }
}

customElements.define('milepost-board', Board);
