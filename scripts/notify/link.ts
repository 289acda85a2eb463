import type { Proof } from '../../src/model/item.ts';
import { isSameRepo } from '../github/repositories.ts';

// What a comment may carry of what people wrote: addresses of plain signs, numbers, hashes, and tags that look like versions.

const PLAIN = /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:\/[A-Za-z0-9._~%+-]*)*$/;

/** An address that cannot end a Markdown link, mention anybody or carry a query; undefined for any other. */
export function plainAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { href, pathname } = new URL(address);
  const plain = href.replace(pathname, () => pathname.replaceAll('@', '%40'));
  return PLAIN.test(plain) ? plain : undefined;
}

/** Words, hyphened or not, then numbers: `v2.4.0`, `core-v1.2`, `2026.11.1-rc.1`. Others are not repeated. */
const TAG = /^(?:[A-Za-z][A-Za-z0-9]*[-_.])*v?\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.-]+)?$/;

export const isPlainTag = (tag: string): boolean => tag.length <= 60 && TAG.test(tag);

const PULL = /\/([\w.-]+\/[\w.-]+)\/pull\/(\d{1,10})$/;
const COMMIT = /\/commit\/([0-9a-f]{7})[0-9a-f]{0,57}$/;
const ISSUE = /\/([\w.-]+\/[\w.-]+)\/issues\/(\d{1,10})$/;

/** A pull request or a commit as a link; undefined when the address is not that of one. */
export function linkToWork({ kind, url }: Proof, repo: string): string | undefined {
  const address = plainAddress(url);
  if (address === undefined) return undefined;
  if (kind === 'commit') {
    const [, hash] = COMMIT.exec(address) ?? [];
    return hash && `[\`${hash}\`](${address})`;
  }
  const [, where, number] = PULL.exec(address) ?? [];
  return where && number && `[${nameOf(where, number, repo)}](${address})`;
}

/** A release as a link, with its tag where that is plain, else with the words for one; undefined without tag and address. */
export function linkToRelease(
  tag: string | undefined,
  url: string | undefined,
  words: string,
): string | undefined {
  const address = plainAddress(url ?? '');
  const name = tag !== undefined && isPlainTag(tag) ? `\`${tag}\`` : undefined;
  if (address === undefined) return name;
  return name ? `[${name}](${address})` : `[${words}](${address})`;
}

/** An issue as a link, or as GitHub's short name, which becomes one. */
export function linkToIssue(
  { repo: where, number, url }: { repo: string; number: number; url: string | undefined },
  repo: string,
): string {
  const address = plainAddress(url ?? '');
  const [, told = '', digits] = ISSUE.exec(address ?? '') ?? [];
  const name = nameOf(where, String(number), repo);
  return isSameRepo(told, where) && Number(digits) === number ? `[${name}](${address})` : name;
}

const nameOf = (where: string, number: string, repo: string): string =>
  isSameRepo(where, repo) ? `#${number}` : `${where}#${number}`;
