import type { FeedbackItem } from '../model/item.ts';
import type { Request } from './requests.ts';

/** Somebody who asked. */
export interface Asker {
  login: string;
  /** Their page on GitHub, where the request is from there. */
  url: string | undefined;
}

/** Who asked for a request: its own author first, then those of the requests merged into it, oldest first; each once. */
export function askersOf({ item, merged }: Pick<Request, 'item' | 'merged'>): Asker[] {
  const askers = new Map<string, Asker>();
  for (const { author, source, url } of [item, ...merged]) {
    if (author === undefined || askers.has(author.toLowerCase())) continue;
    askers.set(author.toLowerCase(), { login: author, url: profileOf(author, source, url) });
  }
  return [...askers.values()];
}

/** Beside the request itself, so that it leads right on a company's own GitHub too. */
function profileOf(login: string, source: string, url: FeedbackItem['url']): string | undefined {
  if (source !== 'github' || !/^[\w-]{1,80}$/.test(login)) return undefined;
  const issue = URL.parse(url ?? '');
  return issue && /^https?:$/.test(issue.protocol) ? `${issue.origin}/${login}` : undefined;
}
