import type { Table } from '../i18n/messages.ts';
import type { Site } from './site.ts';

/** A site that a build derived, with its own words. */
export interface Handed {
  site: Site;
  words: Table;
}

declare global {
  var milepostHanded: Map<string, Handed> | undefined;
}

/**
 * What a build hands to its pages, by the folder of the prepared content. They are made in the same process by a bundled copy
 * of this code, which has nothing in common with the build but the process; reading and deriving all again would cost as much
 * as making some hundred pages.
 */
export const handed: Map<string, Handed> = (globalThis.milepostHanded ??= new Map());
