import type { ThemeFiles } from '../../../src/content/theme-files.ts';
import type { Mission } from '../../../src/model/mission.ts';
import type { Milestone } from '../../../src/model/milestones.ts';
import { settings as schema, type UserSettings } from '../../../src/model/settings.ts';
import { STATUSES } from '../../../src/model/status.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { FeedbackItem } from '../../../src/model/item.ts';
import type { OutputFile } from '../../../src/site/files/output-file.ts';
import { type Site, siteFrom } from '../../../src/site/site.ts';
import { entry, item } from '../../derive/facts.ts';

interface Given {
  settings?: UserSettings;
  /** Items by id. */
  items?: Readonly<Record<string, Partial<FeedbackItem> & { excerpt?: string; responseHtml?: string }>>;
  entries?: Readonly<Record<string, Partial<Entry> & { html?: string }>>;
  votes?: Readonly<Record<string, number>>;
  milestones?: Milestone[];
  mission?: Mission;
  syncedAt?: string;
  themeFiles?: Partial<ThemeFiles>;
  unlettered?: string[];
}

/** A site with only what a test is about. */
export function siteOf({
  settings = {},
  items = {},
  entries = {},
  votes = {},
  milestones = [],
  mission,
  syncedAt = '2026-11-22T08:00:00Z',
  themeFiles = {},
  unlettered = [],
}: Given): Site {
  return siteFrom(
    {
      version: '',
      settings: schema.parse({ title: 'App', repositories: ['octo/app'], ...settings }),
      themeFiles: { fonts: [], digest: '', ...themeFiles },
      unlettered,
      words: {},
      items: Object.entries(items).map(([id, fields]) => ({
        html: '',
        excerpt: '',
        responseHtml: '',
        responseText: '',
        digest: '',
        ...fields,
        ...item(id, fields),
      })),
      entries: Object.entries(entries).map(([id, fields]) => ({
        html: '',
        excerpt: '',
        digest: '',
        ...fields,
        ...entry(id, fields),
      })),
      tallies: Object.entries(votes).map(([id, count]) => [id, { votes: count, comments: 0 }]),
      counted: [],
      snapshots: [],
      milestones,
      mission,
      notices: [],
      similar: { digest: '', of: [] },
      state: { syncedAt, watermarks: {} },
    },
    [],
  );
}

/** A site of which every word that a person may write is `words`. */
export const hostileSite = (words: string): Site =>
  siteOf({
    settings: {
      title: words,
      tagline: words,
      statuses: STATUSES.map((status) => ({ ...status, when: [], name: words, description: words })),
    },
    items: {
      '1': {
        title: words,
        status: 'shipped',
        body: words,
        excerpt: words,
        author: words,
        response: words,
        responseHtml: words,
        eta: words,
        tags: [words],
        milestone: words,
        repo: 'octo/app',
        number: 1,
        shippedIn: words,
        shippedAt: '2026-11-20T00:00:00Z',
        url: 'https://github.com/octo/app/issues/1',
        history: [
          { at: '2026-01-01T00:00:00Z', status: 'open' },
          { at: '2026-11-20T00:00:00Z', status: 'shipped' },
        ],
        proof: [{ kind: 'commit', url: 'https://github.com/octo/app/commit/1', name: words }],
      },
      '2': {
        title: words,
        status: 'planned',
        milestone: words,
        repo: 'octo/app',
        body: words,
        eta: '2027-Q1',
      },
      '3': { title: words, status: 'planned', milestone: 'a', repo: 'octo/app' },
    },
    entries: {
      v1: { title: words, version: words, summary: words, publishedAt: '2026-11-21T00:00:00Z', html: words },
    },
    milestones: [{ repo: 'octo/app', number: 1, title: 'a', due: '2027-03-31', firstDue: undefined }],
  });

export const STAND = { base: '/app/', origin: 'https://octo.github.io' };

/** The text of a file among those that a generator makes. */
export function textOf(files: Iterable<OutputFile>, path: string): string {
  const found = [...files];
  const file = found.find((one) => one.path === path);
  if (!file) throw new Error(`expected ${path}; got ${found.map((one) => one.path).join(', ')}`);
  return file.text;
}
