import { messagesFor } from '../../i18n/messages.ts';
import { GREEN } from '../../model/palette.ts';
import { demandShort } from '../demand-short.ts';
import type { Site } from '../site.ts';
import type { Card } from './card.ts';
import { drawnFile, picturedEntries, picturedRequests } from './pictured.ts';

/** A picture to make: what it says, and where it goes from the output folder. */
export interface Picture {
  path: string;
  card: Card;
}

/** Every picture of a site: its own, those of changelog entries, and those of the requests that people look at most. */
export function* picturesOf(site: Site): Generator<Picture> {
  const { settings, mission } = site;
  const messages = messagesFor(settings.locale);
  const { t, day } = messages;
  const colour = settings.theme.sign ?? GREEN.light;
  const picture = (place: string[], title: string, foot: string): Picture => ({
    path: drawnFile(place).join('/'),
    card: { head: site.title, title, foot, colour },
  });
  if (!site.themeFiles.image) yield picture([], mission?.mission ?? settings.tagline, t('roadmap.title'));
  for (const { entry } of picturedEntries(site)) {
    const foot = [t('changelog.title'), ...(entry.publishedAt ? [day(entry.publishedAt)] : [])].join(' · ');
    yield picture(['changelog', entry.id], entry.title, foot);
  }
  for (const id of picturedRequests(site)) {
    const request = site.byId.get(id);
    if (!request) continue;
    const { item, status, demand } = request;
    const foot = [status.name, demandShort(demand, messages)].filter(Boolean).join(' · ');
    yield picture(['feedback', id], item.title, foot);
  }
}
