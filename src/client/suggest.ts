import { filledForm, type Suggestion } from './suggestion.ts';

/** `<milepost-suggest>`: carries what somebody writes along to the form on GitHub. */
class Suggest extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('input', () => this.#changed());
    form?.addEventListener('submit', (event) => event.preventDefault());
    this.querySelector('.copy')?.addEventListener('click', () => void this.#copy());
    const title = this.querySelector('input');
    if (title && title.value === '') title.value = new URLSearchParams(location.search).get('title') ?? '';
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
    this.#say(isWhole ? '' : (this.dataset['tooLong'] ?? ''));
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(this.#suggestion().wish);
    this.#say(this.dataset['copied'] ?? '');
  }

  #say(words: string): void {
    const place = this.querySelector('.too-long');
    if (place && place.textContent !== words) place.textContent = words;
  }
}

customElements.define('milepost-suggest', Suggest);
