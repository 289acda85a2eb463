import type { FeedbackItem } from '../../src/model/item.ts';
import { markerOf } from './key.ts';
import { linkToIssue, linkToRelease, linkToWork, plainAddress } from './link.ts';

/** An issue, as comments speak of it. */
export interface Address {
  repo: string;
  number: number;
  url: string | undefined;
}

export interface Notice {
  key: string;
  /** Repository of the issue that is told. */
  repo: string;
  /** What shipped, and how it is known. */
  shipped: Pick<FeedbackItem, 'shippedIn' | 'proof'>;
  /** The issue that this one is a duplicate of. */
  canonical: Address | undefined;
  /** Its page on the site. */
  page: string | undefined;
}

/** More links than these make a comment long. */
const MOST = 3;

/**
 * The comment that tells one issue that it shipped; undefined when no proof can be linked. It holds numbers, links and a
 * plain tag: no word that anybody wrote, so that nobody is mentioned and nothing is closed by it.
 */
export function composeComment({ key, repo, shipped, canonical, page }: Notice): string | undefined {
  const news = tellNews(shipped, repo);
  if (news === undefined) return undefined;
  const subject = canonical ? `This is the same request as ${linkToIssue(canonical, repo)}, which` : 'This';
  const address = plainAddress(page ?? '');
  const story = address === undefined ? [] : [`[See it on the roadmap](${address}).`];
  return [[`${subject} ${news}`, 'Thank you for asking.', ...story].join(' '), markerOf(key)].join('\n\n');
}

function tellNews({ shippedIn, proof }: Notice['shipped'], repo: string): string | undefined {
  const published = proof.filter(({ kind }) => kind === 'release');
  const release = published.find(({ name }) => name === shippedIn) ?? published[0];
  const where = linkToRelease(shippedIn ?? release?.name, release?.url);
  const work = proof.filter(({ kind }) => kind !== 'release').flatMap((link) => linkToWork(link, repo) ?? []);
  if (work.length === 0 && plainAddress(release?.url ?? '') === undefined) return undefined;
  if (where !== undefined)
    return work.length > 0 ? `has shipped in ${where}, with ${list(work)}.` : `has shipped in ${where}.`;
  return `has shipped: ${list(work)} ${work.length === 1 ? 'is' : 'are'} merged.`;
}

/** `a`, `a and b`, `a, b and c`, `a, b, c and 2 more`. */
function list(links: readonly string[]): string {
  const rest = links.length - MOST;
  const shown = rest > 0 ? [...links.slice(0, MOST), `${rest} more`] : links;
  return [shown.slice(0, -1).join(', '), shown.at(-1)].filter(Boolean).join(' and ');
}
