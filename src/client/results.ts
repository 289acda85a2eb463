import type { Answer, Row } from './worker/question.ts';

/** Rows of one page of results. */
const PAGE = 100;
/** Rows drawn at once: a screenful. The others wait until nobody types. */
export const SCREEN = 8;
const PAUSE_MS = 300;
/** Between two further screenfuls, so that the page answers meanwhile. */
const BREATH_MS = 20;

/** Results on the page. */
export interface Results {
  /** Draws the next page's rows and gives the first of them the focus. */
  more: () => Promise<void>;
  /** Gives up rows that are not drawn yet. */
  end: () => void;
}

/** Where rows come from and how they look. */
export interface Rows {
  rows: (from: number, to: number) => Promise<Row[]>;
  draw: (row: Row) => Node;
  /** Hears whether there are more than the rows of the pages asked for. */
  isMore: (are: boolean) => void;
}

/** Draws an answer into a list: its rows at once, those of the page in a pause, further pages when asked. */
export function drawResults(list: Element, { count, rows: first }: Answer, source: Rows): Results {
  let wanted = 0;
  let isOver = false;
  const put = (rows: readonly Row[]): void => list.append(...rows.map(source.draw));
  const fill = async (): Promise<void> => {
    const drawn = list.children.length;
    if (isOver || drawn >= wanted) return;
    const rows = await source.rows(drawn, wanted);
    for (let at = 0; at < rows.length && !isOver; at += SCREEN) {
      put(rows.slice(at, at + SCREEN));
      await pause(BREATH_MS);
    }
  };
  const want = (): void => {
    wanted = Math.min(wanted + PAGE, count);
    source.isMore(count > wanted);
  };
  list.replaceChildren();
  put(first);
  want();
  let filling = pause(PAUSE_MS).then(fill);
  return {
    more: async () => {
      const at = wanted;
      want();
      await (filling = filling.then(fill));
      if (!isOver) list.children[at]?.querySelector<HTMLElement>('h2 a')?.focus();
    },
    end: () => (isOver = true),
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
