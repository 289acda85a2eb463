import { chainOf } from '../derive/chain.ts';
import { textKey } from './list-key.ts';
import type { Site, SiteNews } from './site.ts';

/** Everything that an entry of the changelog shows beside the frame: another value, another page. */
export function newsKey({ notices }: Pick<Site, 'notices'>, { entry, groups }: SiteNews): unknown {
  const shown = groups.map(({ id, name, requests }) => [
    [id, name],
    requests.map((request) => [
      textKey(request.item),
      request.merged.map(textKey),
      request.demand,
      chainOf(request, notices),
    ]),
  ]);
  return [entry.id, textKey(entry), shown];
}
