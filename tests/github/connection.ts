/** Arguments of a GraphQL connection. */
export interface Paging {
  first?: number | null;
  last?: number | null;
  after?: string | null;
}

/** How nodes are ordered: by what, and which way. */
export interface Order<Node> {
  placeOf: (node: Node) => string;
  direction: 'ASC' | 'DESC';
}

const HEAD = 'cursor:';
const encode = (place: string): string => Buffer.from(`${HEAD}${place}`).toString('base64url');
const decode = (cursor: string): string =>
  Buffer.from(cursor, 'base64url').toString('utf8').slice(HEAD.length);

/**
 * A page of `all`. Cursors are opaque and stand for a place in the order, as GitHub's do: a node that moves ahead of the
 * cursor meanwhile is met again, one that moves behind it is missed.
 */
export function connectionOf<Node>(
  all: readonly Node[],
  { first, last, after }: Paging,
  { placeOf, direction }: Order<Node>,
) {
  const sign = direction === 'ASC' ? 1 : -1;
  const compare = (a: string, b: string): number => (a < b ? -sign : a > b ? sign : 0);
  const sorted = all
    .map((node) => ({ node, place: placeOf(node) }))
    .sort((a, b) => compare(a.place, b.place));
  const place = after ? decode(after) : undefined;
  const within = place === undefined ? sorted : sorted.filter((entry) => compare(entry.place, place) > 0);
  const page = last ? within.slice(-last) : within.slice(0, first ?? 100);
  const [start, end] = [page[0], page.at(-1)];
  return {
    totalCount: all.length,
    nodes: page.map(({ node }) => node),
    pageInfo: {
      hasNextPage: !last && within.length > page.length,
      hasPreviousPage: last ? within.length > page.length : within.length < sorted.length,
      startCursor: start ? encode(start.place) : null,
      endCursor: end ? encode(end.place) : null,
    },
  };
}

/** A page of nodes that come in the order in which they stand. */
export function listOf<Node>(all: readonly Node[], paging: Paging) {
  const places = new Map(all.map((node, at) => [node, String(at).padStart(8, '0')]));
  return connectionOf(all, paging, { placeOf: (node) => places.get(node) ?? '', direction: 'ASC' });
}
