import { createHash } from 'node:crypto';
import type { Site } from './load.ts';

/** A name for everything that a page shows, so that a rebuild makes only the pages whose name changed. */
export function cacheKey({ frame }: Site, shown: unknown): string {
  return digest([frame, shown]);
}

/** A short name for a value: equal values have equal names. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
