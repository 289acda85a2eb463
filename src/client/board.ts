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
  readonly #finder = new Finder(this, () => this.#showMore());
  #results: Results | undefined;
  #query: Query = queryIn('');
  #plain = '';

  connectedCallback(): void {
    const [form, select] = [this.#part('form'), this.querySelector('select')];
    const input = this.querySelector<HTMLInputElement>('input[type=search]');
    if (!form || !input || !select) return;
    this.#plain = this.#part('.count')?.textContent ?? '';
    for (const sign of ['focusin', 'pointerenter']) form.addEventListener(sign, () => this.#finder.start());
    form.addEventListener('submit', (event) => event.preventDefault());
    input.addEventListener('input', () => this.#ask({ words: input.value.trim() }, 'typed'));
    input.addEventListener('change', this.#address.settle);
    select.addEventListener('change', () => this.#ask({ sort: select.value }, 'chosen'));
    this.addEventListener('click', (event) => this.#click(event));
    const restore = (): void => this.#restore(input, select);
    addEventListener('popstate', restore);
    listenToKeys(this, {
      input,
      titles: () => [...this.querySelectorAll<HTMLElement>(':is(.found, .static):not([hidden]) .row h2 a')],
      clear: () => this.#ask({ words: (input.value = '') }, 'typed'),
    });
    restore();
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
    event.preventDefault();
    if (link.matches('.more')) return void this.#results?.more();
    // All but the status in the row above are gone once they have done their work: what stays takes over the focus.
    if (!link.matches('nav a')) this.#part('.count')?.focus();
    const { status } = link.dataset;
    this.#ask(status === undefined ? { tag: decodeURIComponent(tag) } : { status }, 'chosen');
  }

  #ask(part: Partial<Query>, how: 'typed' | 'chosen'): void {
    this.#query = { ...this.#query, ...part };
    this.#address[how](this.#query);
    void this.#show();
  }

  /** Takes the query from the address: a shared link, or the way back. */
  #restore(input: HTMLInputElement, select: HTMLSelectElement): void {
    this.#query = queryIn(location.search);
    this.#address.chosen(this.#query);
    input.value = this.#query.words;
    select.value = this.#query.sort;
    void this.#show();
  }

  async #show(): Promise<void> {
    const query = this.#query;
    for (const chip of this.querySelectorAll<HTMLElement>('a[data-status]'))
      chip.ariaCurrent = chip.dataset['status'] === query.status ? 'true' : null;
    const first = this.querySelector('option');
    if (first) first.text = first.dataset[query.words ? 'best' : 'plain'] ?? '';
    this.#results?.end();
    if (searchOf(query) === '') return this.#standStill(this.#plain);
    try {
      const answer = await this.#finder.ask({ ...query, from: 0, to: SCREEN });
      if (query === this.#query) this.#draw(answer);
    } catch {
      if (query === this.#query) this.#standStill(this.dataset['failed'] ?? '');
    }
  }

  /** Words of tags and texts can be found too by now; rows that somebody is among stay as they are. */
  #showMore(): void {
    if (this.#query.words !== '' && !this.#part('.found :focus')) void this.#show();
  }

  /** Shows the list that came with the page. */
  #standStill(said: string): void {
    this.#turn({ found: false, static: true, all: this.#plain.trim() !== '', untag: false }, said);
  }

  #draw(answer: Answer): void {
    const query = this.#query;
    const [list, name] = [this.#part('.found .rows'), this.#part('.untag bdi')];
    const empty = this.querySelector('template');
    if (!list || !name || !empty) return;
    name.textContent = answer.tag;
    this.#part('.none a')?.setAttribute(
      'href',
      `${this.dataset['suggest']}?title=${encodeURIComponent(query.words)}`,
    );
    this.#results = drawResults(list, answer, {
      rows: async (from, to) => (await this.#finder.ask({ ...query, from, to })).rows,
      draw: (row) => drawRow(empty, row, this.dataset['base'] ?? '/'),
      isMore: (are) => this.#turn({ more: are }),
    });
    this.#turn(
      {
        found: true,
        static: false,
        all: answer.hidden > 0,
        none: answer.count === 0,
        untag: query.tag !== '',
      },
      answer.said,
    );
  }

  /** Shows and hides parts of the page, and says how many there are. */
  #turn(parts: Record<string, boolean>, said?: string): void {
    for (const [name, isShown] of Object.entries(parts))
      this.#part(`.${name}`)?.toggleAttribute('hidden', !isShown);
    const count = this.#part('.count');
    if (count && said !== undefined && count.textContent !== said) count.textContent = said;
  }
}

customElements.define('milepost-board', Board);
