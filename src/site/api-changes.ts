import { deriveChanges } from '../derive/changes.ts';
import type { ApiChange } from './api-shapes.ts';
import type { Place } from './files/place.ts';
import type { Site } from './site.ts';

const DAYS = 30;

/**
 * What moved within 30 days of the day that the content is of, the latest first. Whoever holds one build's list against the
 * next one's knows what moved between them.
 */
export function apiChanges(
  { requests, settings, today }: Pick<Site, 'requests' | 'settings' | 'today'>,
  { at }: Pick<Place, 'at'>,
): ApiChange[] {
  const since = new Date(Date.parse(today) - DAYS * 86_400_000).toISOString();
  return deriveChanges(requests, settings.statuses)
    .filter((change) => new Date(change.at).toISOString() >= since)
    .map(({ at: moment, request: { item }, from, to }) => ({
      at: moment,
      id: item.id,
      title: item.title,
      from: from.id,
      to: to.id,
      url: at('feedback', item.id),
    }));
}
