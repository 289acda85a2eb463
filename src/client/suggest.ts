import type { Finder, Found } from './finder.ts';
import { filledForm, type Suggestion } from './suggestion.ts';

const PAUSE_MS = 300;
const LIKELY = 5;

/** `<milepost-suggest>`: shows what is asked for already, and carries what somebody writes along to the form on GitHub. */
class Suggest extends HTMLElement {
  #finder: Promise<Finder> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const title = this.querySelector('input');
    if (!form || !title) return;
    form.addEventListener('input', () => this.#changed());
    form.addEventListener('submit', (event) => event.preventDefault());
    title.addEventListener('focus', () => void this.#start().catch(() => undefined));
    this.querySelector('.copy')?.addEventListener('click', () => void this.#copy());
    if (title.value === '') title.value = new URLSearchParams(location.search).get('title') ?? '';
    this.#changed();
  }

  #suggestion(): Suggestion {
    return {
      title: this.querySelector('input')?.value.trim() ?? '',
      wish: this.querySelector('textarea')?.value.trim() ?? '',
    };
  }

  #changed(): void {
    const { href, isWhole } = filledForm(this.dataset['form'] ?? '', this.#suggestion());
    this.querySelector('a.button')?.setAttribute('href', href);
    this.querySelector('.copy')?.toggleAttribute('hidden', isWhole);
    say(this.querySelector('.too-long'), isWhole ? '' : (this.dataset['tooLong'] ?? ''));
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#match().catch(() => undefined), PAUSE_MS);
  }

  /** Shows requests like the title; a search that cannot be had keeps nobody from suggesting. */
  async #match(): Promise<void> {
    const { title } = this.#suggestion();
    const matches = this.querySelector<HTMLElement>('.matches');
    if (!matches || (title === '' && !this.#finder)) return;
    const found = await (await this.#start()).found(() => undefined);
    if (title !== this.#suggestion().title) return;
    const likely = [...found.search(title, 'like').subarray(0, LIKELY)];
    matches.querySelector('ol')?.replaceChildren(...likely.map((place) => this.#row(found, place)));
    matches.hidden = likely.length === 0;
    const count = likely.length === 0 ? '' : found.speak.t('suggest.found', likely.length);
    say(this.querySelector('.similar'), count);
  }

  #row({ requests, facts, speak }: Found, place: number): HTMLElement {
    const row = document.createElement('li');
    const link = document.createElement('a');
    link.href = `${this.dataset['base']}feedback/${encodeURIComponent(requests.ids[place] ?? '')}/`;
    const title = document.createElement('bdi');
    title.textContent = requests.titles[place] ?? '';
    link.append(title);
    const people = requests.people[place] ?? 0;
    const status = facts.statuses[facts.status[place] ?? 0]?.name ?? '';
    const about = document.createElement('span');
    about.textContent = `${speak.number(people)} ${speak.t('people', people)} · ${status}`;
    row.append(link, about);
    return row;
  }

  /** Fetches the search: when somebody begins to write. */
  #start(): Promise<Finder> {
    const { index = '', locale = 'en' } = this.dataset;
    this.#finder ??= import('./finder.ts').then(({ Finder }) => new Finder(index, locale));
    return this.#finder;
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(this.#suggestion().wish);
    say(this.querySelector('.too-long'), this.dataset['copied'] ?? '');
  }
}

/** Says something anew only when it is new: what listens to the page reads it aloud. */
function say(place: Element | null, words: string): void {
  if (place && place.textContent !== words) place.textContent = words;
}

customElements.define('milepost-suggest', Suggest);
