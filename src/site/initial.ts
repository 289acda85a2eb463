/** The letter on a site's plate: the first of its title that is one, as a capital. */
export function initialOf(title: string): string {
  for (const { segment } of new Intl.Segmenter().segment(title)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment.toLocaleUpperCase('en');
  }
  return 'M';
}
