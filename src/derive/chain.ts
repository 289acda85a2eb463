import type { FeedbackItem, Proof } from '../model/item.ts';
import type { Notice } from '../model/notice.ts';
import type { Request } from './requests.ts';

/** A link of the whole chain: what was asked, what proves that it shipped, and where people were told. */
export interface Link extends Omit<Proof, 'kind'> {
  kind: 'request' | Proof['kind'] | 'comment';
}

/** Notices by `owner/name#number`, in lower case. */
export type Notices = ReadonlyMap<string, Notice>;

const STEPS: readonly Link['kind'][] = ['request', 'pull-request', 'commit', 'release', 'comment'];

/** What stands behind a claim that an item shipped, the comment that told it included, in the order of the road. */
export function proofOf(item: FeedbackItem, notices: Notices): Link[] {
  return inOrder([...item.proof, ...commentOn(item, notices)]);
}

/** The same from the request on; empty where nothing is proved. A merged request is proved by its canonical item. */
export function chainOf(
  { item }: Pick<Request, 'item'>,
  notices: Notices,
  canonical: FeedbackItem = item,
): Link[] {
  const links = [...canonical.proof, ...commentOn(item, notices)];
  return links.length > 0 ? inOrder([...askedIn(item), ...links]) : [];
}

const inOrder = (links: readonly Link[]): Link[] =>
  links.toSorted((a, b) => STEPS.indexOf(a.kind) - STEPS.indexOf(b.kind));

const askedIn = ({ url, number, createdAt }: FeedbackItem): Link[] =>
  url && number !== undefined ? [{ kind: 'request', url, name: `#${number}`, at: createdAt }] : [];

function commentOn({ repo, number }: FeedbackItem, notices: Notices): Link[] {
  if (!repo || number === undefined) return [];
  const comment = notices.get(`${repo.toLowerCase()}#${number}`)?.comment;
  return comment ? [{ kind: 'comment', url: comment.url, name: 'comment', at: comment.at }] : [];
}
