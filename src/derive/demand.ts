import type { Evidence, FeedbackItem } from '../model/item.ts';
import type { Tally } from '../model/ledger.ts';

/** How many people want something, with the parts that make the number. */
export interface Demand {
  /** People who asked or voted on GitHub, the whole cluster together. */
  people: number;
  /** 👍 on the item itself. */
  votes: number;
  /** 👍 and authors of the items merged into it. */
  merged: number;
  /** People heard elsewhere: told apart, not in `people`. */
  heard: number;
  /** Whether `people` may count somebody twice, because voters of merged items are not known one by one. */
  approximate: boolean;
}

type Asked = Pick<FeedbackItem, 'id' | 'author' | 'evidence'>;

/** The demand of an item and of those merged into it. Facts from the ledger; nothing is typed by hand. */
export function demandOf(
  item: Asked,
  mergedItems: readonly Asked[],
  tallies: ReadonlyMap<string, Tally>,
): Demand {
  const votes = tallies.get(item.id)?.votes ?? 0;
  const merged = mergedItems.reduce((sum, other) => sum + peopleOn(other, tallies), 0);
  return {
    people: peopleOn(item, tallies) + merged,
    votes,
    merged,
    heard: [item, ...mergedItems]
      .flatMap(({ evidence }) => evidence)
      .reduce((sum, told) => sum + speakers(told), 0),
    approximate: mergedItems.length > 0,
  };
}

const peopleOn = ({ id, author }: Asked, tallies: ReadonlyMap<string, Tally>): number =>
  (tallies.get(id)?.votes ?? 0) + (author === undefined ? 0 : 1);

const speakers = ({ weight = 1 }: Evidence): number => weight;
