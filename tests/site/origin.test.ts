import { describe, expect, inject, it } from 'vitest';
import { readXml } from '../prepare/files/xml.ts';
import { filesOf } from './build.ts';
import { BASE, ORIGIN } from './global-setup.ts';

const HOME = `${ORIGIN}${BASE}`;
const files = await filesOf(inject('sites').placed.outDir);

/** Pages that people read; frames are parts of other people's pages. */
const pages = [...files.keys()].filter((path) => path.endsWith('.html') && !path.startsWith('embed/'));
const textAt = (path: string): string => files.get(path)?.toString() ?? '';
const headOf = (path: string): string => textAt(path).split('</head>')[0] ?? '';
const contentOf = (path: string, name: string): string | undefined =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`).exec(headOf(path))?.[1];
const addressOf = (path: string): string =>
  HOME +
  path
    .replace(/(?:^|(?<=\/))index\.html$/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
/** The file that an address of the site leads to. */
const fileAt = (address: string): Buffer | undefined =>
  files.get(decodeURIComponent(address.slice(HOME.length)));

const dataOf = (path: string): Record<string, unknown> | undefined => {
  const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(headOf(path)) ?? [];
  return data === undefined ? undefined : JSON.parse(data);
};
/** Every `url` in it, however deep. */
const urlsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        key === 'url' && typeof inner === 'string' ? [inner] : urlsIn(inner),
      )
    : [];

describe('a page of a site that knows where it stands', () => {
  it('is one of many kinds', () => {
    expect(pages.length).toBeGreaterThan(40);
  });

  it.each(pages)('%s says its own address, once', (path) => {
    const canonical = [...headOf(path).matchAll(/<link rel="canonical" href="([^"]*)">/g)].map(
      ([, href]) => href,
    );
    expect(canonical).toEqual([path === '404.html' ? `${HOME}404/` : addressOf(path)]);
    expect(contentOf(path, 'og:url')).toBe(canonical[0]);
  });

  it.each(pages)('%s has a picture, which is a PNG of 1200 by 630', (path) => {
    const address = contentOf(path, 'og:image') ?? '';
    expect(address.startsWith(`${HOME}image/`)).toBe(true);
    const png = fileAt(address);
    expect(png?.subarray(1, 4).toString()).toBe('PNG');
    expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([1200, 630]);
    expect([contentOf(path, 'og:image:width'), contentOf(path, 'og:image:height')]).toEqual(['1200', '630']);
    expect(contentOf(path, 'twitter:card')).toBe('summary_large_image');
    expect(contentOf(path, 'og:image:alt')).not.toBe('');
  });

  it.each(pages)('%s announces its feed in three formats, and each is there', (path) => {
    const feeds = [
      ...headOf(path).matchAll(
        /<link rel="alternate" type="(application\/(?:atom|rss|feed)\+[a-z]+)" title="[^"]+" href="([^"]+)">/g,
      ),
    ];
    expect(feeds.map(([, type]) => type)).toEqual([
      'application/atom+xml',
      'application/rss+xml',
      'application/feed+json',
    ]);
    for (const [, , href = ''] of feeds) expect(fileAt(ORIGIN + href)?.length).toBeGreaterThan(100);
  });

  it('has the feed of its own: a request, a tag, a status, the changelog, the changes', () => {
    const own = ['feedback/1', 'tag/x', 'status/open', 'changelog', 'changes'];
    for (const place of own) {
      expect(headOf(`${place}/index.html`)).toContain(`href="${BASE}${place}/rss.xml"`);
      expect(textAt(`${place}/rss.xml`)).toContain(`<link>${HOME}${place}/</link>`);
    }
  });

  it('tells search engines of itself in addresses that are there', () => {
    const told = pages.filter((path) => dataOf(path) !== undefined);
    expect(told).toEqual(
      expect.arrayContaining(['index.html', 'feedback/1/index.html', 'changelog/v1.0.0/index.html']),
    );
    for (const path of told) {
      const urls = urlsIn(dataOf(path));
      expect(urls.filter((url) => url.startsWith(ORIGIN)).length).toBeGreaterThan(0);
      for (const url of urls) {
        if (!url.startsWith('https://github.com/')) expect(fileAt(`${url}index.html`)).toBeDefined();
      }
      if (/^(?:feedback|changelog)\/[^/]+\//.test(path)) expect(dataOf(path)?.['url']).toBe(addressOf(path));
    }
  });
});

describe('its sitemap', () => {
  const { elements } = readXml(textAt('sitemap.xml'));
  const listed = elements.filter(({ name }) => name === 'loc').map(({ text }) => text);

  it('lists every page that stands for itself once, and none that is not there', () => {
    expect(new Set(listed).size).toBe(listed.length);
    const [merged, further] = [/^feedback\/9\//, /(?:^|\/)(?:page\/)?\d+\/index\.html$/];
    const expected = pages.filter(
      (path) =>
        path !== '404.html' &&
        !merged.test(path) &&
        // Further pages of lists, and the form, are reached from the others.
        (path.startsWith('feedback/') || !further.test(path)) &&
        path !== 'suggest/index.html',
    );
    expect(listed.toSorted()).toEqual(expected.map(addressOf).toSorted());
  });

  it('says when a request or a release changed', () => {
    expect(textAt('sitemap.xml')).toContain(
      `<url><loc>${HOME}feedback/10/</loc><lastmod>2026-01-02T03:04:05Z</lastmod></url>`,
    );
    expect(textAt('sitemap.xml')).toContain(
      `<url><loc>${HOME}changelog/v1.0.0/</loc><lastmod>2026-02-03T00:00:00Z</lastmod></url>`,
    );
    for (const { text } of elements.filter(({ name }) => name === 'lastmod'))
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });
});
