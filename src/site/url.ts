/** Address of a page or file of this site, right under any base path: `url('feedback', '42')` is `/base/feedback/42/`. */
export function url(...segments: readonly string[]): string {
  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');
  const path = segments.map(encodeURIComponent).join('/');
  const isFile = /\.\w+$/.test(segments.at(-1) ?? '');
  return path === '' || isFile ? base + path : `${base}${path}/`;
}
