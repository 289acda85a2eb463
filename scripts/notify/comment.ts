import type { FeedbackItem, Proof } from '../../src/model/item.ts';
import { fillMessage, MESSAGE, type Values, variablesIn } from '../../src/model/message.ts';
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
 * The comment that tells one issue that it shipped; undefined when no proof can be linked. It holds what the settings say,
 * numbers, links and a plain tag: no word from any issue, so that nobody is mentioned and nothing is closed by it.
 */
export function composeComment(notice: Notice, message: string = MESSAGE): string | undefined {
  const values = valuesOf(notice);
  if (!values) return undefined;
  const text = fillMessage(message, values) || fillMessage(MESSAGE, values);
  const isNamed = variablesIn(message).some((name) => name === 'news' || name === 'canonical');
  const first = values.canonical && !isNamed ? [`This is the same request as ${values.canonical}.`] : [];
  return [[...first, text].join(' '), markerOf(notice.key)].join('\n\n');
}

function valuesOf({ repo, shipped, canonical, page }: Notice): Values | undefined {
  const { shippedIn, proof } = shipped;
  const published = proof.filter(({ kind }) => kind === 'release');
  const release = published.find(({ name }) => name === shippedIn) ?? published[0];
  const where = linkToRelease(shippedIn ?? release?.name, release?.url);
  const links = workOf(proof).flatMap((link) => linkToWork(link, repo) ?? []);
  if (links.length === 0 && plainAddress(release?.url ?? '') === undefined) return undefined;
  const subject = canonical ? `This is the same request as ${linkToIssue(canonical, repo)}, which` : 'This';
  const address = plainAddress(page ?? '');
  return {
    news: `${subject} ${tellNews(where, links)}`,
    release: where,
    work: links.length > 0 ? list(links) : undefined,
    canonical: canonical && linkToIssue(canonical, repo),
    page: address && `[See it on the roadmap](${address})`,
    thanks: 'Thank you for asking.',
  };
}

/** Pull requests say more than their commits: those are named where they stand alone. */
function workOf(proof: readonly Proof[]): Proof[] {
  const pulls = proof.filter(({ kind }) => kind === 'pull-request');
  return pulls.length > 0 ? pulls : proof.filter(({ kind }) => kind === 'commit');
}

function tellNews(where: string | undefined, links: readonly string[]): string {
  if (where !== undefined)
    return links.length > 0 ? `has shipped in ${where}, with ${list(links)}.` : `has shipped in ${where}.`;
  return `has shipped: ${list(links)} ${links.length === 1 ? 'is' : 'are'} merged.`;
}

/** `a`, `a and b`, `a, b and c`, `a, b, c and 2 more`. */
function list(links: readonly string[]): string {
  const rest = links.length - MOST;
  const shown = rest > 0 ? [...links.slice(0, MOST), `${rest} more`] : links;
  return [shown.slice(0, -1).join(', '), shown.at(-1)].filter(Boolean).join(' and ');
}
