import { createHash } from 'node:crypto';

/** A short name for a value: equal values have equal names. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
