/** Makes addresses of this site, right under its base path. */
export interface Addresses {
  /** A page: `page('feedback', '42')` is `/base/feedback/42/`. */
  page: (...segments: readonly string[]) => string;
  /** A file: `file('api', 'v1', 'items.json')` is `/base/api/v1/items.json`. */
  file: (...segments: readonly string[]) => string;
}

/** Addresses under a base path, with or without a slash at its end. */
export function addressesUnder(base: string): Addresses {
  const root = `/${base}/`.replace(/\/+/g, '/');
  const file = (...segments: readonly string[]): string => root + segments.map(encodeURIComponent).join('/');
  return { file, page: (...segments) => (segments.length === 0 ? root : `${file(...segments)}/`) };
}
