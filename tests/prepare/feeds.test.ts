import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atom } from '../../src/site/feed/atom.ts';
import { feedFilesOf } from '../../src/site/feed/feed-files.ts';
import type { Feed } from '../../src/site/feed/feed.ts';
import { feedsOf } from '../../src/site/feed/feeds.ts';
import { jsonFeed } from '../../src/site/feed/json-feed.ts';
import { rss } from '../../src/site/feed/rss.ts';
import { contained } from '../../src/site/files/contained.ts';
import { siteOf, STAND, textOf } from './files/site.ts';
import { readXml } from './files/xml.ts';

const feed = (words: string): Feed => ({
  id: 'tag:milepost,2026:octo/app/changes',
  title: words,
  description: words,
  home: 'https://octo.github.io/app/changes/',
  folder: 'https://octo.github.io/app/changes/',
  language: 'en',
  updated: '2026-11-22T08:00:00Z',
  entries: [
    {
      id: 'tag:milepost,2026:octo/app/feedback/1/shipped/2026-11-22T08:00:00Z',
      url: 'https://octo.github.io/app/feedback/1/',
      title: words,
      at: '2026-11-22T08:00:00Z',
      text: words,
      html: `<p>${words}</p>`,
    },
  ],
});

test('an Atom feed, to the letter', () => {
  expect(atom(feed('Dark mode & more'))).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>tag:milepost,2026:octo/app/changes</id>
<title>Dark mode &amp; more</title>
<subtitle>Dark mode &amp; more</subtitle>
<updated>2026-11-22T08:00:00Z</updated>
<author><name>Dark mode &amp; more</name></author>
<link rel="self" type="application/atom+xml" href="https://octo.github.io/app/changes/feed.xml"/>
<link rel="alternate" type="text/html" href="https://octo.github.io/app/changes/"/>
<entry>
<id>tag:milepost,2026:octo/app/feedback/1/shipped/2026-11-22T08:00:00Z</id>
<title>Dark mode &amp; more</title>
<link rel="alternate" type="text/html" href="https://octo.github.io/app/feedback/1/"/>
<updated>2026-11-22T08:00:00Z</updated>
<published>2026-11-22T08:00:00Z</published>
<summary>Dark mode &amp; more</summary>
<content type="html">&lt;p&gt;Dark mode &amp; more&lt;/p&gt;</content>
</entry>
</feed>
`);
});

test('RSS has dates as mail has them, and ids that are no addresses', () => {
  const text = rss(feed('News'));
  expect(text).toContain('<pubDate>Sun, 22 Nov 2026 08:00:00 GMT</pubDate>');
  expect(text).toContain('<guid isPermaLink="false">tag:milepost,2026:octo/app/feedback/1/shipped/');
});

test('JSON Feed names its version and keeps the words', () => {
  const { version, items } = JSON.parse(jsonFeed(feed('</script>')));
  expect([version, items[0].title, items[0].content_html]).toEqual([
    'https://jsonfeed.org/version/1.1',
    '</script>',
    '<p></script></p>',
  ]);
});

test('whatever words are in it, no character is left that XML does not have, and no tag is opened', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      for (const text of [atom(feed(words)), rss(feed(words))]) {
        expect(text).toMatch(/^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u);
        expect(text.match(/<(?!\/?[a-z][\w:]*[\s>/]|\?xml)/g)).toBeNull();
        expect(text.match(/<(?:entry|item)>/g)).toHaveLength(1);
      }
    }),
    // Whole characters are what it makes up by itself.
    { examples: [['a\uD83D'], ['\uDE00b'], ['\uD83D<'], [']]>']] },
  );
});

describe('the feeds of a site', () => {
  const site = siteOf({
    items: {
      '1': {
        title: 'Dark mode',
        status: 'planned',
        createdAt: '2026-01-01T00:00Z',
        excerpt: 'My eyes hurt.',
        response: 'Soon.',
        responseHtml: '<p>Soon.</p>',
        history: [
          { at: '2026-01-01T00:00:00Z', status: 'open' },
          { at: '2026-02-01T00:00:00Z', status: 'planned' },
        ],
      },
      '2': {
        title: 'The same',
        duplicateOf: '1',
        createdAt: '2026-03-01T00:00:00Z',
        history: [
          { at: '2026-03-01T00:00:00Z', status: 'open' },
          { at: '2026-03-02T00:00:00Z', status: 'under-review' },
        ],
      },
    },
  });
  const files = [...feedFilesOf(site, STAND)];
  const textAt = (path: string): string => textOf(files, path);

  test('are each there in three formats, those of one request too', () => {
    const ofOne = files.map(({ path }) => path).filter((path) => path.startsWith('feedback/1/'));
    expect(ofOne).toEqual(['feedback/1/feed.xml', 'feedback/1/rss.xml', 'feedback/1/feed.json']);
  });

  test('tell in every format the same of a request: what it became, what was answered, that it was asked', () => {
    const titles = ['Answer from the maintainers: Dark mode', 'Planned: Dark mode', 'Dark mode'];
    expect(
      JSON.parse(textAt('feedback/1/feed.json')).items.map(({ title }: { title: string }) => title),
    ).toEqual(titles);
    for (const path of ['feedback/1/feed.xml', 'feedback/1/rss.xml']) {
      const said = readXml(textAt(path)).elements.filter(({ name }) => name === 'title');
      expect(said.map(({ text }) => text)).toEqual(['Dark mode · App', ...titles]);
    }
  });

  test('tell of a merged request in its own feed alone', () => {
    expect(textAt('feedback/2/feed.xml')).toContain('<title>Under review: The same</title>');
    expect(textAt('feed.xml')).not.toContain('The same');
  });

  test('are named each by an id that no other has, and none has the id of what it tells', () => {
    const feeds = [...feedsOf(site, STAND)].map(({ feed }) => feed);
    const ids = new Set(feeds.map(({ id }) => id));
    expect(ids.size).toBe(feeds.length);
    expect(feeds.flatMap(({ entries }) => entries).filter(({ id }) => ids.has(id))).toEqual([]);
  });

  test('have the seconds that people left out of a moment', () => {
    expect(textAt('feedback/1/feed.xml')).toContain('<published>2026-01-01T00:00:00Z</published>');
    expect(textAt('feedback/1/feed.json')).toContain('"date_published":"2026-01-01T00:00:00Z"');
  });

  test('are only Atom, with addresses from the root on, where nobody knows where the site will stand', () => {
    const nowhere = [...feedFilesOf(site, { ...STAND, origin: undefined })];
    expect(nowhere.filter(({ path }) => !path.endsWith('feed.xml'))).toEqual([]);
    const { elements } = readXml(textOf(nowhere, 'feedback/1/feed.xml'));
    const links = elements.filter(({ name }) => name === 'link').map(({ attributes }) => attributes['href']);
    expect(new Set(links)).toEqual(new Set(['/app/feedback/1/feed.xml', '/app/feedback/1/']));
  });

  test('name a site without a repository by its title, as far as an address has signs for it', () => {
    const own = siteOf({ settings: { title: 'Tools & <Toys> é', repositories: [] }, items: { a: {} } });
    expect(textOf(feedFilesOf(own, STAND), 'feed.xml')).toContain(
      '<id>tag:milepost,2026:Tools%20&amp;%20%3CToys%3E%20%C3%A9/feed/</id>',
    );
  });
});

test.each([
  ['plain', 'plain'],
  ['\u202Eover', '\u202Eover\u202C'],
  ['\u2066a\u202Bb\u2069c', '\u2066a\u202Bb\u2069c'],
  ['\u2067a\u202Db', '\u2067a\u202Db\u202C\u2069'],
  ['\u202C\u2069closed', '\u202C\u2069closed'],
])('of %j every direction that it opens is closed', (words, closed) => expect(contained(words)).toBe(closed));
