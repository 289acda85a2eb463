import type { Entry } from '../model/entry.ts';
import type { NewsGroup } from '../model/news-group.ts';
import { type Grouped, groupNews } from './news-groups.ts';
import { compare, isCanonical, type Request } from './requests.ts';

/** A changelog entry with the requests that shipped in it. */
export interface News<Item extends Entry = Entry, Of extends Request = Request> {
  entry: Item;
  /** Most wanted first. */
  shipped: readonly Of[];
  /** The same under their headings. */
  groups: readonly Grouped<Of>[];
}

/** The version of what comes next. */
export const UNRELEASED = 'unreleased';

interface Telling<Item> {
  groups: readonly NewsGroup[];
  /** Makes the entry of what comes next where nobody wrote one and something waits for a release. */
  next: (id: string) => Item;
}

/** The changelog, what comes next first, then newest first; hidden entries are left out. */
export function deriveChangelog<Item extends Entry, Of extends Request>(
  entries: readonly Item[],
  requests: readonly Of[],
  { groups, next }: Telling<Item>,
): News<Item, Of>[] {
  const canonical = requests.filter(isCanonical);
  const shipped = Map.groupBy(canonical, ({ item }) => item.shippedIn ?? '');
  const waiting = canonical.filter(isWaiting);
  const comesNext = entries.filter(isNext);
  const untold = waiting.filter((request) => !comesNext.some((entry) => isFrom(request, entry)));
  const news = entries
    .filter(({ hidden }) => !hidden)
    .map((entry) => {
      const all = isNext(entry) ? waiting : (shipped.get(entry.version) ?? []);
      return { entry, shipped: all.filter((request) => isFrom(request, entry)) };
    });
  const added = untold.length > 0 ? [{ entry: next(freeId(entries)), shipped: untold }] : [];
  return [...added, ...news]
    .map((one) => ({ ...one, groups: groupNews(one.shipped, groups) }))
    .sort((a, b) => newer(a.entry, b.entry));
}

/** Shipped, and in no release yet. */
export const isWaiting = ({ item, status }: Pick<Request, 'item' | 'status'>): boolean =>
  status.kind === 'shipped' &&
  item.shippedIn === undefined &&
  item.proof.length > 0 &&
  item.proof.every(({ kind }) => kind !== 'release') &&
  !item.duplicateOf?.includes('#');

const isNext = ({ version, publishedAt }: Entry): boolean =>
  version.toLowerCase() === UNRELEASED && publishedAt === undefined;

const isFrom = ({ item }: Request, { repo }: Entry): boolean =>
  !repo || !item.repo || item.repo.toLowerCase() === repo.toLowerCase();

function freeId(entries: readonly Entry[]): string {
  const taken = new Set(entries.map(({ id }) => id));
  let id = UNRELEASED;
  while (taken.has(id)) id += '-next';
  return id;
}

function newer(a: Entry, b: Entry): number {
  const never = '9999';
  return compare(b.publishedAt ?? never, a.publishedAt ?? never) || compare(b.id, a.id);
}
