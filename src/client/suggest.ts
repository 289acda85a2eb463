import { Finder } from './finder.ts';
import { queryIn } from './query.ts';
import type { Row } from './worker/question.ts';
import { filledForm, type Suggestion } from './suggestion.ts';

const PAUSE_MS = 300;
/** The first few that are like a title. */
const LIKELY = { from: 0, to: 5, isLike: true };

/** `<milepost-suggest>`: shows what is asked for already, and carries what somebody writes along to the form on GitHub. */
class Suggest extends HTMLElement {
  readonly #finder = new Finder(this, () => undefined);
  #pause: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const title = this.querySelector('input');
    if (!form || !title) return;
    form.addEventListener('input', () => this.#changed());
    form.addEventListener('submit', (event) => event.preventDefault());
    title.addEventListener('focus', () => this.#finder.start());
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
    if (!matches || (title === '' && matches.hidden)) return;
    const { rows, said } = await this.#finder.ask({ ...queryIn(''), ...LIKELY, words: title });
    if (title !== this.#suggestion().title) return;
    matches.querySelector('ol')?.replaceChildren(...rows.map((row) => this.#draw(row)));
    matches.hidden = rows.length === 0;
    say(this.querySelector('.similar'), rows.length === 0 ? '' : said);
  }

  #draw({ id, title, lang, demand, status }: Row): HTMLElement {
    const row = document.createElement('li');
    const link = document.createElement('a');
    link.href = `${this.dataset['base']}feedback/${encodeURIComponent(id)}/`;
    const name = document.createElement('bdi');
    if (lang) name.lang = lang;
    name.textContent = title;
    link.append(name);
    const about = document.createElement('span');
    about.textContent = `${demand.join(' ')} · ${status.name}`;
    row.append(link, about);
    return row;
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
