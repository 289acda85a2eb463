import { isActive, isCanonical } from '../derive/requests.ts';
import { type Message, messagesFor } from '../i18n/messages.ts';
import type { Site } from './site.ts';

/** What the board's script needs to find, filter, sort and draw requests: columns, since they compress best. */
export interface SearchIndex {
  words: Record<string, Message>;
  statuses: { id: string; name: string; kind: string }[];
  tags: { name: string; slug: string }[];
  id: string[];
  title: string[];
  /** Place in `statuses`. */
  status: number[];
  active: (0 | 1)[];
  people: number[];
  heard: number[];
  comments: number[];
  merged: number[];
  /** Days since 1970-01-01. */
  created: number[];
  moved: number[];
  /** What "trending" sorts by. */
  trend: number[];
  /** Places in `tags`. */
  tagged: number[][];
}

const WORDS = [
  'people',
  'heard',
  'row.heard',
  'row.comments',
  'row.merged',
  'row.opened',
  'row.moved',
  'board.found',
  'board.none',
  'suggest',
] as const;

/** The search index of all canonical requests, most wanted first. */
export function searchIndex(site: Site): SearchIndex {
  const requests = site.requests.filter(isCanonical);
  const { statuses } = site.settings;
  const { table } = messagesFor(site.settings.locale);
  const places = new Map(site.tags.map(({ name }, place) => [name, place]));
  return {
    words: Object.fromEntries(WORDS.map((key) => [key, table[key]])),
    statuses: statuses.map(({ id, name, kind }) => ({ id, name, kind })),
    tags: site.tags.map(({ name, slug }) => ({ name, slug })),
    id: requests.map(({ item }) => item.id),
    title: requests.map(({ item }) => item.title),
    status: requests.map(({ status }) => statuses.indexOf(status)),
    active: requests.map((request) => (isActive(request) ? 1 : 0)),
    people: requests.map(({ demand }) => demand.people),
    heard: requests.map(({ demand }) => demand.heard),
    comments: requests.map(({ comments }) => comments),
    merged: requests.map(({ merged }) => merged.length),
    created: requests.map(({ item }) => daysSince1970(item.createdAt)),
    moved: requests.map(({ movedAt }) => daysSince1970(movedAt)),
    trend: requests.map(({ trend }) => trend.score),
    tagged: requests.map(({ item }) => item.tags.flatMap((tag) => places.get(tag) ?? [])),
  };
}

const daysSince1970 = (moment: string): number => Math.floor(Date.parse(moment) / 86_400_000);
