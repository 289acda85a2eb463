import type { Answer, Question } from './worker/question.ts';

/** Finds requests: asks the search, which works beside the page. */
export class Finder {
  readonly #worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, PromiseWithResolvers<Answer>>();
  #nth = 0;

  /** `index` is the address of `search.json`; `onMore` hears when another search would find more. */
  constructor(index: string, locale: string, onMore: () => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.nth === 0) onMore();
      this.#waiting.get(data.nth)?.resolve(data);
      this.#waiting.delete(data.nth);
    });
    this.#worker.addEventListener('error', () => {
      for (const { reject } of this.#waiting.values()) reject();
    });
    this.#worker.postMessage({ facts: new URL(index, location.href).href, locale });
  }

  /** Answers a question; rejects where the search cannot be had. */
  ask(question: Omit<Question, 'nth'>): Promise<Answer> {
    const waiting = Promise.withResolvers<Answer>();
    this.#nth += 1;
    this.#waiting.set(this.#nth, waiting);
    this.#worker.postMessage({ ...question, nth: this.#nth });
    return waiting.promise;
  }

  /** Gives the search up. */
  end(): void {
    this.#worker.terminate();
  }
}
