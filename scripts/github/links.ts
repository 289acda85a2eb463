import type { Proof } from '../../src/model/item.ts';
import type { Release } from './proof.ts';
import { isSameRepo } from './repositories.ts';
import type { Closer } from './shapes.ts';
import type { Pull } from './trace.ts';

/** A merged pull request; one of another repository carries its name. `origin` is GitHub's. */
export function linkToPull(node: Closer & { mergedAt: string }, origin: string, repo: string): Proof {
  const where = node.repository.nameWithOwner;
  const name = isSameRepo(where, repo) ? `#${node.number}` : `${where}#${node.number}`;
  return { kind: 'pull-request', url: `${origin}/${where}/pull/${node.number}`, name, at: node.mergedAt };
}

/** What its merge made. */
export const linkToCommit = ({ repo, oid, mergedAt }: Pull, origin: string): Proof => ({
  kind: 'commit',
  url: `${origin}/${repo}/commit/${oid}`,
  name: oid.slice(0, 7),
  at: mergedAt,
});

export const linkToRelease = ({ url, tag, publishedAt }: Release): Proof => ({
  kind: 'release',
  url,
  name: tag,
  at: publishedAt,
});
