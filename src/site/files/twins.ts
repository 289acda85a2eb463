import { messagesFor } from '../../i18n/messages.ts';
import { oneLine, type Place } from './place.ts';
import type { Site, SiteRequest } from '../site.ts';
import type { OutputFile } from './output-file.ts';

/** `feedback/<id>.md` beside each request's page: the same as plain Markdown, for whoever reads without a browser. */
export function* twinsOf(site: Site, place: Place): Generator<OutputFile> {
  for (const request of site.requests) {
    yield { path: `feedback/${request.item.id}.md`, text: twinOf(request, site, place) };
  }
}

/** What was asked stands as it was written: Markdown, of anybody's. */
function twinOf({ item, status, demand, canonical }: SiteRequest, site: Site, { at }: Place): string {
  const { t, day } = messagesFor(site.settings.locale);
  const facts = [
    `- ${status.name}: ${status.description}`,
    `- ${t('demand.people', { count: demand.people })}`,
    `- ${t('item.opened')}: ${day(item.createdAt)}`,
    ...(canonical ? [`- ${t('item.mergedInto')}: ${at('feedback', canonical)}`] : []),
    ...(item.shippedIn ? [`- ${t('item.shippedIn')}: ${oneLine(item.shippedIn)}`] : []),
    ...item.proof.map(({ kind, name, url }) => `- ${t(`proof.${kind}`)}: ${oneLine(name)} <${url}>`),
    `- ${at('feedback', item.id)}`,
    ...(item.url ? [`- ${item.url}`] : []),
  ];
  const answer = item.response ? ['', `## ${t('item.response')}`, '', item.response.trim()] : [];
  const words = item.body.trim() === '' ? [] : ['', `## ${t('item.words')}`, '', item.body.trim()];
  return `${[`# ${oneLine(item.title)}`, '', ...facts, ...answer, ...words].join('\n')}\n`;
}
