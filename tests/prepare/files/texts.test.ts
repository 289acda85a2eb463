import { describe, expect, test } from 'vitest';
import { feedFilesOf } from '../../../src/site/feed/feed-files.ts';
import { badgesOf } from '../../../src/site/files/badges.ts';
import { llmsOf } from '../../../src/site/files/llms.ts';
import { placeOf } from '../../../src/site/files/place.ts';
import { sitemapOf } from '../../../src/site/files/sitemap.ts';
import { twinsOf } from '../../../src/site/files/twins.ts';
import { siteOf, STAND, textOf } from './site.ts';
import { readXml } from './xml.ts';

const place = placeOf(STAND);
const SITE = siteOf({
  items: {
    '1': {
      title: 'Dark\n# mode',
      status: 'shipped',
      url: 'https://github.com/octo/app/issues/1',
      response: 'It is out.',
      body: 'My eyes hurt.\n',
      shippedIn: 'v2',
      proof: [{ kind: 'pull-request', url: 'https://github.com/octo/app/pull/8', name: '#8' }],
    },
    '2': { title: 'Brackets ](https://evil.example) here', createdAt: '2026-02-01T00:00:00Z' },
    '3': { title: 'The same', duplicateOf: '2', createdAt: '2026-03-01T00:00:00Z' },
  },
  entries: { v2: { title: 'Two', version: 'v2', publishedAt: '2026-10-05T07:00:00Z' } },
  votes: { '1': 3, '2': 1 },
});

describe('a twin', () => {
  test('tells what its page tells, in Markdown', () => {
    expect(textOf(twinsOf(SITE, place), 'feedback/1.md')).toBe(`# Dark # mode

- Shipped: Done and out, with a pull request or a release to prove it.
- 3 people
- Opened: January 1, 2026
- Shipped in: v2
- Pull request: #8 <https://github.com/octo/app/pull/8>
- https://octo.github.io/app/feedback/1/
- https://github.com/octo/app/issues/1

## Answer from the maintainers

It is out.

## What was asked

My eyes hurt.
`);
  });

  test('says where a merged request went', () => {
    expect(textOf(twinsOf(SITE, place), 'feedback/3.md')).toContain(
      '- Merged into: https://octo.github.io/app/feedback/2/\n',
    );
  });
});

describe('a badge', () => {
  const badge = (id: string): string => textOf(badgesOf(SITE), `badge/${id}.svg`);

  test('says status and demand to those who cannot see it too', () => {
    const { elements, text } = readXml(badge('1'));
    expect(elements[0]?.attributes['aria-label']).toBe('App: Shipped · 3 people');
    expect(text.trim()).toBe('App: Shipped · 3 peopleAppShipped · 3 people');
  });

  test('is, to the letter, the same for the same request', () => {
    expect(badge('2')).toBe(
      [
        '<svg xmlns="http://www.w3.org/2000/svg" width="144" height="22" role="img" aria-label="App: Open · 1 person">',
        '<title>App: Open · 1 person</title>',
        '<clipPath id="r"><rect width="144" height="22" rx="4"/></clipPath>',
        '<g clip-path="url(#r)"><rect width="38" height="22" fill="#1b1d19"/>',
        '<rect x="38" width="106" height="22" fill="#5a5f57"/></g>',
        '<g fill="#fff" font-family="Overpass,Verdana,DejaVu Sans,sans-serif" font-size="12">',
        '<text x="8" y="15" textLength="22" lengthAdjust="spacingAndGlyphs">App</text>',
        '<text x="46" y="15" textLength="90" lengthAdjust="spacingAndGlyphs">Open · 1 person</text>',
        '</g></svg>',
        '',
      ].join(''),
    );
  });

  test('says no number where nobody is counted', () => {
    const site = siteOf({ items: { '1': {} } });
    expect(readXml(textOf(badgesOf(site), 'badge/1.svg')).elements[0]?.attributes['aria-label']).toBe(
      'App: Open',
    );
  });

  test('says voices where all were heard elsewhere', () => {
    const site = siteOf({ items: { '1': { evidence: [{ source: 'email' }, { source: 'call' }] } } });
    expect(textOf(badgesOf(site), 'badge/1.svg')).toContain('aria-label="App: Open · 2 voices"');
  });

  test('cuts a long name between characters as people count them', () => {
    const family = '👩‍👩‍👧‍👦';
    const site = siteOf({ settings: { title: family.repeat(60) }, items: { '1': {} } });
    expect(textOf(badgesOf(site), 'badge/1.svg')).toContain(`<title>${family.repeat(39)}…: Open</title>`);
  });
});

describe('llms.txt', () => {
  const text = textOf(llmsOf(SITE, place), 'llms.txt');

  test('links what an open request says, and no bracket of a title ends the link', () => {
    expect(text).toContain(
      '- [Brackets \\](https://evil.example) here](https://octo.github.io/app/feedback/2.md): Open, 1 person\n',
    );
  });

  test('closes what a title turns round, so that what follows it reads on', () => {
    const site = siteOf({ items: { '1': { title: '\u202Egnihton' } } });
    expect(textOf(llmsOf(site, place), 'llms.txt')).toContain('- [\u202Egnihton\u202C](');
    expect(textOf(feedFilesOf(site, STAND), 'feedback/1/feed.xml')).toContain(
      '<title>\u202Egnihton\u202C · App</title>',
    );
  });

  test('links the data', () => {
    expect(text).toContain('- [items.json](https://octo.github.io/app/api/v1/items.json): ');
  });
});

describe('a sitemap', () => {
  test('lists pages that stand for themselves, with when they changed', () => {
    const text = textOf(sitemapOf(SITE, STAND), 'sitemap.xml');
    const page = (path: string): string => `<loc>https://octo.github.io/app/${path}</loc>`;
    expect(text).toContain(`<url>${page('feedback/1/')}<lastmod>2026-01-01T00:00:00Z</lastmod></url>`);
    expect(text).toContain(`<url>${page('changelog/v2/')}<lastmod>2026-10-05T07:00:00Z</lastmod></url>`);
    expect(text).toContain(page('follow/'));
    expect(text).not.toContain('feedback/3/');
  });

  test('is none where nobody knows where the site will stand', () => {
    expect([...sitemapOf(SITE, { ...STAND, origin: undefined })]).toEqual([]);
  });

  test('of more pages than one file may hold is several, under an index', () => {
    const items = Object.fromEntries(Array.from({ length: 50_001 }, (_, number) => [String(number + 1), {}]));
    const files = [...sitemapOf(siteOf({ items }), STAND)];
    expect(files.map(({ path }) => path)).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
    expect(files[0]?.text.match(/<url>/g)).toHaveLength(50_000);
    expect(files[2]?.text).toContain('<loc>https://octo.github.io/app/sitemap-2.xml</loc>');
  });
});
