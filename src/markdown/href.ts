import type { Setting } from './context.ts';

const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
const MAX_LENGTH = 4096;

/** What a link to somewhere else says to crawlers and browsers. */
export const EXTERNAL_REL = ['nofollow', 'ugc', 'noopener', 'noreferrer'];

/**
 * The address as it may stand in `href`, or nothing when it may not. Only http, https and mailto pass; `#hash` stays;
 * relative addresses are read as GitHub would read them in the repository. What is checked is what is returned: the
 * URL parser's own spelling, without user name and password, at most 4,096 characters.
 */
export function safeHref(address: string, { repoUrl }: Setting): string | undefined {
  const wanted = address.trim();
  if (wanted === '' || wanted.length > MAX_LENGTH) return undefined;
  if (wanted.startsWith('#')) return wanted.length > 1 ? wanted : undefined;
  const url =
    URL.parse(wanted) ?? (repoUrl === undefined ? null : URL.parse(wanted, baseOf(wanted, repoUrl)));
  if (url === null || !PROTOCOLS.has(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

/** `../wiki` is written from an issue, `docs/setup.md` from the top of the repository. */
function baseOf(address: string, repoUrl: string): string {
  return address.startsWith('../') ? `${repoUrl}/issues/` : `${repoUrl}/blob/HEAD/`;
}
