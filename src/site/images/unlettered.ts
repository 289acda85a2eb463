import type { Content } from '../../content/read.ts';
import { letteringIn } from './lettering.ts';

/**
 * Places of pages whose title no font can letter, `feedback/42`: in a script that Overpass and the site's own fonts lack, or
 * whose letters join. Fonts are read only where a title has letters beyond those of western languages.
 */
export function unlettered({
  items,
  entries,
  themeFiles,
}: Pick<Content, 'items' | 'entries' | 'themeFiles'>): string[] {
  const lettering = letteringIn(themeFiles.fonts);
  return [
    ...items.map(({ id, title }) => ({ place: `feedback/${id}`, title })),
    ...entries.map(({ id, title }) => ({ place: `changelog/${id}`, title })),
  ]
    .filter(({ title }) => !WESTERN.test(title) && lettering.writable(title) === undefined)
    .map(({ place }) => place);
}

/** A title with some letter, and none that Overpass lacks: ASCII, Latin-1, Latin Extended-A. Other signs need not be drawn. */
const WESTERN = /^(?=.*[A-Za-z0-9])[\u0000-\u017F\p{P}\p{S}\p{Z}]*$/su;
