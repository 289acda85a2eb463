import { describe, expect, inject, it } from 'vitest';
import { filesOf } from './build.ts';
import { SECRET } from './fixture.ts';

const { badDay } = inject('sites');
const files = await filesOf(badDay.outDir);
/** A page without the attributes that Astro scopes styles by. */
const page = (path: string): string =>
  (files.get(path)?.toString() ?? `no ${path}`).replace(/ data-astro-cid-\w+/g, '');
const ids = [...files.keys()]
  .flatMap((path) => /^feedback\/([^/]+)\/index\.html$/.exec(path)?.[1] ?? [])
  .sort();

describe('a site built from hostile and broken content', () => {
  it('builds', () => {
    expect(badDay).toMatchObject({ status: 0 });
  });

  it('has a page for every item that can be read, and none for the others', () => {
    expect(ids).toEqual([
      '1',
      '10',
      '11',
      '16',
      '18',
      '19',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      'canny-17',
    ]);
  });

  it.each([
    ['12.md', /12\.md:\d+: expected Markdown with YAML front matter; got .*Mend the line\./],
    ['13.md', /13\.md:3: expected Markdown with YAML front matter; got duplicated mapping key/],
    ['14.md', /14\.md: expected text in UTF-8; got other bytes\. Save the file as UTF-8\./],
    ['15.md', /15\.md:1: expected Markdown with YAML front matter; got no front matter/],
  ])('tells what is wrong with %s', (_name, message) => {
    expect(badDay.said).toMatch(message);
  });

  it('holds nothing from outside the items', () => {
    const leaking = [...files].filter(([, bytes]) => bytes.includes(SECRET)).map(([path]) => path);
    expect(leaking).toEqual([]);
  });

  it('shows braces and imports as the text that they are', () => {
    expect(page('feedback/7/index.html')).toContain('{process.env} {1+1}');
  });

  it('keeps what stands between two rules', () => {
    expect(page('feedback/5/index.html')).toMatch(/Hello[\s\S]*World/);
  });

  it('shows a body that begins like code front matter', () => {
    expect(page('feedback/4/index.html')).toContain('process.exit(3)');
  });

  it('has no script that is not its own, in any page', () => {
    const scripts = [...files]
      .filter(([path]) => path.endsWith('.html'))
      .flatMap(([path, bytes]) =>
        (
          bytes
            .toString()
            .replace(/ (?:content|title)="[^"]*"/g, '')
            .match(/<script[^>]*>/g) ?? []
        ).map((tag) => `${path.split('/')[0]} ${tag}`),
      )
      .filter(
        (tag) => !/<script type="(?:module" src="\/a\/b\/_astro\/[^"]+|application\/ld\+json)">$/.test(tag),
      );
    expect(scripts).toEqual([]);
  });

  it('has a strict content security policy in every page', () => {
    const without = [...files]
      .filter(([path]) => path.endsWith('.html'))
      .filter(
        ([, bytes]) =>
          !/<meta http-equiv="content-security-policy" content="[^"]*default-src 'self';/.test(
            bytes.toString(),
          ),
      )
      .map(([path]) => path);
    expect(without).toEqual([]);
    expect(page('index.html')).not.toMatch(/unsafe-inline|unsafe-eval/);
  });

  it('has no inline style and no inline handler', () => {
    const found = [...files]
      .filter(([path]) => path.endsWith('.html'))
      .filter(([, bytes]) =>
        /<[^>]+\s(?:style|on\w+)="/.test(bytes.toString().replace(/<pre[\s\S]*?<\/pre>/g, '')),
      )
      .map(([path]) => path);
    expect(found).toEqual([]);
  });

  it('says where a merged request went, and counts it there', () => {
    expect(page('feedback/9/index.html')).toMatch(/Merged into<\/b>\s*<a href="\/a\/b\/feedback\/1\/">/);
    expect(page('feedback/1/index.html')).toContain('Merged away');
  });

  it('links a request that was merged into another repository’s, and leaves it off the board', () => {
    expect(page('feedback/19/index.html')).toContain('<a href="https://github.com/far/away/issues/7">');
    expect(page('index.html')).not.toContain('/a/b/feedback/19/');
  });

  it('explains the number of people', () => {
    expect(page('feedback/1/index.html')).toContain('35 people: 31 on this request, 4 on 1 merged request.');
  });

  it('names no two things alike on any page', () => {
    const twice = [...files.keys()]
      .filter((path) => path.endsWith('.html'))
      .flatMap((path) => {
        const names = [...page(path).matchAll(/ id="([^"]*)"/g)].map(([, name]) => name);
        return names.filter((name, place) => names.indexOf(name) !== place).map((name) => `${path} ${name}`);
      });
    expect(twice).toEqual([]);
  });

  it('gives every tag an address of its own that is safe', () => {
    const tags = [...files.keys()].flatMap((path) => /^tag\/([^/]+)\/index\.html$/.exec(path)?.[1] ?? []);
    expect(tags.sort()).toEqual(['b', 'c-plus-plus', 'c-sharp', 'tag', 'tag-con', 'x']);
  });

  it('says when it was synced on every page', () => {
    const silent = [...files].filter(
      ([path, bytes]) =>
        path.endsWith('.html') &&
        !path.startsWith('embed/') &&
        !bytes.includes('datetime="2026-03-04T05:06:07Z"'),
    );
    expect(silent.map(([path]) => path)).toEqual([]);
  });
});
