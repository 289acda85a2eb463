import { isActive } from '../../derive/requests.ts';
import { messagesFor } from '../../i18n/messages.ts';
import type { Site } from '../site.ts';
import type { OutputFile } from './output-file.ts';
import { oneLine, type Place } from './place.ts';

/** Requests that are named; the others are in the data. */
const MOST = 50;

/** `llms.txt`: what this site is and where its data lies, in Markdown, for readers that are programs. */
export function* llmsOf(site: Site, { at, file }: Place): Generator<OutputFile> {
  const { t } = messagesFor(site.settings.locale);
  const { mission, settings, requests } = site;
  const lines = [
    `# ${oneLine(site.title)}`,
    '',
    `> ${oneLine(mission?.mission ?? settings.tagline)}`,
    '',
    `## ${t('llms.data')}`,
    '',
    `- [items.json](${file('api', 'v1', 'items.json')}): ${t('llms.items')}`,
    `- [changelog.json](${file('api', 'v1', 'changelog.json')}): ${t('changelog.title')}`,
    `- [mission.json](${file('api', 'v1', 'mission.json')}): ${t('mission.title')}`,
    `- [meta.json](${file('api', 'v1', 'meta.json')}): ${t('llms.meta')}`,
    '',
    `## ${t('llms.pages')}`,
    '',
    `- [${t('roadmap.title')}](${at('roadmap')}): ${t('roadmap.disclaimer')}`,
    `- [${t('changelog.title')}](${at('changelog')}): ${t('changelog.intro')}`,
    `- [${t('changes.title')}](${at('changes')}): ${t('changes.intro')}`,
    `- [${t('mission.title')}](${at('mission')})`,
    ...settings.statuses.map(
      ({ id, name, description }) => `- [${name}](${at('status', id)}): ${description}`,
    ),
    '',
    `## ${t('sort.demand')}`,
    '',
    ...requests
      .filter(isActive)
      .slice(0, MOST)
      .map(({ item, status, demand }) => {
        const people = t('demand.people', { count: demand.people });
        return `- [${linkText(item.title)}](${file('feedback', `${item.id}.md`)}): ${status.name}, ${people}`;
      }),
  ];
  yield { path: 'llms.txt', text: `${lines.join('\n')}\n` };
}

/** Titles are anybody's: no bracket of theirs ends the link. */
const linkText = (title: string): string => oneLine(title).replace(/[\\[\]]/g, '\\$&');
