import type { FeedbackItem, Proof } from '../../src/model/item.ts';
import { fillMessage, type Values, variablesIn } from '../../src/model/message.ts';
import { markerOf } from './key.ts';
import { linkToIssue, linkToRelease, linkToWork, plainAddress } from './link.ts';
import type { Words } from './words.ts';

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
 * words of the site's language, numbers, links and a plain tag: no word from any issue, so that nobody is mentioned and nothing
 * is closed by it.
 */
export function composeComment(notice: Notice, words: Words, message = usual(words)): string | undefined {
  const values = valuesOf(notice, words);
  if (!values) return undefined;
  const text = fillMessage(message, values) || fillMessage(usual(words), values);
  const isNamed = variablesIn(message).some((name) => name === 'news' || name === 'canonical');
  const { canonical } = values;
  const first = canonical !== undefined && !isNamed ? [words.t('notice.same', { canonical })] : [];
  return [[...first, text].join(' '), markerOf(notice.key)].join('\n\n');
}

/** What a comment says where the settings say nothing. */
const usual = ({ t }: Words): string => ['{news}', '{thanks}', t('sentence', { words: '{page}' })].join('\n');

function valuesOf({ repo, shipped, canonical, page }: Notice, words: Words): Values | undefined {
  const { t } = words;
  const { shippedIn, proof } = shipped;
  const published = proof.filter(({ kind }) => kind === 'release');
  const release = published.find(({ name }) => name === shippedIn) ?? published[0];
  const links = workOf(proof).flatMap((link) => linkToWork(link, repo) ?? []);
  if (links.length === 0 && plainAddress(release?.url ?? '') === undefined) return undefined;
  const address = plainAddress(page ?? '');
  const told = {
    release: linkToRelease(shippedIn ?? release?.name, release?.url, t('notice.release')),
    work: links.length > 0 ? list(links, words) : undefined,
    canonical: canonical && linkToIssue(canonical, repo),
  };
  return {
    ...told,
    news: tellNews(told, links.length, words),
    page: address && `[${t('notice.page')}](${address})`,
    thanks: t('notice.thanks'),
  };
}

/** Pull requests say more than their commits: those are named where they stand alone. */
function workOf(proof: readonly Proof[]): Proof[] {
  const pulls = proof.filter(({ kind }) => kind === 'pull-request');
  return pulls.length > 0 ? pulls : proof.filter(({ kind }) => kind === 'commit');
}

function tellNews(told: Pick<Values, 'release' | 'work' | 'canonical'>, count: number, { t }: Words): string {
  const { release = '', work = '', canonical } = told;
  const isSame = canonical !== undefined;
  const values = { release, work, count, ...(isSame && { canonical }) };
  if (release === '') return t(isSame ? 'notice.sameMerged' : 'notice.merged', values);
  if (work === '') return t(isSame ? 'notice.sameShipped' : 'notice.shipped', values);
  return t(isSame ? 'notice.sameShippedWith' : 'notice.shippedWith', values);
}

/** The first links, and how many more there are, as the language lists things. */
function list(links: readonly string[], { t, locale }: Words): string {
  const rest = links.length - MOST;
  const shown = rest > 0 ? [...links.slice(0, MOST), t('notice.more', { count: rest })] : links;
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(shown);
}
