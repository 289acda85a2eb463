import type { z } from 'astro/zod';
import { chainOf, proofOf } from '../derive/chain.ts';
import { askersOf } from '../derive/credits.ts';
import type { Site, SiteNews, SiteRequest } from './site.ts';
import type { Addresses } from './address.ts';
import type { ApiMission } from './api-mission-shape.ts';
import type { apiItemShape } from './api-shapes.ts';
import { safeUrl } from './safe-url.ts';

/** A request as `/api/v1/items.json` lists it. */
export type ApiItem = z.output<typeof apiItemShape>;

/** A request in short. */
export function apiItem(
  { item, status, demand, trend, canonical, merged }: SiteRequest,
  { page }: Pick<Addresses, 'page'>,
): ApiItem {
  return {
    id: item.id,
    number: item.number ?? null,
    repo: item.repo ?? null,
    source: item.source,
    title: item.title,
    status: status.id,
    url: safeUrl(item.url) ?? null,
    path: page('feedback', item.id),
    votes: demand.votes,
    demand: demand.people,
    heard: demand.heard,
    trend: trend.perWeek,
    tags: item.tags,
    duplicateOf: canonical ?? item.duplicateOf ?? null,
    merged: merged.map(({ id }) => id),
    pillar: item.pillar ?? null,
    createdAt: item.createdAt,
    closedAt: item.closedAt ?? null,
    shippedIn: item.shippedIn ?? null,
    shippedAt: item.shippedAt ?? null,
  };
}

/**
 * A request whole: with its text, its history, its proof (the comment that told it last), and ids of requests like it, the
 * likest first.
 */
export function apiItemWhole(
  { similar, notices }: Pick<Site, 'similar' | 'notices'>,
  request: SiteRequest,
  addresses: Pick<Addresses, 'page'>,
): object {
  const { item, comments, parts = null, demand, movedAt } = request;
  const { author = null, milestone = null, response = null, eta = null, history, evidence, body } = item;
  return {
    ...apiItem(request, addresses),
    author,
    milestone,
    response,
    eta,
    comments,
    parts,
    movedAt,
    demandParts: demand,
    history,
    proof: proofOf(item, notices),
    evidence,
    similar: (similar.get(item.id) ?? []).map((other) => other.item.id),
    body,
  };
}

/**
 * A changelog entry with the requests that shipped in it: their ids, and for each its group, who asked for it, how many people
 * want it, and what proves it, from the request to the comment that told it.
 */
export function apiEntry(
  { entry, shipped, groups }: SiteNews,
  { notices }: Pick<Site, 'notices'>,
  { page }: Pick<Addresses, 'page'>,
): object {
  const { id, title, version, prerelease, body } = entry;
  return {
    id,
    title,
    version,
    repo: entry.repo ?? null,
    url: safeUrl(entry.url) ?? null,
    path: page('changelog', id),
    publishedAt: entry.publishedAt ?? null,
    prerelease,
    summary: entry.summary ?? null,
    shipped: shipped.map(({ item }) => item.id),
    credits: groups.flatMap(({ id: group, requests }) =>
      requests.map((request) => ({
        id: request.item.id,
        title: request.item.title,
        path: page('feedback', request.item.id),
        group,
        askedBy: askersOf(request).map(({ login }) => login),
        demand: request.demand.people,
        proof: chainOf(request, notices),
      })),
    ),
    body,
  };
}

/** The mission as its file says it, what serves it, and how people put what they ask for. */
export function apiMission({ mission, missionReport }: Pick<Site, 'mission' | 'missionReport'>): ApiMission {
  const { alignment, voice } = missionReport();
  return {
    mission: mission?.mission ?? null,
    vision: mission?.vision ?? null,
    strategy: mission?.strategy ?? [],
    formula: mission?.formula ?? null,
    values: mission?.values ?? [],
    pillars: mission?.pillars ?? [],
    impact: mission?.impact ?? [],
    commitments: mission?.commitments ?? [],
    reviewed: mission?.reviewed ?? null,
    revisions: mission?.revisions ?? [],
    alignment,
    voice,
  };
}

/** What the data is of: when it was synced, from which commit, how much there is. */
export function apiMeta({ title, settings, figures, syncedAt, origin, tags }: Site): object {
  return {
    title,
    commit: origin?.commit ?? null,
    syncedAt: syncedAt ?? null,
    counts: { ...figures, tags: tags.length },
    statuses: settings.statuses.map(({ id, name, kind, description }) => ({ id, name, kind, description })),
  };
}
