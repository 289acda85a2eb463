import { digest } from './digest.ts';
import type { Site } from './site.ts';

/** A name for everything that a page shows, so that a rebuild makes only the pages whose name changed. */
export function cacheKey({ frame }: Pick<Site, 'frame'>, shown: unknown): string {
  return digest([frame, shown]);
}
