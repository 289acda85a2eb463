import { answer } from './answer.ts';
import { openShelf, type Shelf } from './library.ts';
import type { Opening, Question } from './question.ts';

/**
 * The search, beside the page: it reads the index and looks requests up while the page goes on drawing and taking input.
 * The first message opens the library; each further one gets an `Answer`. Where the library cannot be had, the page hears
 * the worker's `error`, and the console says why.
 */
let shelf: Shelf | undefined;

addEventListener('message', ({ data }: MessageEvent<Opening | Question>) => {
  if ('facts' in data) shelf = openShelf(data.facts, data.locale, () => postMessage({ nth: 0 }));
  else reply(data).catch(reportError);
});

async function reply(question: Question): Promise<void> {
  if (shelf) postMessage(answer(await shelf(), question));
}
