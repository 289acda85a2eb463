import { normaliseLabel } from '../model/labels.ts';
import type { NewsGroup } from '../model/news-group.ts';
import type { Request } from './requests.ts';

/** A group of the changelog with the requests under its heading. */
export interface Grouped<Of extends Request = Request> extends Pick<NewsGroup, 'id' | 'name'> {
  requests: readonly Of[];
}

/** What a label is of, where it says so: `type/bug` and `Kind: Bug` are bugs. A picture in front says nothing. */
const KIND_OF = /^(?:(?:type|kind|category|changelog)-)?/;
const plain = (label: string): string =>
  normaliseLabel(label.replace(/^[^\p{L}\p{N}]+/u, '')).replace(KIND_OF, '');

/** Puts requests under the headings that their tags lead to, in the headings' order; headings without any are left out. */
export function groupNews<Of extends Request>(
  requests: readonly Of[],
  groups: readonly NewsGroup[],
): Grouped<Of>[] {
  const [first, ...others] = groups.map(({ id, labels }) => ({ id, labels: new Set(labels.map(plain)) }));
  const groupOf = ({ item }: Of): string | undefined => {
    const tags = item.tags.map(plain);
    return (others.findLast(({ labels }) => tags.some((tag) => labels.has(tag))) ?? first)?.id;
  };
  const byGroup = Map.groupBy(requests, groupOf);
  return groups.flatMap(({ id, name }) => {
    const own = byGroup.get(id);
    return own ? [{ id, name, requests: own }] : [];
  });
}
