export type Headers = Readonly<Record<string, string | number | undefined>>;

/** Seconds to wait when GitHub says "secondary rate limit" and no more. */
const UNSAID_WAIT = 60;

/** GitHub's limit, and when it ends. */
export interface Limit {
  kind: 'rate limit used up' | 'secondary rate limit';
  until: Date;
}

/** The limit that an answer of status 403 or 429 speaks of; undefined when it speaks of something else. */
export function limitOf(status: number, headers: Headers, message: string, now: Date): Limit | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const isUsedUp = String(headers['x-ratelimit-remaining']) === '0';
  if (isUsedUp) return { kind: 'rate limit used up', until: resetTime(headers, now) };
  const isSecondary =
    status === 429 || /secondary rate/i.test(message) || headers['retry-after'] !== undefined;
  if (!isSecondary) return undefined;
  const seconds = Number(headers['retry-after'] ?? UNSAID_WAIT) || UNSAID_WAIT;
  return { kind: 'secondary rate limit', until: new Date(now.getTime() + seconds * 1000) };
}

/** When the primary limit ends. */
export const resetTime = (headers: Headers, now: Date): Date => {
  const seconds = Number(headers['x-ratelimit-reset']);
  return seconds > 0 ? new Date(seconds * 1000) : new Date(now.getTime() + UNSAID_WAIT * 1000);
};
