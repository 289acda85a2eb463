/** Requests on one page of a list: what a phone loads at once, and a person reads through. */
export const PAGE_SIZE = 50;
/** Tags on one page: each is short. */
export const TAGS_ON_A_PAGE = 400;
/** What is most on one page of things that may be long. */
export interface Load {
  values: number;
  /** Together, in the unit of whoever weighs; a value that weighs more has a page of its own. */
  weight: number;
}
/** Entries of the changelog on one page; the weight is in characters of HTML, which a phone gets as 14 kB. */
export const ENTRIES_ON_A_PAGE: Load = { values: 20, weight: 60_000 };

/** One page of a list. */
export interface Page<Value> {
  /** Counted from 1. */
  number: number;
  last: number;
  total: number;
  values: readonly Value[];
}

/** Cuts a list into pages; an empty list is one empty page. */
export function paginate<Value>(values: readonly Value[], size = PAGE_SIZE): Page<Value>[] {
  const last = Math.max(1, Math.ceil(values.length / size));
  return Array.from({ length: last }, (_, index) => ({
    number: index + 1,
    last,
    total: values.length,
    values: values.slice(index * size, (index + 1) * size),
  }));
}

/** Cuts a list of values that may be long into pages that no phone waits for; an empty list is one empty page. */
export function paginateByWeight<Value>(
  values: readonly Value[],
  most: Load,
  weigh: (value: Value) => number,
): Page<Value>[] {
  const pages: Value[][] = [];
  let room: Load = { values: 0, weight: 0 };
  for (const value of values) {
    const weight = weigh(value);
    const isFull = room.values === 0 || weight > room.weight;
    const page = (isFull ? undefined : pages.at(-1)) ?? [];
    if (page.length === 0) pages.push(page);
    const left = page.length === 0 ? most : room;
    page.push(value);
    room = { values: left.values - 1, weight: left.weight - weight };
  }
  const cut = pages.length === 0 ? [[]] : pages;
  return cut.map((page, index) => ({
    number: index + 1,
    last: cut.length,
    total: values.length,
    values: page,
  }));
}
