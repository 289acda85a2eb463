import type { ThemeFiles } from '../content/theme-files.ts';
import type { Notices } from '../derive/chain.ts';
import { deriveChangelog, type News, UNRELEASED } from '../derive/changelog.ts';
import { deriveFigures, type Figures } from '../derive/figures.ts';
import { missionReport, type MissionReport } from '../derive/mission/report.ts';
import { deriveRequests, type Request } from '../derive/requests.ts';
import { deriveTags, type Tag } from '../derive/tags.ts';
import { type Milestones, milestonesOf } from '../derive/timeline.ts';
import { messagesFor, useOwnWords } from '../i18n/messages.ts';
import type { Mission } from '../model/mission.ts';
import type { Settings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshots.ts';
import { digest } from './digest.ts';
import { localise } from './localise.ts';
import type { Origin } from './origin.ts';
import type { Prepared, PreparedEntry, PreparedItem } from './prepared.ts';

export type SiteRequest = Request<PreparedItem>;
export type SiteNews = News<PreparedEntry, SiteRequest>;

/** Everything that pages show, derived once for all of them. */
export interface Site {
  /** The settings' title, else the repository's name. */
  title: string;
  settings: Settings;
  /** Its own logo, pictures and fonts. */
  themeFiles: ThemeFiles;
  /** Places of pages whose title no font can letter, `feedback/42`: they keep the site's picture. */
  unlettered: ReadonlySet<string>;
  /** The repository that the roadmap is about, as owner/name, when there is one. */
  repo: string | undefined;
  /** Where GitHub is: its address, or that of a company's own. */
  githubUrl: string;
  mission: Mission | undefined;
  /** Whether what is asked and shipped serves the mission, and how people put it. Made when it is first asked for. */
  missionReport: () => MissionReport;
  /** Most wanted first, merged ones included. */
  requests: readonly SiteRequest[];
  byId: ReadonlyMap<string, SiteRequest>;
  /** Requests like one, by its id, the likest first. */
  similar: ReadonlyMap<string, readonly SiteRequest[]>;
  tags: readonly Tag[];
  tagSlugs: ReadonlyMap<string, string>;
  changelog: readonly SiteNews[];
  /** Ids of changelog entries, by the id of what shipped in them. */
  newsOf: ReadonlyMap<string, string>;
  /** What became of notices. */
  notices: Notices;
  figures: Figures;
  /** The vote history, oldest first. */
  snapshots: readonly Snapshot[];
  /** The same by item. */
  snapshotsOf: ReadonlyMap<string, readonly Snapshot[]>;
  /** The milestone of a request, with its dates, where sync has seen it. */
  milestoneOf: Milestones;
  /** The day that the content is of: the last sync's, else that of the latest thing in it. Never the clock's: the same content is always the same site. */
  today: string;
  /** When a sync last found something new. */
  syncedAt: string | undefined;
  /** Where the content comes from, when it lies in git. */
  origin: Origin | undefined;
  /** Names what every page shows around its own content, but for the time of the last sync (`synced.ts`). */
  frame: string;
}

/** Derives the site from prepared content, and has its language say the site's own words. `around` is what else pages show around their content: where the site will stand. */
export function siteFrom(
  {
    settings: given,
    themeFiles,
    unlettered,
    words,
    mission,
    items,
    entries,
    tallies,
    counted,
    snapshots,
    milestones,
    notices,
    similar,
    state,
    origin,
  }: Prepared,
  around: readonly (string | undefined)[],
): Site {
  useOwnWords(given.locale, words);
  const settings = localise(given, messagesFor(given.locale));
  const requests = deriveRequests({
    settings,
    items,
    tallies: new Map(tallies),
    counted: new Map(counted),
    snapshots,
    today: state.syncedAt,
  });
  const byId = new Map(requests.map((request) => [request.item.id, request]));
  const tags = deriveTags(requests);
  const changelog = deriveChangelog(entries, requests, {
    groups: settings.changelog.groups,
    next: (id) => comingNext(id, settings),
  });
  const github = items.find(({ source, url }) => source === 'github' && url && URL.canParse(url))?.url;
  const today = state.syncedAt ?? latestOf(requests);
  const repo = settings.repositories[0]?.repo ?? items.find((item) => item.repo)?.repo;
  return {
    title: settings.title ?? repo?.split('/')[1] ?? 'Roadmap',
    settings,
    themeFiles,
    unlettered: new Set(unlettered),
    repo,
    githubUrl: github ? new URL(github).origin : 'https://github.com',
    mission,
    missionReport: once(() => missionReport({ mission, requests, settings, today })),
    requests,
    byId,
    similar: new Map(similar.of.map(([id, those]) => [id, those.flatMap((other) => byId.get(other) ?? [])])),
    tags,
    tagSlugs: new Map(tags.map(({ name, slug }) => [name, slug])),
    changelog,
    newsOf: new Map(
      changelog.flatMap(({ entry, shipped }) => shipped.map(({ item }) => [item.id, entry.id])),
    ),
    notices: new Map(notices),
    figures: deriveFigures(requests),
    snapshots,
    snapshotsOf: Map.groupBy(snapshots, ({ id }) => id),
    milestoneOf: milestonesOf(milestones),
    today,
    syncedAt: state.syncedAt,
    origin,
    frame: digest([settings, themeFiles.digest, words, mission, origin?.web, origin?.prefix, ...around]),
  };
}

/** The entry of what waits for a release, where nobody wrote one. */
function comingNext(id: string, { locale, notify }: Settings): PreparedEntry {
  const { t } = messagesFor(locale);
  const title = t(notify.on === 'merge' ? 'changelog.mergedTitle' : 'changelog.nextTitle');
  const plain = { prerelease: false, hidden: false, body: '', html: '', excerpt: '', digest: '' };
  return { id, title, version: UNRELEASED, ...plain };
}

const latestOf = (requests: readonly Request[]): string =>
  requests.reduce(
    (latest, { item, movedAt }) => [latest, item.createdAt, movedAt].sort().at(-1) ?? latest,
    EPOCH,
  );

const EPOCH = '1970-01-01T00:00:00Z';

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
