import { describe, expect, inject, it } from 'vitest';
import { filesOf } from './build.ts';

const { badDay } = inject('sites');
const files = await filesOf(badDay.outDir);
const head = (path: string): string => files.get(path)?.toString().split('</head>')[0] ?? '';

describe('a page’s head', () => {
  it.each([
    ['feedback/1/index.html', 'application/atom+xml', '/a/b/feedback/1/feed.xml'],
    ['feedback/1/index.html', 'text/markdown', '/a/b/feedback/1.md'],
    ['tag/x/index.html', 'application/atom+xml', '/a/b/tag/x/feed.xml'],
    ['roadmap/index.html', 'text/calendar', '/a/b/calendar.ics'],
    ['follow/index.html', 'text/calendar', '/a/b/calendar.ics'],
  ])('of %s has its %s, which is there', (path, type, href) => {
    const place = href.replace(/[.]/g, '\\$&');
    expect(head(path)).toMatch(
      new RegExp(`<link rel="alternate" type="${type.replace('+', '\\+')}" title="[^"]+" href="${place}">`),
    );
    expect(files.has(href.slice('/a/b/'.length))).toBe(true);
  });

  it('says what it is to who shares a link', () => {
    expect(head('feedback/1/index.html')).toContain('<meta property="og:title" content="A plain wish">');
    expect(head('feedback/1/index.html')).toContain('<meta name="twitter:card" content="summary">');
  });

  it('says no address where nobody knows where the site will stand', () => {
    expect(head('feedback/1/index.html')).not.toMatch(/og:url|og:image|rel="canonical"/);
  });

  it('tells search engines of hostile titles as data', () => {
    const [, data = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head('feedback/2/index.html')) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'DiscussionForumPosting',
      headline: '<script>alert(1)</script>',
    });
  });
});
