import { PLACES } from '../content/files.ts';
import type { Site } from './site.ts';

/** Where people see, and may edit, the file that a page is made of; and everything that it ever was. */
export interface FileLinks {
  file: string;
  history: string;
}

/** Links to a request's file in its repository; undefined when git knows no repository. */
export function fileLinks(
  { origin, settings }: Pick<Site, 'origin' | 'settings'>,
  id: string,
): FileLinks | undefined {
  if (!origin?.web) return undefined;
  const path = `${settings.branch ?? 'HEAD'}/${origin.prefix}${PLACES.feedback}/${id}.md`;
  const whole = path.split('/').map(encodeURIComponent).join('/');
  return { file: `${origin.web}/blob/${whole}`, history: `${origin.web}/commits/${whole}` };
}
