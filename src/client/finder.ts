import type { Answer, Question } from './worker/question.ts';

/** Finds requests: asks the search, which works beside the page. Where it cannot be had, the next question tries anew. */
export class Finder {
  readonly #host: HTMLElement;
  readonly #onMore: () => void;
  readonly #waiting = new Map<number, Pick<PromiseWithResolvers<Answer>, 'resolve' | 'reject'>>();
  #worker: Worker | undefined;
  #nth = 0;

  /**
   * `host` says in `data-index` where `search.json` lies, and in `data-locale` the language of rows; `onMore` hears when another
   * search would find more.
   */
  constructor(host: HTMLElement, onMore: () => void) {
    this.#host = host;
    this.#onMore = onMore;
  }

  /** Fetches the search, unless it is there. */
  start(): Worker {
    return (this.#worker ??= this.#open());
  }

  /** Answers a question; rejects where the search cannot be had. */
  ask(question: Omit<Question, 'nth'>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const nth = (this.#nth += 1);
      this.start().postMessage({ ...question, nth });
      this.#waiting.set(nth, { resolve, reject });
    });
  }

  #open(): Worker {
    const { index = '', locale = 'en' } = this.#host.dataset;
    const worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.nth === 0) this.#onMore();
      this.#waiting.get(data.nth)?.resolve(data);
      this.#waiting.delete(data.nth);
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject();
      this.#waiting.clear();
    });
    worker.postMessage({ facts: new URL(index, location.href).href, locale });
    return worker;
  }
}
