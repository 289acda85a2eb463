import { z } from 'astro/zod';
import { type Element, readXml } from './xml.ts';

/** What a feed breaks of its format's rules, at the address that it is read from. */
export type BrokenRules = (text: string, address: string) => string[];

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const RFC_822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:[A-Z][a-z]{2}) \d{4} \d\d:\d\d:\d\d GMT$/;
/** https://www.rfc-editor.org/rfc/rfc4151 */
const TAG = /^tag:milepost,2026:[\w./:!'()*~%;,@&=+$?#-]+$/;

/** https://www.rfc-editor.org/rfc/rfc4287 */
export const atomRules: BrokenRules = (text, address) => {
  const { elements } = readXml(text);
  const ids = textsOf(elements, 'id');
  const entries = textsOf(elements, 'entry').length;
  return broken({
    'a root in its namespace': elements[0]?.attributes['xmlns'] === 'http://www.w3.org/2005/Atom',
    'an author': textsOf(elements, 'name').length === 1,
    'a title each': textsOf(elements, 'title').length === entries + 1,
    'an id each': ids.length === entries + 1,
    'ids that are tags': ids.every((id) => TAG.test(id)),
    'ids of their own': new Set(ids).size === ids.length,
    'a moment each': textsOf(elements, 'updated').length === entries + 1,
    'moments of RFC 3339': [...textsOf(elements, 'updated'), ...textsOf(elements, 'published')].every(
      (moment) => RFC_3339.test(moment),
    ),
    'itself as self': linked(elements, 'self').join() === address,
    'a page each': linked(elements, 'alternate').length === entries + 1,
    'whole addresses': linked(elements, 'alternate').every(isWhole),
  });
};

/** https://www.rssboard.org/rss-specification */
export const rssRules: BrokenRules = (text, address) => {
  const { elements } = readXml(text);
  const items = textsOf(elements, 'item').length;
  const guids = elements.filter(({ name }) => name === 'guid');
  return broken({
    'version 2.0': elements[0]?.name === 'rss' && elements[0].attributes['version'] === '2.0',
    'a title each': textsOf(elements, 'title').length === items + 1,
    'a description each': textsOf(elements, 'description').length === items + 1,
    'whole addresses':
      textsOf(elements, 'link').length === items + 1 && textsOf(elements, 'link').every(isWhole),
    'names that are no addresses': guids.every(({ attributes }) => attributes['isPermaLink'] === 'false'),
    'names that are tags': guids.length === items && guids.every(({ text: id }) => TAG.test(id)),
    'names of their own': new Set(guids.map(({ text: id }) => id)).size === items,
    'moments of RFC 822': [...textsOf(elements, 'pubDate'), ...textsOf(elements, 'lastBuildDate')].every(
      (moment) => RFC_822.test(moment) && !Number.isNaN(Date.parse(moment)),
    ),
    'a moment each': textsOf(elements, 'pubDate').length === items,
    'itself as self':
      elements.find(({ name }) => name === 'atom:link')?.attributes['href'] === address &&
      elements[0]?.attributes['xmlns:atom'] === 'http://www.w3.org/2005/Atom',
  });
};

/** https://www.jsonfeed.org/version/1.1/ */
export const jsonFeedRules: BrokenRules = (text, address) => {
  const { data, error } = JSON_FEED.safeParse(JSON.parse(text));
  if (!data) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return broken({
    'ids of their own': new Set(data.items.map(({ id }) => id)).size === data.items.length,
    'itself as feed_url': data.feed_url === address,
  });
};

const said = z.string().refine((words) => words.isWellFormed(), { error: 'half a character' });
const JSON_FEED = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: said,
  description: said,
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  items: z.array(
    z
      .strictObject({
        id: z.string().regex(TAG),
        url: z.url(),
        title: said,
        date_published: z.string().regex(RFC_3339),
        content_html: said.optional(),
        content_text: said.optional(),
        summary: said.optional(),
      })
      .refine(({ content_html, content_text }) => content_html !== undefined || content_text !== undefined),
  ),
});

const textsOf = (elements: readonly Element[], name: string): string[] =>
  elements.filter((element) => element.name === name).map(({ text }) => text);
const linked = (elements: readonly Element[], rel: string): string[] =>
  elements
    .filter(({ name, attributes }) => name === 'link' && attributes['rel'] === rel)
    .map(({ attributes }) => attributes['href'] ?? '');
const isWhole = (address: string): boolean => address.startsWith('https://octo.github.io/app/');
const broken = (rules: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]));
