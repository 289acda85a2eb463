import { canonicalIds } from '../../src/derive/clusters.ts';
import type { FeedbackItem } from '../../src/model/item.ts';
import type { Settings } from '../../src/model/settings.ts';
import { labelSet } from '../../src/model/labels.ts';
import { isSameRepo } from '../github/repositories.ts';
import { type Address, composeComment } from './comment.ts';
import { keyOf } from './key.ts';
import type { Planned, Skipped } from './report.ts';
import type { Words } from './words.ts';

/** An issue that is to be told, as far as the files know. */
export interface Due extends Planned {
  /** The issue that it is a duplicate of: it must still be done when this one is told. */
  canonical: Address | undefined;
  /** The release that it shipped in, when there is one: told before, it is told again by no other way than an edit. */
  version: string | undefined;
}

export interface Plan {
  /** In the order in which they shipped. */
  due: Due[];
  skipped: Skipped[];
}

export interface Scope {
  settings: Pick<Settings, 'statuses' | 'notify'>;
  /** `owner/name` of each repository that may be written to: an item file alone opens none. */
  repositories: readonly string[];
  /** Address of the site, when it is known. */
  site: string | undefined;
  /** Words in the language that comments are written in. */
  words: Words;
}

/** Plans one notice for each issue that shipped, and for each of its duplicates. Nobody is told without `notify.since`. */
export function planNotices(items: readonly FeedbackItem[], scope: Scope): Plan {
  const canonical = canonicalIds(items);
  const byId = new Map(items.map((item) => [item.id, item]));
  const plan = new Map<string, Due | Skipped>();
  for (const item of items) {
    const notice = planOne(item, byId.get(canonical.get(item.id) ?? item.id) ?? item, scope);
    if (notice && !plan.has(notice.key)) plan.set(notice.key, notice);
  }
  const all = [...plan.values()];
  return {
    due: all.filter((one) => 'body' in one).sort(inOrder),
    skipped: all.filter((one) => 'reason' in one),
  };
}

/** A duplicate ships when its canonical item does, whatever its own status; without an issue to link to it stays silent. */
function planOne(
  item: FeedbackItem,
  main: FeedbackItem,
  { settings, repositories, site, words }: Scope,
): Due | Skipped | undefined {
  const issue = issueOf(item);
  const canonical = main === item ? undefined : issueOf(main);
  const shippedAt = shippedSince(main, settings);
  if (!issue || shippedAt === undefined || (main !== item && !canonical)) return undefined;
  if (!repositories.some((repo) => isSameRepo(repo, issue.repo))) return undefined;
  const told = { key: keyOf(issue.repo, issue.number), ...issue };
  if (item.hidden || main.hidden) return { ...told, reason: 'hidden' };
  if (labelSet(item.tags).has(settings.notify.quiet)) return { ...told, reason: 'quiet' };
  // A release may name an issue for many reasons, such as being known and not mended.
  if (!main.proof.some(({ kind }) => kind === 'pull-request')) return { ...told, reason: 'no-pull-request' };
  const body = composeComment(
    { ...told, shipped: main, canonical, page: pageOf(main, site) },
    words,
    settings.notify.message,
  );
  if (body === undefined) return { ...told, reason: 'no-proof' };
  return { ...told, shippedAt, body, canonical, version: main.shippedIn };
}

function issueOf({ source, repo, number, url }: FeedbackItem): Address | undefined {
  return source === 'github' && repo !== undefined && number !== undefined
    ? { repo, number, url }
    : undefined;
}

/** When an item shipped, if it did, with proof, not before the baseline and, where the settings want one, in a release. */
function shippedSince(item: FeedbackItem, { statuses, notify }: Scope['settings']): string | undefined {
  const { status, shippedAt, shippedIn, proof } = item;
  const hasShipped = statuses.some(({ id, kind }) => id === status && kind === 'shipped') && proof.length > 0;
  if (!hasShipped || (notify.on === 'release' && shippedIn === undefined)) return undefined;
  return notify.since !== undefined && shippedAt !== undefined && shippedAt >= notify.since
    ? shippedAt
    : undefined;
}

const pageOf = ({ id }: FeedbackItem, site: string | undefined): string | undefined =>
  site === undefined ? undefined : new URL(`feedback/${id}/`, site.endsWith('/') ? site : `${site}/`).href;

const inOrder = (a: Due, b: Due): number =>
  Date.parse(a.shippedAt) - Date.parse(b.shippedAt) ||
  a.number - b.number ||
  (a.repo < b.repo ? -1 : a.repo > b.repo ? 1 : 0);
