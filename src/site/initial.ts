const known = new Map<string, string>();

/** The letter on a site's plate: the first of its title that is one, as a capital. Looked for once: every page asks. */
export function initialOf(title: string): string {
  const initial = known.get(title) ?? find(title);
  known.set(title, initial);
  return initial;
}

function find(title: string): string {
  for (const { segment } of new Intl.Segmenter().segment(title)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment.toLocaleUpperCase('en');
  }
  return 'M';
}
