import type { Messages } from '../i18n/messages.ts';

/** A quarter, `2026-Q4`, as the site's language says it. */
export function quarterName(quarter: string, { t }: Pick<Messages, 't'>): string {
  const [year = '', part = ''] = quarter.split('-Q');
  return t('roadmap.quarter', { quarter: part, year });
}
