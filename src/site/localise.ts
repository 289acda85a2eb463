import type { Messages } from '../i18n/messages.ts';
import { ENGLISH, isKey } from '../i18n/tables.ts';
import type { Settings } from '../model/settings.ts';

/**
 * Settings with Milepost's own words (the tagline, names of statuses, distances and groups) said in the site's language. What
 * somebody wrote otherwise stays as it is written.
 */
export function localise(settings: Settings, { t }: Pick<Messages, 't'>): Settings {
  const say = (key: string, written: string): string =>
    isKey(key) && ENGLISH[key] === written ? t(key) : written;
  return {
    ...settings,
    tagline: say('tagline', settings.tagline),
    statuses: settings.statuses.map((status) => ({
      ...status,
      name: say(`status.${status.id}.name`, status.name),
      description: say(`status.${status.id}.description`, status.description),
    })),
    horizons: settings.horizons.map((horizon) => ({
      ...horizon,
      name: say(`horizon.${horizon.id}`, horizon.name),
    })),
    changelog: {
      ...settings.changelog,
      groups: settings.changelog.groups.map((group) => ({
        ...group,
        name: say(`group.${group.id}`, group.name),
      })),
    },
  };
}
