/** What the board fetches on the first sign of interest, in one piece. */
export { Finder } from './finder.ts';
export { drawResults } from './results.ts';
export { select } from './select.ts';
