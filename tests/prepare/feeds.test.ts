import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atom } from '../../src/site/feed/atom.ts';
import type { Feed } from '../../src/site/feed/feed.ts';
import { jsonFeed } from '../../src/site/feed/json-feed.ts';
import { rss } from '../../src/site/feed/rss.ts';

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
  );
});
