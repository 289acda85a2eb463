import { chainOf } from '../derive/chain.ts';
import { picturedRequests } from './images/pictured.ts';
import { textKey } from './list-key.ts';
import type { Site, SiteRequest } from './site.ts';

/** Everything that an item's page shows beside the frame: another value, another page. */
export function itemKey(
  site: Pick<
    Site,
    | 'requests'
    | 'settings'
    | 'byId'
    | 'similar'
    | 'tagSlugs'
    | 'newsOf'
    | 'notices'
    | 'snapshotsOf'
    | 'missionReport'
    | 'unlettered'
  >,
  request: SiteRequest,
): unknown {
  const { byId, similar, tagSlugs, newsOf, notices, snapshotsOf, missionReport } = site;
  const { item, merged, canonical } = request;
  const serving = missionReport().serving.get(canonical ?? item.id);
  const into = canonical === undefined ? undefined : byId.get(canonical)?.item;
  return [
    { ...request, item: textKey(item), merged: merged.map(textKey), trend: undefined },
    [into?.title, into?.lang, newsOf.get(canonical ?? item.id), chainOf(request, notices, into)],
    [serving?.pillar.id, serving?.basis, picturedRequests(site).has(item.id)],
    item.tags.map((tag) => tagSlugs.get(tag)),
    [item, ...merged].map(({ id }) => snapshotsOf.get(id)),
    similar.get(item.id)?.map((other) => [other.item.id, other.item.title, other.item.lang, other.status.id]),
  ];
}
