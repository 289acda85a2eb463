import { describe, expect, test } from 'vitest';
import { feedFilesOf } from '../../../src/site/feed/feed-files.ts';
import { filesOf } from '../../../src/site/files/write.ts';
import { fromCorpora, fromPackages, OWN } from '../../markdown/payloads.ts';
import { atomRules, type BrokenRules, jsonFeedRules, rssRules } from './feed-rules.ts';
import { hostileSite, STAND } from './site.ts';
import { readXml } from './xml.ts';

/** What XML, JSON and a line of text have trouble with beyond what harms a page. */
const ODD = [
  ']]>',
  '<![CDATA[ ]]>',
  '&amp;lt; &#0; &#x1F;',
  'a\uD83D',
  '\uDE00a',
  'a\u0000\u0008\u001Bb\u007F\u0085c\uFFFE\uFFFF',
  '\u202Eb\u2066a\u061C',
  'a\r\nb\u2028c',
  'C++',
  'C#',
  '../../x',
  '%2e%2e/%',
  'con',
  '\u{1F600}',
];
/** Words of a setting or a title say something. */
const WORDS = [...OWN, ...ODD, ...fromPackages(), ...(fromCorpora() ?? [])].filter((words) =>
  /\S/.test(words),
);

/** Which elements a file has, whatever its words are. */
const shapeOf = (text: string): string =>
  readXml(text)
    .elements.map(({ name, attributes }) => `${name}(${Object.keys(attributes).join(' ')})`)
    .join(' ');

const isXml = ({ path }: { path: string }): boolean => /\.(?:xml|svg)$/.test(path);
/** What depends on whether a tag has a name that an address can carry. */
const shapes = (words: string): [string, string][] =>
  [...filesOf(hostileSite(words), STAND)]
    .filter(isXml)
    .filter(({ path }) => !path.startsWith('tag/'))
    .map(({ path, text }) => [path, shapeOf(text)]);

describe('whatever people write', () => {
  const plain = shapes('a');

  test('all of these words are tried', () => expect(WORDS.length).toBeGreaterThan(550));

  test('a feed, a badge and a sitemap have the elements that they have for one plain letter', () => {
    expect(plain.map(([path]) => path)).toEqual(
      expect.arrayContaining(['feed.xml', 'rss.xml', 'badge/1.svg', 'sitemap.xml', 'feedback/1/feed.xml']),
    );
    for (const words of WORDS) expect([words, shapes(words)]).toEqual([words, plain]);
  });

  const RULES: Readonly<Record<string, BrokenRules>> = {
    'feed.xml': atomRules,
    'rss.xml': rssRules,
    'feed.json': jsonFeedRules,
  };

  test.each(Object.entries(RULES))('each %s keeps the rules of its format', (name, brokenRules) => {
    for (const words of WORDS) {
      const feeds = [...feedFilesOf(hostileSite(words), STAND)].filter(({ path }) => path.endsWith(name));
      expect(feeds.map(({ path }) => path.replace(/^tag\/.*\//, 'tag/x/'))).toEqual(
        [
          ...['', 'changelog/', 'changes/', 'status/open/', 'status/under-review/', 'status/planned/'],
          ...['status/in-progress/', 'status/closed/', 'status/shipped/', 'status/declined/', 'tag/x/'],
          ...['feedback/1/', 'feedback/2/', 'feedback/3/'],
        ].map((folder) => folder + name),
      );
      for (const { path, text } of feeds) {
        const address = `https://octo.github.io/app/${path.split('/').map(encodeURIComponent).join('/')}`;
        expect([words, path, brokenRules(text, address)]).toEqual([words, path, []]);
      }
    }
  });

  test('no file leaves the folder that it is for, and none has a name that a file system lacks', () => {
    for (const words of WORDS) {
      for (const { path } of filesOf(hostileSite(words), STAND)) expect(path).toMatch(SAFE);
    }
  });

  test('the same site is the same bytes', () => {
    for (const words of WORDS.slice(0, 40)) {
      expect([...filesOf(hostileSite(words), STAND)]).toEqual([...filesOf(hostileSite(words), STAND)]);
    }
  });
});

/** Names of which none is a way up, hidden, reserved or longer than a file system takes. */
const SAFE =
  /^(?:(?!(?:con|prn|aux|nul)\/)[\p{L}\p{N}][\p{L}\p{N}.-]{0,79}\/)*[\p{L}\p{N}][\p{L}\p{N}.-]{0,79}$/u;
