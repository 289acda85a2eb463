import { lastDayOf } from '../../derive/quarters.ts';
import { isActive } from '../../derive/requests.ts';
import { messagesFor } from '../../i18n/messages.ts';
import type { Milestone } from '../../model/milestones.ts';
import type { Site, SiteRequest } from '../site.ts';
import { type CalendarEvent, iCalendar } from './ical.ts';
import type { OutputFile } from './output-file.ts';
import { oneLine, type Place } from './place.ts';

/** Requests that an event names; the others are on the roadmap. */
const MOST = 20;

/** `calendar.ics`: releases, and the days that requests are meant to be out. */
export function* calendarOf(site: Site, place: Place): Generator<OutputFile> {
  const events = [...releasesOf(site, place), ...milestonesIn(site, place), ...targetsOf(site, place)];
  yield { path: 'calendar.ics', text: iCalendar(site.title, events.toSorted(byDay)) };
}

const byDay = (a: CalendarEvent, b: CalendarEvent): number =>
  a.day === b.day ? (a.uid < b.uid ? -1 : 1) : a.day < b.day ? -1 : 1;

const uidIn = ({ repo, title }: Site, thing: string): string => `milepost:${repo ?? title}/${thing}`;

function releasesOf(site: Site, { at }: Place): CalendarEvent[] {
  return site.changelog.flatMap(({ entry }) =>
    entry.publishedAt
      ? [
          {
            uid: uidIn(site, `changelog/${entry.id}`),
            day: entry.publishedAt.slice(0, 10),
            changedAt: entry.publishedAt,
            title: `${site.title}: ${oneLine(entry.title)}`,
            text: entry.summary ?? entry.excerpt,
            url: at('changelog', entry.id),
          },
        ]
      : [],
  );
}

/** A milestone is one day for all that it holds. */
function milestonesIn(site: Site, { at }: Place): CalendarEvent[] {
  const { t } = messagesFor(site.settings.locale);
  const dated = site.requests.filter(isActive).flatMap((request) => {
    const milestone = site.milestoneOf(request);
    return milestone?.due && targetOf(request) === undefined ? [{ request, milestone }] : [];
  });
  const held = Map.groupBy(dated, ({ milestone }) => milestone);
  return [...held].flatMap(([{ repo, number, title, due }, those]: [Milestone, typeof dated]) =>
    due
      ? [
          {
            uid: uidIn(site, `milestone/${repo.toLowerCase()}/${number}`),
            day: due,
            changedAt: those.map(({ request }) => request.movedAt).reduce(later),
            title: `${site.title}: ${t('calendar.due', { name: oneLine(title) })}`,
            text: those
              .slice(0, MOST)
              .map(({ request }) => `- ${oneLine(request.item.title)}`)
              .join('\n'),
            url: at('roadmap', 'timeline'),
          },
        ]
      : [],
  );
}

function targetsOf(site: Site, { at }: Place): CalendarEvent[] {
  const { t } = messagesFor(site.settings.locale);
  return site.requests.filter(isActive).flatMap((request) => {
    const { item, status, movedAt } = request;
    const day = targetOf(request);
    return day
      ? [
          {
            uid: uidIn(site, `feedback/${item.id}/target`),
            day,
            changedAt: movedAt,
            title: `${site.title}: ${t('calendar.due', { name: oneLine(item.title) })}`,
            text: `${status.name}. ${t('roadmap.disclaimer')}`,
            url: at('feedback', item.id),
          },
        ]
      : [];
  });
}

/** What the maintainers said of this very request wins over its milestone. */
const targetOf = ({ item }: SiteRequest): string | undefined => lastDayOf(item.eta ?? '');

const later = (a: string, b: string): string => (a < b ? b : a);
