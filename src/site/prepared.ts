import type { ThemeFiles } from '../content/theme-files.ts';
import type { Table } from '../i18n/messages.ts';
import type { Counted } from '../model/counted.ts';
import type { Entry } from '../model/entry.ts';
import type { FeedbackItem } from '../model/item.ts';
import type { Tally } from '../model/ledger.ts';
import type { Milestone } from '../model/milestones.ts';
import type { Mission } from '../model/mission.ts';
import type { Notice } from '../model/notice.ts';
import type { Settings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshots.ts';
import type { SyncState } from '../model/sync-state.ts';
import type { Origin } from './origin.ts';
import type { SimilarRequests } from './similar.ts';

/** What rendering adds to a text: safe HTML, a few words of it, and why it is shown as plain text where it is. */
export interface Rendering {
  html: string;
  excerpt: string;
  fallback?: string | undefined;
}

/** A text with its rendering; `digest` names the file's exact state, `""` when it must be read again next time. */
type Prepare<Text> = Text & Rendering & { digest: string };
export type PreparedItem = Prepare<FeedbackItem> & {
  /** The maintainers' answer as safe HTML, `""` when there is none. */
  responseHtml: string;
  /** Its first words as plain text. */
  responseText: string;
};
export type PreparedEntry = Prepare<Entry>;

/** Content, read and rendered: what the build hands to the pages, as one JSON file. */
export interface Prepared {
  /** Name of the code that made it; other code starts afresh. */
  version: string;
  settings: Settings;
  /** Its own logo, pictures and fonts. */
  themeFiles: ThemeFiles;
  /** Places of pages whose title no font can letter: `feedback/42`. */
  unlettered: string[];
  /** The site's own words for its language. */
  words: Table;
  mission?: Mission | undefined;
  items: PreparedItem[];
  entries: PreparedEntry[];
  tallies: [string, Tally][];
  counted: [string, Counted][];
  snapshots: Snapshot[];
  milestones: Milestone[];
  /** What became of notices, by `owner/name#number` in lower case. */
  notices: [string, Notice][];
  similar: SimilarRequests;
  state: SyncState;
  /** Where the content comes from, when it lies in git. */
  origin?: Origin | undefined;
}

export const PREPARED_FILE = 'content.json';
