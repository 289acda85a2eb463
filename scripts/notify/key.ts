import { createHash } from 'node:crypto';

/** Whom a notice is for: those who wait for stable releases. Pre-releases will be a channel of their own. */
const CHANNEL = 'stable';

/**
 * Names the one notice that an issue may get: 24 hex digits. It holds no version: a later release edits what was said and
 * never says it again. The case of a repository's name is none of GitHub's concern, nor of the key's.
 */
export function keyOf(repo: string, number: number): string {
  return createHash('sha256')
    .update(`${repo.toLowerCase()}#${number}\n${CHANNEL}`)
    .digest('hex')
    .slice(0, 24);
}

/** Ends every comment of ours, unseen, so that a later run knows it again. */
export const markerOf = (key: string): string => `<!-- milepost:notify v1 ${key} -->`;

/**
 * Whether a text carries a marker of ours, whatever its key: keys change when an issue moves or a repository is renamed,
 * but its comments stay with it.
 */
export const hasMarker = (text: string): boolean => /<!-- milepost:notify v1 [0-9a-f]{24} -->/.test(text);
