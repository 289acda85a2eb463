// <milepost-embed src="https://roadmap.example.com/embed/">: a roadmap in a frame that is as high as what it holds.
// It sets no cookie, stores nothing, asks nobody but that address, and runs no code of it in your page.
customElements.define(
  'milepost-embed',
  class extends HTMLElement {
    #frame = document.createElement('iframe');

    connectedCallback() {
      const src = URL.parse(this.getAttribute('src') ?? '', document.baseURI);
      if (!src || !/^https?:$/.test(src.protocol)) return;
      const frame = this.#frame;
      frame.src = src.href;
      frame.title = this.getAttribute('label') ?? 'Roadmap';
      // Links open beside your page; nothing in the frame can lead it away.
      frame.setAttribute(
        'sandbox',
        'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
      );
      frame.loading = 'lazy';
      frame.referrerPolicy = 'no-referrer';
      Object.assign(frame.style, { border: '0', width: '100%', height: '30rem', colorScheme: 'auto' });
      this.style.display = 'block';
      this.append(frame);
      addEventListener('message', this.#hear);
    }

    disconnectedCallback() {
      removeEventListener('message', this.#hear);
      this.#frame.remove();
    }

    #hear = ({ source, origin, data }) => {
      if (source !== this.#frame.contentWindow || origin !== new URL(this.#frame.src).origin) return;
      if (data?.milepost !== 'height' || !Number.isFinite(data.height)) return;
      this.#frame.style.height = `${Math.min(Math.max(data.height, 40), 20_000)}px`;
    };
  },
);
