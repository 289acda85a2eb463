import type { Counted } from '../model/counted.ts';
import type { Evidence, FeedbackItem } from '../model/item.ts';
import type { Tally } from '../model/ledger.ts';

/** How many people want something, with the parts that make the number: `people` is `here + merged - twice`. */
export interface Demand {
  /** People who want it on GitHub, the whole cluster together. */
  people: number;
  /** 👍 on the item itself. */
  votes: number;
  /** People on the item itself. */
  here: number;
  /** People on the requests merged into it, each request's own added up. */
  merged: number;
  /** How often somebody who is counted already was met again, and was not counted again. */
  twice: number;
  /** People heard elsewhere: told apart, not in `people`. */
  heard: number;
  /**
   * How `people` came about. `counted`: one by one. `author`: votes and author added, one too many if the author voted too,
   * which the sum does not say. `added`: the same over several requests, so that whoever is on two of them counts twice.
   */
  basis: 'counted' | 'author' | 'added';
}

type Asked = Pick<FeedbackItem, 'id' | 'author' | 'evidence'>;

export interface Counts {
  tallies: ReadonlyMap<string, Tally>;
  /** Who was counted one by one, by canonical item. */
  counted?: ReadonlyMap<string, Counted>;
}

/** The demand of an item and of those merged into it. Facts from the ledger; nothing is typed by hand. */
export function demandOf(item: Asked, mergedItems: readonly Asked[], counts: Counts): Demand {
  return {
    ...peopleOf(item, mergedItems, counts),
    votes: counts.tallies.get(item.id)?.votes ?? 0,
    heard: [item, ...mergedItems]
      .flatMap(({ evidence }) => evidence)
      .reduce((sum, told) => sum + speakers(told), 0),
  };
}

/** The count one by one, unless it is of another number of requests than are merged by now; else votes and authors. */
function peopleOf(
  item: Asked,
  mergedItems: readonly Asked[],
  { tallies, counted }: Counts,
): Omit<Demand, 'votes' | 'heard'> {
  const known = counted?.get(item.id);
  if (known?.requests === mergedItems.length) {
    const { people, here, merged, twice } = known;
    return { people, here, merged, twice, basis: 'counted' };
  }
  const here = peopleOn(item, tallies);
  const merged = mergedItems.reduce((sum, other) => sum + peopleOn(other, tallies), 0);
  const basis = mergedItems.length > 0 ? 'added' : 'author';
  return { people: here + merged, here, merged, twice: 0, basis };
}

const peopleOn = ({ id, author }: Asked, tallies: ReadonlyMap<string, Tally>): number =>
  (tallies.get(id)?.votes ?? 0) + (author === undefined ? 0 : 1);

const speakers = ({ weight = 1 }: Evidence): number => weight;
