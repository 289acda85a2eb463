/** Requests that are named; the others are counted. */
const MOST = 10;

/**
 * What a channel reads: `3 requests moved on the roadmap: 2 to shipped, 1 to planned.` and where to see it.
 * @param {readonly import('./moves.mjs').Move[]} moves
 * @param {{ site: string, titles: boolean }} options `site` ends in a slash.
 */
export function messageFor(moves, { site, titles }) {
  const requests = new Set(moves.map(({ id }) => id)).size;
  const counts = [...Map.groupBy(moves, ({ to }) => to)].map(([to, those]) => `${those.length} to ${to}`);
  const named = titles ? moves.filter(({ url }) => isOf(site, url)).slice(0, MOST) : [];
  return [
    `${requests} ${requests === 1 ? 'request' : 'requests'} moved on the roadmap: ${counts.join(', ')}.`,
    ...named.map(({ title, to, url }) => `- ${harmless(title)} (${to}) ${url}`),
    `${site}changes/`,
  ].join('\n');
}

/** An address on the site, with no sign in it that a chat would read a meaning into. */
const isOf = (site, url) => url.startsWith(site) && /^[\w/.%~:-]+$/.test(url);

/** Anybody's words on one short line that calls nobody, links nowhere and has no form: what a chat would read a meaning into goes. */
const harmless = (words) => {
  const plain = words
    .toWellFormed()
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replace(/\w+:\/\/\S*|www\.\S*|\S+\.[a-z]{2,}\/\S*/gi, '…')
    .replace(/[<>&@#*_~`|[\]()\\]/g, '')
    // Chats make links of `example.org`, too; a version number keeps its dots.
    .replace(/([\p{L}\p{N}])\.(?=\p{L})/gu, '$1 ')
    .replace(/ +/g, ' ')
    .trim();
  return [...plain].slice(0, 120).join('');
};

/** The body that a webhook takes; Discord is told again to call nobody. @param {string} text @param {string} format */
export const bodyFor = (text, format) =>
  JSON.stringify(format === 'discord' ? { content: text, allowed_mentions: { parse: [] } } : { text });
