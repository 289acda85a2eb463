import type { Found } from './finder.ts';
import { drawRow } from './row.ts';

/** Rows of one page of results. */
const PAGE = 100;
/** Rows drawn at once: a screenful. The others wait until nobody types. */
const SCREEN = 12;
const PAUSE_MS = 300;
/** Between two further screenfuls, so that the page answers meanwhile. */
const BREATH_MS = 20;

/** Results on the page. */
export interface Results {
  /** Draws the next page's rows and gives the first of them the focus. */
  more: () => void;
  /** Gives up rows that are not drawn yet. */
  end: () => void;
}

/** Draws results into a list: a screenful at once, the page in a pause, further pages when asked. `isMore` tells whether there are any. */
export function drawResults(
  list: Element,
  found: Found,
  { places, words, base }: { places: Uint32Array; words: string; base: string },
  isMore: (are: boolean) => void,
): Results {
  let [drawn, wanted] = [0, Math.min(PAGE, places.length)];
  const draw = (upTo: number): void => {
    const rows = Array.from(places.subarray(drawn, upTo), (place) => drawRow(found, place, words, base));
    drawn = Math.max(drawn, upTo);
    list.append(...rows);
  };
  list.replaceChildren();
  draw(Math.min(SCREEN, wanted));
  isMore(places.length > wanted);
  const drawNext = (): void => {
    draw(Math.min(drawn + SCREEN, wanted));
    if (drawn < wanted) rest = setTimeout(drawNext, BREATH_MS);
  };
  let rest = setTimeout(drawNext, PAUSE_MS);
  return {
    more: () => {
      draw(wanted);
      const at = wanted;
      wanted = Math.min(wanted + PAGE, places.length);
      draw(wanted);
      isMore(places.length > wanted);
      list.children[at]?.querySelector<HTMLElement>('h2 a')?.focus();
    },
    end: () => clearTimeout(rest),
  };
}
