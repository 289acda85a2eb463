import { askersOf } from '../derive/credits.ts';
import type { Place } from './files/place.ts';
import { safeUrl } from './safe-url.ts';
import type { Site, SiteNews, SiteRequest } from './site.ts';

const CONTEXT = 'https://schema.org';

/** A request in schema.org's words, for search engines: a post that people answer and vote for. */
export function requestLd(site: Site, request: SiteRequest, { at }: Pick<Place, 'at'>): object {
  const { item, status, demand, comments, movedAt } = request;
  const asker = askersOf({ item, merged: [] })[0];
  return {
    '@context': CONTEXT,
    '@type': 'DiscussionForumPosting',
    headline: item.title,
    ...(item.excerpt && { text: item.excerpt }),
    url: at('feedback', item.id),
    datePublished: item.createdAt,
    dateModified: movedAt,
    creativeWorkStatus: status.name,
    ...(item.tags.length > 0 && { keywords: item.tags }),
    ...(asker && {
      author: { '@type': 'Person', name: asker.login, ...(asker.url && { url: asker.url }) },
    }),
    ...(safeUrl(item.url) && { sameAs: safeUrl(item.url) }),
    interactionStatistic: [
      { '@type': 'InteractionCounter', interactionType: 'LikeAction', userInteractionCount: demand.people },
      { '@type': 'InteractionCounter', interactionType: 'CommentAction', userInteractionCount: comments },
    ],
    isPartOf: websiteOf(site, { at }),
  };
}

/** An entry of the changelog. */
export function entryLd(site: Site, { entry }: SiteNews, { at }: Pick<Place, 'at'>): object {
  return {
    '@context': CONTEXT,
    '@type': 'TechArticle',
    headline: entry.title,
    url: at('changelog', entry.id),
    ...(entry.publishedAt && { datePublished: entry.publishedAt }),
    ...((entry.summary ?? entry.excerpt) && { description: entry.summary ?? entry.excerpt }),
    isPartOf: websiteOf(site, { at }),
    about: softwareOf(site),
  };
}

/** The site, and the software that it is about. */
export function siteLd(site: Site, place: Pick<Place, 'at'>): object {
  return { '@context': CONTEXT, ...websiteOf(site, place), about: softwareOf(site) };
}

const websiteOf = ({ title, settings, mission }: Site, { at }: Pick<Place, 'at'>): object => ({
  '@type': 'WebSite',
  name: title,
  url: at(),
  description: mission?.mission ?? settings.tagline,
});

const softwareOf = ({ title, repo, githubUrl }: Site): object => ({
  '@type': 'SoftwareSourceCode',
  name: title,
  ...(repo && { codeRepository: `${githubUrl}/${repo}` }),
});

/** Data as the text of a script element: nothing in it ends the element or begins a comment. */
export const scriptText = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');
