import type { Demand } from '../derive/demand.ts';
import type { Messages } from '../i18n/messages.ts';

/** Demand in two words, as a row tells it: `42 people`; voices heard elsewhere where nobody on GitHub asks; nothing where nobody does. */
export function demandShort({ people, heard }: Demand, { t, number }: Messages): string | undefined {
  if (people > 0) return t('demand.people', { count: people });
  return heard > 0 ? `${number(heard)} ${t('heard', { count: heard })}` : undefined;
}
